using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Meetings;

namespace WitaLive.App.Answers;

/// <summary>When and where a meeting is, as one has to know it to answer. No line of its agenda: whoever holds the link reads this.</summary>
public sealed partial class AnswerFacts(IStringLocalizer<AnswerTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required PlannedMeeting Meeting { get; set; }

    private string Place => Meeting.Mode switch
    {
        MeetingMode.Online => texts["PlaceOnline"],
        MeetingMode.Hybrid => texts["PlaceOrOnline", Meeting.Place],
        _ => Meeting.Place,
    };
}
