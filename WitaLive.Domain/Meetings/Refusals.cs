using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Meetings;

// Every "no" a person in a meeting can meet. The texts are in RefusalTexts, one for each name.
public sealed record MeetingNotPrepared : Refusal;

public sealed record MeetingNotOpen : Refusal;

public sealed record MeetingHasBegun : Refusal;

public sealed record MeetingOver : Refusal;

public sealed record MeetingIsCancelled : Refusal;

public sealed record NotBeforeTheStart(DateTimeOffset StartsAt) : Refusal
{
    public override ImmutableArray<object> Gaps => [StartsAt];
}

public sealed record NotYetSignable(DateTimeOffset From) : Refusal
{
    public override ImmutableArray<object> Gaps => [From];
}

public sealed record NotHeldOnline : Refusal;

public sealed record NotHeldOnSite : Refusal;

public sealed record OnlyTheChair : Refusal;

public sealed record OnlyTheSecretariat : Refusal;

public sealed record NoOnePresides : Refusal;

public sealed record NotOnTheList : Refusal;

public sealed record NotForAnother : Refusal;

public sealed record NotSignedIn : Refusal;

public sealed record NotOfThisSeat : Refusal;

public sealed record TimesDoNotFit : Refusal;

public sealed record ReasonMissing : Refusal;

public sealed record TextMissing : Refusal;

public sealed record ProxyTooLate : Refusal;

public sealed record ProxyHolderNotMember : Refusal;

public sealed record ProxyHolderTaken : Refusal;

public sealed record ProxySignedLater : Refusal;

public sealed record ProxyFromDuo : Refusal;

public sealed record UnknownItem : Refusal;

public sealed record ItemConcludedAlready : Refusal;

public sealed record ItemNotCalled : Refusal;

public sealed record ItemStillOpen(int Number) : Refusal
{
    public override ImmutableArray<object> Gaps => [Number];
}

public sealed record NothingProposed : Refusal;

public sealed record HearingNotStarted : Refusal;

public sealed record UndoTooLate(int Minutes) : Refusal
{
    public override ImmutableArray<object> Gaps => [Minutes];
}

public sealed record ConclusionsAreFinal : Refusal;

public sealed record NothingCarried : Refusal;

public sealed record NothingToRefer : Refusal;

public sealed record OutcomeCarried(string Outcome) : Refusal
{
    public override ImmutableArray<object> Gaps => [Outcome];
}

public sealed record RecusalTooLate : Refusal;

public sealed record NoQuorum(QuorumStatus Status) : Refusal;

public sealed record QuorumIsThere : Refusal;

public sealed record BallotStillOpen : Refusal;

public sealed record BallotClosed : Refusal;

public sealed record BallotIsSuspended : Refusal;

public sealed record UnknownOption(string Option) : Refusal
{
    public override ImmutableArray<object> Gaps => [Option];
}

public sealed record NoOption : Refusal;

public sealed record BlockOfDifferentOutcomes : Refusal;

public sealed record RecusedInBlock(int Number) : Refusal
{
    public override ImmutableArray<object> Gaps => [Number];
}

public sealed record NotInBlock : Refusal;

public sealed record TakenOutBefore(int Number) : Refusal
{
    public override ImmutableArray<object> Gaps => [Number];
}

public sealed record EndsInThePast : Refusal;

public sealed record NotYourSeat : Refusal;

public sealed record SeatHasNoVoice : Refusal;

public sealed record NoVoice : Refusal;

public sealed record NoSuchVote : Refusal;

/// <summary>A second person was faster: what somebody else says is wrong counts.</summary>
public sealed record ConfirmedMeanwhile : Refusal;

public sealed record WitnessNeedsAnother : Refusal;

/// <summary>The member voted themself: only they can confirm another vote.</summary>
public sealed record OwnVoteStands : Refusal;

/// <summary>What was put to the vote goes the way the vote gives.</summary>
public sealed record EvokedAfterTheVote : Refusal;

/// <summary>What is wrong in a meeting that runs is done again in it.</summary>
public sealed record CorrectionTooEarly : Refusal;

/// <summary>Votes and what they gave stand; a new decision corrects an earlier one.</summary>
public sealed record DecisionsAreNotCorrected : Refusal;

public sealed record HoursDoNotFit : Refusal;

/// <summary>A pause has to lie within the meeting and beside the others, and nothing was voted on, heard or concluded in it.</summary>
public sealed record PauseDoesNotFit : Refusal;

public sealed record UnknownPause : Refusal;
