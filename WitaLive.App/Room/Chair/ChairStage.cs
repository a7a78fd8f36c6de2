using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>What the chair has to do next.</summary>
public enum ChairStage
{
    NotPrepared,
    ToOpen,
    Break,
    ToCall,
    OnItem,
    BallotOpen,
    BallotSuspended,
    ToConclude,
    Over,
}

/// <summary>Where a meeting stands for whoever presides. Follows from the meeting alone, so that every tab says the same.</summary>
public static class ChairStages
{
    public static ChairStage Of(Meeting meeting) => meeting switch
    {
        { Plan: null } => ChairStage.NotPrepared,
        { State: MeetingState.Planned } => ChairStage.ToOpen,
        { State: MeetingState.Suspended } => ChairStage.Break,
        { State: MeetingState.Closed or MeetingState.Adjourned } => ChairStage.Over,
        { Ballot.State: BallotState.Open } => ChairStage.BallotOpen,
        { Ballot.State: BallotState.Suspended } => ChairStage.BallotSuspended,
        _ when !Due(meeting).IsEmpty => ChairStage.ToConclude,
        { Current: not null } => ChairStage.OnItem,
        _ => ChairStage.ToCall,
    };

    /// <summary>What the rule gives for the items just voted on, one conclusion for all that end alike.</summary>
    public static ImmutableArray<ConcludeItems> Due(Meeting meeting) => Together(meeting, JustVoted(meeting));

    /// <summary>Items with a result that the meeting has left without concluding them.</summary>
    public static ImmutableArray<ConcludeItems> Left(Meeting meeting)
    {
        var due = JustVoted(meeting);
        return [.. meeting.Waiting.Where(item => !due.Contains(item.Id)).Select(item => meeting.ByRule(item.Id)).OfType<ConcludeItems>()];
    }

    private static ImmutableArray<ConcludeItems> Together(Meeting meeting, ImmutableArray<ItemId> items) =>
        [.. items.Select(meeting.ByRule).OfType<ConcludeItems>()
            .GroupBy(conclude => (conclude.Kind, conclude.Outcome))
            .Select(alike => alike.First() with { Items = [.. alike.SelectMany(conclude => conclude.Items)] })];

    // The ballot opened last, unless another item was called after it; otherwise the item being dealt with.
    private static ImmutableArray<ItemId> JustVoted(Meeting meeting)
    {
        if (meeting.Ballot is { State: BallotState.Closed } ballot && (meeting.Current is not { } current || ballot.Items.Contains(current)
            || meeting.CurrentSince <= ballot.ClosedAt) && ballot.Items.Any(item => meeting.ItemOf(item) is { Conclusion: null }))
            return [.. ballot.Items.Where(item => meeting.ItemOf(item) is { Conclusion: null })];
        return meeting.Current is { } dealtWith ? [dealtWith] : [];
    }
}
