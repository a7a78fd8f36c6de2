using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Presence;

/// <summary>The text that is signed, and the one act that signs it.</summary>
public sealed partial class SignInActs(IStringLocalizer<PresenceTexts> texts)
{
    /// <summary>How one may take part; null where the convocation says nothing: in any way.</summary>
    [Parameter]
    public ImmutableArray<AttendanceMode>? Modes { get; set; }

    [Parameter]
    public EventCallback<AttendanceMode> OnSignIn { get; set; }

    private bool Allows(AttendanceMode mode) => Modes is not { } modes || modes.Contains(mode);

    private Task OnSiteAsync() => OnSignIn.InvokeAsync(AttendanceMode.OnSite);

    private Task OnlineAsync() => OnSignIn.InvokeAsync(AttendanceMode.Online);
}
