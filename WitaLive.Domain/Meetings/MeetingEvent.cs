using System.Text.Json.Serialization;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Meetings;

/// <summary>Something that happened in a meeting. Its name in the journal is written out here and never changed; new fields are optional.</summary>
[JsonDerivedType(typeof(MeetingPrepared), "meeting-prepared")]
[JsonDerivedType(typeof(ProxyReceived), "proxy-received")]
[JsonDerivedType(typeof(MeetingOpened), "meeting-opened")]
[JsonDerivedType(typeof(MeetingSuspended), "meeting-suspended")]
[JsonDerivedType(typeof(MeetingResumed), "meeting-resumed")]
[JsonDerivedType(typeof(MeetingAdjourned), "meeting-adjourned")]
[JsonDerivedType(typeof(MeetingClosed), "meeting-closed")]
[JsonDerivedType(typeof(SignedIn), "signed-in")]
[JsonDerivedType(typeof(GuestSignedIn), "guest-signed-in")]
[JsonDerivedType(typeof(SignedOut), "signed-out")]
[JsonDerivedType(typeof(AttendanceCorrected), "attendance-corrected")]
[JsonDerivedType(typeof(SeatOccupied), "seat-occupied")]
[JsonDerivedType(typeof(Recused), "recused")]
[JsonDerivedType(typeof(RecusalWithdrawn), "recusal-withdrawn")]
[JsonDerivedType(typeof(HandRaised), "hand-raised")]
[JsonDerivedType(typeof(HandLowered), "hand-lowered")]
[JsonDerivedType(typeof(FloorGiven), "floor-given")]
[JsonDerivedType(typeof(FloorEnded), "floor-ended")]
[JsonDerivedType(typeof(ItemCalled), "item-called")]
[JsonDerivedType(typeof(ItemProposed), "item-proposed")]
[JsonDerivedType(typeof(ItemConsented), "item-consented")]
[JsonDerivedType(typeof(ItemLeftOff), "item-left-off")]
[JsonDerivedType(typeof(ItemAdded), "item-added")]
[JsonDerivedType(typeof(HearingStarted), "hearing-started")]
[JsonDerivedType(typeof(HearingEnded), "hearing-ended")]
[JsonDerivedType(typeof(ItemConcluded), "item-concluded")]
[JsonDerivedType(typeof(ConclusionUndone), "conclusion-undone")]
[JsonDerivedType(typeof(ActivityMarked), "activity-marked")]
[JsonDerivedType(typeof(NoteTaken), "note-taken")]
[JsonDerivedType(typeof(BallotOpened), "ballot-opened")]
[JsonDerivedType(typeof(BallotExtended), "ballot-extended")]
[JsonDerivedType(typeof(VoteCast), "vote-cast")]
[JsonDerivedType(typeof(WitnessedVoteEntered), "witnessed-vote-entered")]
[JsonDerivedType(typeof(WitnessedVoteRejected), "witnessed-vote-rejected")]
[JsonDerivedType(typeof(ItemTakenOut), "item-taken-out")]
[JsonDerivedType(typeof(BallotSuspended), "ballot-suspended")]
[JsonDerivedType(typeof(BallotResumed), "ballot-resumed")]
[JsonDerivedType(typeof(BallotConcluded), "ballot-concluded")]
[JsonDerivedType(typeof(BallotAnnulled), "ballot-annulled")]
[JsonDerivedType(typeof(HoursCorrected), "hours-corrected")]
[JsonDerivedType(typeof(PauseCorrected), "pause-corrected")]
[JsonDerivedType(typeof(ConclusionCorrected), "conclusion-corrected")]
[JsonDerivedType(typeof(HearingCorrected), "hearing-corrected")]
[JsonDerivedType(typeof(GuestCorrected), "guest-corrected")]
[JsonDerivedType(typeof(ReportClosed), "report-closed")]
public abstract record MeetingEvent
{
    /// <summary>When the server decided it, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whose command caused it.</summary>
    public PersonId By { get; init; }
}

public sealed record MeetingPrepared(MeetingPlan Plan) : MeetingEvent;

public sealed record ProxyReceived(Proxy Proxy) : MeetingEvent;

public sealed record MeetingOpened(QuorumStatus Quorum, ChairRole Presiding) : MeetingEvent;

public sealed record MeetingSuspended(string? Reason) : MeetingEvent;

public sealed record MeetingResumed : MeetingEvent;

/// <summary>No quorum. The items left go to a second convocation, or to <see cref="ReferTo"/> when this was one already.</summary>
public sealed record MeetingAdjourned(QuorumStatus Quorum, ImmutableArray<ItemId> Items, FormationCode? ReferTo) : MeetingEvent;

public sealed record MeetingClosed : MeetingEvent;

public sealed record SignedIn(PersonId Person, AttendanceMode Mode) : MeetingEvent;

public sealed record GuestSignedIn(PersonId Person, string Name, Capacity Capacity, AttendanceMode Mode) : MeetingEvent;

