using System.Text.Json.Serialization;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Meetings;

/// <summary>A seat of this meeting and the two people who may sit in it.</summary>
/// <param name="Section">The language section it belongs to.</param>
/// <param name="Number">Its place within the group, from 1.</param>
public sealed record PlannedSeat(SeatId Id, GroupCode Group, string Section, int Number, PersonId Effective, PersonId? Substitute)
{
    public bool IsOf(PersonId person) => person == Effective || person == Substitute;

    /// <summary>The other of the two; null when there is none.</summary>
    public PersonId? PartnerOf(PersonId person) => person == Effective ? Substitute : Effective;
}

/// <summary>Someone who may preside, in the order of the plan: the first who is there does.</summary>
public sealed record Presider(PersonId Person, ChairRole Role);

[JsonConverter(typeof(JsonStringEnumConverter<Capacity>))]
public enum Capacity
{
    Member,
    President,
    Consultative,
    Jurist,
    Secretary,
    Expert,
    Heard,
}

/// <summary>Someone who attends without a vote and signs the attendance list all the same (rules of procedure, art. 10).</summary>
public sealed record Attendant(PersonId Person, Capacity Capacity);

/// <summary>A voice given for this one meeting, when both of the duo are away (royal decree, art. 4 § 3).</summary>
/// <param name="Giver">The seat whose effective member gives it.</param>
/// <param name="Holder">A voting member of the same chamber; at most one proxy each.</param>
/// <param name="ReceivedAt">When the chair had it, through the secretariat: before the meeting starts.</param>
public sealed record Proxy(SeatId Giver, PersonId Holder, DateTimeOffset SignedAt, DateTimeOffset ReceivedAt);

/// <summary>One line of the agenda.</summary>
/// <param name="Titles">By language.</param>
/// <param name="File">The applicant's file; null for any other point.</param>
/// <param name="Reference">What people call the file by, such as its number.</param>
/// <param name="Outcomes">What may be put to the vote on it, most favourable first.</param>
/// <param name="Minutes">Planned. Unit: minutes, at least 0.</param>
/// <param name="Applicant">Whose file it is; for the members' screens, never for a big screen or a mail.</param>
/// <param name="Kind">Of its file, such as application or appeal: only files of one kind are put to the vote together. Null for any other point.</param>
/// <param name="Proposal">The decision of principle or the change of the cadastre that it puts to the vote; null for any other point.</param>
public sealed record AgendaItem(
    ItemId Id,
    int Number,
    ImmutableSortedDictionary<string, string> Titles,
    FileId? File,
    string? Reference,
    ImmutableArray<string> Outcomes,
    int Minutes,
    string? Applicant = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kind = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProposalId? Proposal = null);

/// <summary>Everything a meeting starts from. It is copied into the journal, so that later changes elsewhere change no past meeting.</summary>
/// <param name="Revision">Rises with every change of the plan; a plan already known is not prepared again.</param>
/// <param name="StartsAt">As printed in the convocation.</param>
/// <param name="SecondConvocation">The same items failed once for want of a quorum.</param>
/// <param name="ReferTo">Where an item goes when nothing is carried; null when it is put again or postponed (law reference §10, O-8).</param>
/// <param name="UndoFor">How long a conclusion can be undone, and how long its mail waits.</param>
/// <param name="Names">How each person is called, that day.</param>
/// <param name="Modes">How one may take part, as the convocation says (rules of procedure, art. 4; law reference §10, O-9); null where none is said: in any way.</param>
/// <param name="CancelledAt">The meeting is not held: whoever is in its room already can no longer begin it.</param>
/// <param name="ConvenedAt">When the convocations went out (rules of procedure, art. 5 § 4); null while nobody was told. It opens all the same: people may have been told otherwise.</param>
/// <param name="SignableFrom">From when on the attendance list lies open, until which nobody is there; null where none is said: at any time.</param>
/// <param name="PointOutcomes">What may be put to the vote on an item that is added and is no file; null where none is said: anything.</param>
public sealed record MeetingPlan(
    int Revision,
    FormationCode Formation,
    ImmutableSortedDictionary<string, string> Titles,
    ImmutableArray<string> Languages,
    DateTimeOffset StartsAt,
    bool SecondConvocation,
    ImmutableArray<PlannedSeat> Seats,
    ImmutableArray<Presider> Presiders,
    ImmutableArray<Attendant> Attendants,
    ImmutableArray<Proxy> Proxies,
    ImmutableArray<AgendaItem> Agenda,
    QuorumRule Quorum,
    DecisionRule Decision,
    FormationCode? ReferTo,
    TimeSpan UndoFor,
    ImmutableDictionary<PersonId, string> Names,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<AttendanceMode>? Modes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? CancelledAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ConvenedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? SignableFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? PointOutcomes = null);
