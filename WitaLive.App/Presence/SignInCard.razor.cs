using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Presence;

/// <summary>The signature on the attendance list (rules of procedure, art. 10): the text that is signed, and one act.</summary>
public sealed partial class SignInCard(IStringLocalizer<PresenceTexts> texts)
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>How one may take part; null where the convocation says nothing: in any way.</summary>
    [Parameter]
    public ImmutableArray<AttendanceMode>? Modes { get; set; }

    [Parameter]
    public EventCallback<AttendanceMode> OnSignIn { get; set; }

    private bool Allows(AttendanceMode mode) => Modes is not { } modes || modes.Contains(mode);

    private Task OnSiteAsync() => OnSignIn.InvokeAsync(AttendanceMode.OnSite);

    private Task OnlineAsync() => OnSignIn.InvokeAsync(AttendanceMode.Online);
}
