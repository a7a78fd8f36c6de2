using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Live;
using WitaLive.App.Presence;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Ballots;

/// <summary>
/// The ballot of the moment: its rule, the reader's buttons, the count, the result. What stands here as recorded comes from the meeting's
/// state and from nowhere else; a vote that could not be recorded is sent again under the same id until it is answered.
/// </summary>
/// <remarks>Its head and its count change with nearly every vote and are drawn here: a part for each would only be memory of every circuit.</remarks>
public sealed partial class BallotPanel(IStringLocalizer<BallotTexts> texts, IStringLocalizer<RefusalTexts> refusals, Names names, PutWords put, TimeProvider clock)
    : ComponentBase, IDisposable
{
    private readonly Dictionary<SeatId, VoteAttempt> _attempts = [];
    private readonly CancellationTokenSource _left = new();

    [Parameter, EditorRequired]
    public required MeetingView View { get; set; }

    [Parameter, EditorRequired]
    public required Standing Standing { get; set; }

    /// <summary>Null when the command could not be recorded; says nothing itself.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> SendQuietly { get; set; }

    /// <summary>Null when the command could not be recorded; the page has then said so, and said every refusal.</summary>
    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    /// <summary>The articles behind the rule, such as "L 3 §3".</summary>
    [Parameter]
    public ImmutableArray<string> Sources { get; set; } = [];

    /// <summary>Votes to be confirmed stand in a panel of this reader's own.</summary>
    [Parameter]
    public bool ConfirmsElsewhere { get; set; }

    private ImmutableArray<SeatView> MySeats => View.SeatsOf(Standing.Person);

    private ImmutableArray<UnconfirmedVote> Unconfirmed => View.Ballot is { Ballot: { IsRunning: true } ballot } && !ConfirmsElsewhere && !IsAway ? ballot.Unconfirmed : [];

    // Whoever has stepped aside has left the room: the count runs without them (rules of procedure, art. 53).
    private bool IsAway => Standing.Recused && View.Ballot is { Ballot.IsRunning: true };

    private static string Look(Choice choice) => choice.Value switch
    {
        "for" => "tally-cell tally-for",
        "against" => "tally-cell tally-against",
        "abstain" => "tally-cell tally-abstain",
        _ => "tally-cell tally-option",
    };

    private string WhyNot => Standing switch
    {
        { HasVoice: false } => texts["NoVoice"],
        { IsIn: false } => texts["NotSignedIn"],
        { Recused: true } => texts["YouAreRecused"],
        { Sitter: { } sitter } => texts["PartnerVotes", sitter],
        _ => texts["NotSignedIn"],
    };

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    // What the state shows needs no attempt any more.
    protected override void OnParametersSet()
    {
        foreach (var seat in _attempts.Keys.ToList())
        {
            var attempt = _attempts[seat];
            var shown = MySeats.FirstOrDefault(s => s.Id == seat)?.Vote;
            if (View.Ballot?.Ballot.Id != attempt.Ballot || shown?.Id == attempt.Id || (attempt.RecordedAt is { } at && shown?.At >= at))
                _attempts.Remove(seat);
        }
    }

    private VoteAttempt? AttemptOf(SeatId seat, BallotId ballot) =>
        _attempts.TryGetValue(seat, out var attempt) && attempt.Ballot == ballot ? attempt : null;

    private static VotePhase PhaseOf(SeatView seat, VoteAttempt? attempt, Ballot ballot) =>
        attempt?.Phase ?? (seat.HasVoted ? VotePhase.Recorded : ballot.IsRunning ? VotePhase.NotYet : VotePhase.Missed);

    private async Task VoteAsync(SeatVote vote)
    {
        if (View.Ballot is not { } ballot || IsRecorded(vote, ballot.Ballot))
            return;

        // A later click takes the place of an earlier one that is still being tried: the earlier one is then sent no more.
        var attempt = _attempts[vote.Seat] = new VoteAttempt(ballot.Ballot.Id, vote);
        var left = _left.Token; // asked now: once the part is gone its source is, too
        for (var tries = 1; _attempts.GetValueOrDefault(vote.Seat) == attempt; tries++)
        {
            if (await SendQuietly(attempt.Command) is { } outcome)
            {
                Answered(vote.Seat, attempt, outcome);
                return;
            }
            attempt.Phase = VotePhase.Retrying;
            StateHasChanged();
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(tries, 5)), clock, left);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // The same choice once more says nothing new, and the journal keeps every vote.
    private bool IsRecorded(SeatVote vote, Ballot ballot) =>
        AttemptOf(vote.Seat, ballot.Id) is null && MySeats.FirstOrDefault(s => s.Id == vote.Seat)?.Vote is { } cast && cast.Choice == vote.Choice && cast.Voter == Standing.Person;

    // It, or a later one from another window.
    private bool IsShown(SeatId seat, VoteCast cast) => MySeats.FirstOrDefault(s => s.Id == seat)?.Vote is { } shown && (shown.Id == cast.Id || shown.At >= cast.At);

    private void Answered(SeatId seat, VoteAttempt attempt, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Refused(var why):
                (attempt.Phase, attempt.Why) = (VotePhase.Refused, why);
                break;
            case Outcome.Ok(var events) when events.OfType<VoteCast>().FirstOrDefault() is { } cast && !IsShown(seat, cast):
                attempt.RecordedAt = cast.At; // on disk; the state that says so is on its way to this screen
                break;
            default:
                if (_attempts.GetValueOrDefault(seat) == attempt)
                    _attempts.Remove(seat);
                break;
        }
    }

    private string Title(BallotView ballot) => (ballot.Ballot.IsBlock, ballot.Ballot.IsProposal) switch
    {
        (true, _) => texts["BlockTitle", ballot.Ballot.Items.Length, names.OfOutcome(ballot.Ballot.Options[0]).InSentence()],
        (_, true) => texts["ProposalTitle", names.OfOutcome(ballot.Ballot.Options[0]).InSentence()],
        _ => texts["OutcomesTitle"],
    };

    // The item on the screen is another one: the result says whose it is.
    private string PassedOver(Ballot ballot)
    {
        var items = ballot.Items.Select(View.Meeting.ItemOf).OfType<Item>().Select(item => item.Planned).ToList();
        return items is [var only] ? texts["PassedOver", only.Number, only.Titles.InReadersLanguage()] : texts["PassedOverBlock", string.Join(", ", items.Select(item => item.Number))];
    }

    // Closed, nobody is awaited any more: who is missing did not vote.
    private string Turnout(BallotView ballot) => ballot.Ballot.Result is not null && ballot.Voted < ballot.Entitled
        ? texts["VotedOfSilent", ballot.Voted, ballot.Entitled, ballot.Entitled - ballot.Voted]
        : texts["VotedOf", ballot.Voted, ballot.Entitled];

    private string Legend(SeatView seat) => MySeats.Length == 1 && seat.Seat.IsOf(Standing.Person)
        ? texts["YourVote"]
        : texts[seat.Seat.IsOf(Standing.Person) ? "YourOwnVote" : "ProxyVote", names.Of(seat.Seat.Group).InSentence(), View.Meeting.NameOf(seat.Seat.Effective)];

    private string Say(Refusal why) => refusals[why.Key, [.. why.Gaps]];

    private Task<Outcome?> ConfirmAsync((VoteId Vote, Choice? Seen) said) => Send(new ConfirmWitnessedVote(View.Ballot!.Ballot.Id, said.Vote, said.Seen));

    private Task<Outcome?> RejectAsync(VoteId vote) => Send(new RejectWitnessedVote(View.Ballot!.Ballot.Id, vote));
}
