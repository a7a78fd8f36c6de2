using WitaLive.Domain.Applications;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Presence;

namespace WitaLive.Domain.Meetings;

/// <summary>Who asks. What a person may do in a meeting follows from the meeting; only the secretariat brings a right along.</summary>
public readonly record struct Actor(PersonId Person, bool IsSecretariat = false);

public abstract record MeetingCommand;

// Before and around the meeting
public sealed record PrepareMeeting(MeetingPlan Plan) : MeetingCommand;

public sealed record ReceiveProxy(SeatId Giver, PersonId Holder, DateTimeOffset SignedAt) : MeetingCommand;

public sealed record OpenMeeting : MeetingCommand;

public sealed record SuspendMeeting(string? Reason = null) : MeetingCommand;

public sealed record ResumeMeeting : MeetingCommand;

/// <summary>There is no quorum: what is left goes to a second convocation, or where a second failure sends it.</summary>
public sealed record AdjournMeeting : MeetingCommand;

/// <param name="Reason">Why what is left was not dealt with; asked for only when something is left.</param>
public sealed record CloseMeeting(string? Reason = null) : MeetingCommand;

// Attendance
public sealed record SignIn(PersonId Person, AttendanceMode Mode) : MeetingCommand;

public sealed record SignInGuest(PersonId Guest, string Name, Capacity Capacity, AttendanceMode Mode) : MeetingCommand;

public sealed record SignOut(PersonId Person) : MeetingCommand;

public sealed record CorrectAttendance(PersonId Person, int Stay, DateTimeOffset From, DateTimeOffset? Until, string Reason) : MeetingCommand;

/// <summary>One of the duo takes the seat over from the other.</summary>
public sealed record TakeSeat(SeatId Seat, PersonId Person) : MeetingCommand;

public sealed record Recuse(ItemId Item, PersonId Person) : MeetingCommand;

public sealed record WithdrawRecusal(ItemId Item, PersonId Person) : MeetingCommand;

// Speakers
public sealed record RaiseHand(PersonId Person) : MeetingCommand;

public sealed record LowerHand(PersonId Person) : MeetingCommand;

public sealed record GiveFloor(PersonId Person) : MeetingCommand;

public sealed record EndFloor(PersonId Person) : MeetingCommand;

// Items
public sealed record CallItem(ItemId Item) : MeetingCommand;

/// <summary>Off the agenda: every member present has to agree expressly (rules of procedure, art. 5 § 3).</summary>
public sealed record ProposeItem(AgendaItem Item) : MeetingCommand;

public sealed record ConsentToItem(ItemId Item, SeatId Seat) : MeetingCommand;

/// <summary>An item that was proposed is not added: the member in that seat does not agree, or, without a seat, whoever presides or the secretariat takes it back.</summary>
public sealed record LeaveItemOff(ItemId Item, SeatId? Seat = null) : MeetingCommand;

/// <summary>Off the agenda in urgency: the chair alone, with the reason on record (rules of procedure, art. 5 § 3).</summary>
public sealed record AddUrgentItem(AgendaItem Item, string Reason) : MeetingCommand;

public sealed record StartHearing(ItemId Item, ImmutableArray<string> Heard) : MeetingCommand;

public sealed record EndHearing(ItemId Item) : MeetingCommand;

/// <param name="Outcome">Which option, when it is decided.</param>
/// <param name="Reason">Asked for when the item is postponed, withdrawn, or something is asked.</param>
public sealed record ConcludeItems(ImmutableArray<ItemId> Items, ConclusionKind Kind, string? Outcome = null, string? Reason = null) : MeetingCommand;

/// <summary>A member of the administrations who does not sit asked for it with reasons, and the chair agrees: it goes to the chamber above, without a vote.</summary>
/// <param name="Reason">The chair's.</param>
/// <param name="Asked">The reasons of who asked.</param>
public sealed record EvokeItem(ItemId Item, string Reason, string? Asked = null) : MeetingCommand;

public sealed record UndoConclusion(ItemId Item) : MeetingCommand;

/// <param name="IsAccepted">Null takes back what was said.</param>
/// <param name="Reason">A code, when it is not accepted.</param>
public sealed record MarkActivity(ItemId Item, ActivityId Activity, bool? IsAccepted, string? Reason = null) : MeetingCommand;

public sealed record TakeNote(Guid Note, ItemId? Item, string Text) : MeetingCommand;

// Ballots
public sealed record OpenBallot(
    BallotId Ballot, ImmutableArray<ItemId> Items, ImmutableArray<string> Options, bool CountsHidden = false, DateTimeOffset? EndsAt = null) : MeetingCommand;

public sealed record ExtendBallot(BallotId Ballot, DateTimeOffset Until) : MeetingCommand;

public sealed record CastVote(VoteId Id, BallotId Ballot, SeatId Seat, Choice Choice) : MeetingCommand;

public sealed record EnterWitnessedVote(VoteId Id, BallotId Ballot, SeatId Seat, Choice Choice, VoteMeans Means) : MeetingCommand;

/// <param name="Seen">Which choice the second person saw or heard; null when what was entered stands before them.</param>
public sealed record ConfirmWitnessedVote(BallotId Ballot, VoteId Id, Choice? Seen = null) : MeetingCommand;

public sealed record RejectWitnessedVote(BallotId Ballot, VoteId Id) : MeetingCommand;

public sealed record TakeOutOfBlock(BallotId Ballot, ItemId Item) : MeetingCommand;

public sealed record ResumeBallot(BallotId Ballot) : MeetingCommand;

public sealed record CloseBallot(BallotId Ballot) : MeetingCommand;

/// <summary>The vote is void and can be held again; the journal keeps it with the reason.</summary>
public sealed record AnnulBallot(BallotId Ballot, string Reason) : MeetingCommand;

// The record, once the meeting is over
/// <summary>The secretariat puts right what the report says. Never a vote, nor what it gave: a new decision corrects an earlier one.</summary>
public abstract record CorrectFact(string Reason) : MeetingCommand;

public sealed record CorrectHours(DateTimeOffset OpenedAt, DateTimeOffset EndedAt, string Reason) : CorrectFact(Reason);

/// <param name="Pause">Its place among the pauses, from 0; the place after the last one for a pause that nobody had recorded.</param>
/// <param name="Until">The beginning again: there was no such pause.</param>
/// <param name="Text">Why the meeting paused.</param>
public sealed record CorrectPause(int Pause, DateTimeOffset From, DateTimeOffset Until, string? Text, string Reason) : CorrectFact(Reason);

/// <param name="Text">Why the item was put off, withdrawn, referred, or what was asked.</param>
public sealed record CorrectConclusion(ItemId Item, string Text, string Reason) : CorrectFact(Reason);

/// <param name="Hearing">Its place among the hearings of the item, from 0; the place after the last one for a hearing that nobody had recorded.</param>
/// <param name="Heard">Empty: nobody was heard.</param>
public sealed record CorrectHearing(ItemId Item, int Hearing, ImmutableArray<string> Heard, DateTimeOffset From, DateTimeOffset Until, string Reason) : CorrectFact(Reason);

/// <summary>How an expert, or somebody who was heard, is called.</summary>
public sealed record CorrectGuest(PersonId Guest, string Name, string Reason) : CorrectFact(Reason);

/// <summary>Chair and secretary have confirmed the report: nothing in it changes any more.</summary>
public sealed record CloseReport : MeetingCommand;
