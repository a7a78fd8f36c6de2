using System.Text.Json.Serialization;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Decisions;

namespace WitaLive.Domain.Ballots;

[JsonConverter(typeof(JsonStringEnumConverter<BallotState>))]
public enum BallotState
{
    Open,
    Suspended,
    Closed,
    Annulled,
}

/// <summary>One question put to the vote, with the rule that governs it. One option is a proposal; several exclude each other.</summary>
/// <remarks>Votes are open and by name (rules of procedure, art. 11); a seat's later vote replaces its earlier one while the ballot is open.</remarks>
public sealed record Ballot(
    BallotId Id,
    ImmutableArray<ItemId> Items,
    ImmutableArray<string> Options,
    DecisionRule Rule,
    bool CountsHidden,
    DateTimeOffset OpenedAt)
{
    public BallotState State { get; init; } = BallotState.Open;

    /// <summary>When the chair means to close it; the clock reminds, only the chair closes.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public ImmutableDictionary<SeatId, Vote> Votes { get; init; } = ImmutableDictionary<SeatId, Vote>.Empty;

    /// <summary>Every vote ever received here. One that comes again gets its first answer and changes nothing.</summary>
    public ImmutableHashSet<VoteId> Seen { get; init; } = [];

    /// <summary>Files that a member had taken out of the block; each is dealt with alone.</summary>
    public ImmutableArray<ItemId> TakenOut { get; init; } = [];

    /// <summary>At most one for each seat: what is entered or voted later stands in its place.</summary>
    public ImmutableArray<UnconfirmedVote> Unconfirmed { get; init; } = [];

    /// <summary>At most one for each seat, until something is entered or voted for it or the ballot is over: whoever entered the vote has to know.</summary>
    public ImmutableArray<RemovedVote> Removed { get; init; } = [];

    /// <summary>Set when the ballot closes, and never computed again.</summary>
    public BallotResult? Result { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What it puts beside the outcome, file by file; nothing of a file of which no activity was marked.</summary>
    public ImmutableArray<PutActivities> Activities { get; init; } = [];

    /// <summary>Open or suspended: it has no result yet.</summary>
    public bool IsRunning => State is BallotState.Open or BallotState.Suspended;

    public bool IsBlock => Items.Length > 1;

    public bool IsProposal => Options.Length == 1;

    /// <summary>The activities of a file as this ballot puts them.</summary>
    public ImmutableArray<ActivityMark> MarksOf(ItemId item) => Activities.FirstOrDefault(put => put.Item == item)?.Marks ?? [];

    /// <summary>Its voter has voted on their own screen: what somebody did there is changed by nobody else, and only they can confirm the entered vote.</summary>
    public bool IsForItsVoter(UnconfirmedVote entered) => Votes.TryGetValue(entered.Seat, out var own) && own is { Witness: null } && own.Voter == entered.Voter;

    /// <summary>Every choice that may be voted, abstention last.</summary>
    public ImmutableArray<Choice> Choices => IsProposal
        ? [Choice.For, Choice.Against, Choice.Abstain]
        : [.. Options.Select(Choice.From), Choice.Abstain];
}