public sealed record SignedOut(PersonId Person) : MeetingEvent;

public sealed record AttendanceCorrected(PersonId Person, int Stay, DateTimeOffset From, DateTimeOffset? Until, string Reason) : MeetingEvent;

public sealed record SeatOccupied(SeatId Seat, PersonId Person) : MeetingEvent;

public sealed record Recused(ItemId Item, PersonId Person) : MeetingEvent;

public sealed record RecusalWithdrawn(ItemId Item, PersonId Person) : MeetingEvent;

public sealed record HandRaised(PersonId Person) : MeetingEvent;

public sealed record HandLowered(PersonId Person) : MeetingEvent;

public sealed record FloorGiven(PersonId Person) : MeetingEvent;

public sealed record FloorEnded(PersonId Person) : MeetingEvent;

public sealed record ItemCalled(ItemId Item) : MeetingEvent;

public sealed record ItemProposed(AgendaItem Item) : MeetingEvent;

public sealed record ItemConsented(ItemId Item, SeatId Seat) : MeetingEvent;

/// <summary>Not added after all: the member in that seat did not agree; without one it was taken back.</summary>
public sealed record ItemLeftOff(ItemId Item, SeatId? Seat) : MeetingEvent;

/// <summary>Added off the agenda; with a reason when the chair did so in urgency, without one when all agreed.</summary>
public sealed record ItemAdded(AgendaItem Item, string? UrgencyReason) : MeetingEvent;

public sealed record HearingStarted(ItemId Item, ImmutableArray<string> Heard) : MeetingEvent;

public sealed record HearingEnded(ItemId Item) : MeetingEvent;

/// <param name="ReferTo">The formation it goes to, when it is referred.</param>
/// <param name="ForPresident">Nothing was carried where there is nowhere to refer to (law reference §10, O-8).</param>
/// <param name="Asked">Why a member asked for it, when it was evoked; <paramref name="Reason"/> is then why the chair agreed.</param>
public sealed record ItemConcluded(
    ItemId Item, ConclusionKind Kind, string? Outcome, string? Reason, BallotId? Ballot, FormationCode? ReferTo, bool ForPresident = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Asked = null) : MeetingEvent;

public sealed record ConclusionUndone(ItemId Item) : MeetingEvent;

/// <param name="IsAccepted">Null: what was said before is taken back.</param>
public sealed record ActivityMarked(ItemId Item, ActivityId Activity, bool? IsAccepted, string? Reason) : MeetingEvent;

public sealed record NoteTaken(Guid Note, ItemId? Item, string Text) : MeetingEvent;

/// <param name="Activities">What is put beside the outcome: the activities as they are marked at that moment; null where none is.</param>
public sealed record BallotOpened(
    BallotId Ballot, ImmutableArray<ItemId> Items, ImmutableArray<string> Options, DecisionRule Rule, bool CountsHidden, DateTimeOffset? EndsAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<PutActivities>? Activities = null) : MeetingEvent;

public sealed record BallotExtended(BallotId Ballot, DateTimeOffset Until) : MeetingEvent;

public sealed record VoteCast(VoteId Id, BallotId Ballot, SeatId Seat, PersonId Voter, Choice Choice, Witness? Witness = null) : MeetingEvent;

public sealed record WitnessedVoteEntered(VoteId Id, BallotId Ballot, SeatId Seat, PersonId Voter, Choice Choice, VoteMeans Means) : MeetingEvent;

public sealed record WitnessedVoteRejected(VoteId Id, BallotId Ballot) : MeetingEvent;

public sealed record ItemTakenOut(BallotId Ballot, ItemId Item) : MeetingEvent;

public sealed record BallotSuspended(BallotId Ballot, QuorumStatus Quorum) : MeetingEvent;

public sealed record BallotResumed(BallotId Ballot) : MeetingEvent;

public sealed record BallotConcluded(BallotId Ballot, BallotResult Result) : MeetingEvent;

/// <param name="Reason">What the chair gave; empty when the meeting was adjourned, or somebody whose vote was counted stepped aside.</param>
public sealed record BallotAnnulled(
    BallotId Ballot, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ForRecusal = false) : MeetingEvent;

public sealed record HoursCorrected(DateTimeOffset OpenedAt, DateTimeOffset EndedAt, string Reason) : MeetingEvent;

public sealed record PauseCorrected(int Pause, DateTimeOffset From, DateTimeOffset Until, string? Text, string Reason) : MeetingEvent;

public sealed record ConclusionCorrected(ItemId Item, string Text, string Reason) : MeetingEvent;

public sealed record HearingCorrected(ItemId Item, int Hearing, ImmutableArray<string> Heard, DateTimeOffset From, DateTimeOffset Until, string Reason) : MeetingEvent;

public sealed record GuestCorrected(PersonId Person, string Name, string Reason) : MeetingEvent;

public sealed record ReportClosed : MeetingEvent;
