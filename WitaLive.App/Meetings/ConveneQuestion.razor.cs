using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Meetings;

/// <summary>What a planner is told before many people are written to: how many, for when and where, and when the mails leave.</summary>
public sealed partial class ConveneQuestion(IStringLocalizer<MeetingTexts> texts)
{
    [Parameter, EditorRequired]
    public required PlannedMeeting Meeting { get; set; }

    /// <summary>When the meeting begins, which for a second convocation is not when the first one did.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset StartsAt { get; set; }

    [Parameter]
    public int ByMail { get; set; }

    /// <summary>Who has no address and is told on paper.</summary>
    [Parameter]
    public int OnPaper { get; set; }

    /// <summary>Null for at once.</summary>
    [Parameter]
    public DateTimeOffset? LeavesAt { get; set; }

    private string Where => Meeting.Mode is MeetingMode.Online || Meeting.Place.Length == 0
        ? texts[$"Mode{Meeting.Mode}"]
        : texts["AskPlace", texts[$"Mode{Meeting.Mode}"], Meeting.Place];
}
