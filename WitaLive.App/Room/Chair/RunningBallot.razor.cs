using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Ballots;
using WitaLive.App.Controls;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>While a ballot is open: who has not voted, whether it is already certain, what closing it now would mean.</summary>
/// <remarks>What changes with each vote stands below the buttons and keeps its height, so that no button moves under a finger.</remarks>
public sealed partial class RunningBallot(TimeProvider clock, RoomWords words, Names names, IStringLocalizer<ChairTexts> texts) : Part
{
    private static readonly ImmutableArray<int> s_minutes = [1, 2, 5];

    [Parameter, EditorRequired]
    public required BallotView Ballot { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<SeatView> Seats { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    private int Missing => Ballot.Entitled - Ballot.Voted;

    private string ClosingMeans => (Missing, Ballot.Ballot.Rule) switch
    {
        (<= 0, _) => texts["AllHaveVoted"],
        (var missing, DecisionRule.Unanimity { AbstentionBreaksIt: true }) => texts["ClosingBreaksUnanimity", missing],
        (var missing, DecisionRule.Unanimity) => texts["ClosingAbstains", missing],
        (var missing, _) => texts["ClosingStaysInBase", missing],
    };

    private string Sentence(string option, Certainty certainty) => certainty.Carried switch
    {
        true => texts["CertainCarried", words.Outcome(option)],
        false => texts["CertainNotCarried", words.Outcome(option)],
        null => texts["StillOpen", words.Outcome(option), string.Join(", ", certainty.CanStillChange.Select(group => names.Of(group).InSentence()))],
    };

    // From the end that is shown: two tabs that extend it by as much extend it once.
    private ExtendBallot Extend(int minutes)
    {
        var now = clock.GetUtcNow();
        return new(Ballot.Ballot.Id, (Ballot.Ballot.EndsAt is { } end && end > now ? end : now).AddMinutes(minutes));
    }

    private AnnulBallot Annul(string reason) => new(Ballot.Ballot.Id, reason);
}
