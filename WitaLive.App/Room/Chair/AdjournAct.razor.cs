using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>Ends a meeting that has no quorum, and says first where its items go.</summary>
public sealed partial class AdjournAct(TimeProvider clock, Names names, IStringLocalizer<ChairTexts> texts) : Ticking(clock)
{
    private static readonly AdjournMeeting s_adjourn = new();

    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    protected override object? Shown => Early;

    // Until the printed hour anyone may still come.
    private string? Early => Now < Meeting.Plan!.StartsAt ? texts["AdjournFrom", Meeting.Plan.StartsAt.ToTime()].Value : null;

    private IEnumerable<Item> Waiting => Meeting.Waiting;

    private bool Running => Meeting.Ballot is { IsRunning: true };

    private string Consequence => !Waiting.Any() ? texts["AdjournNothing"] : Meeting.Plan is { SecondConvocation: true, Quorum.RefersTo: { } formation }
        ? texts["AdjournRefers", names.Of(formation).InSentence()]
        : !Meeting.IsFirstConvocation ? texts["AdjournPostpones"]
        : texts[Meeting.Plan!.Quorum.SecondNeverOnSameDay ? "AdjournReconvenesOtherDay" : "AdjournReconvenes", Meeting.Plan.Quorum.LatestSecond(Meeting.Plan.StartsAt.DayInBrussels()).ToLongDay()];
}
