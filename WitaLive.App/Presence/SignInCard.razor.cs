using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Presence;

/// <summary>The signature on the attendance list (rules of procedure, art. 10): whose it is, and how it is given, or from when on.</summary>
public sealed partial class SignInCard(IStringLocalizer<PresenceTexts> texts)
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>How one may take part; null where the convocation says nothing: in any way.</summary>
    [Parameter]
    public ImmutableArray<AttendanceMode>? Modes { get; set; }

    /// <summary>From when on the list lies open; null where it does.</summary>
    [Parameter]
    public DateTimeOffset? OpensAt { get; set; }

    [Parameter]
    public EventCallback<AttendanceMode> OnSignIn { get; set; }
}
