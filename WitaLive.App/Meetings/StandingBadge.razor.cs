using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Meetings;

/// <summary>How a meeting stands, in words; the colours only repeat them.</summary>
public sealed partial class StandingBadge(IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required MeetingLine Meeting { get; set; }

    private string Colour => Meeting.Standing switch
    {
        _ when Meeting.WasNotHeld => "badge-warning",
        MeetingStanding.Open => "badge-accent",
        MeetingStanding.Suspended => "badge-warning",
        MeetingStanding.Adjourned or MeetingStanding.Cancelled => "badge-problem",
        _ => "",
    };
}
