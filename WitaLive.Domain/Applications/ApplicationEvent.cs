using System.Text.Json.Serialization;

namespace WitaLive.Domain.Applications;

/// <summary>A question put to the applicant, in the applicant's language.</summary>
public sealed record Point(PointId Id, string Text);

/// <summary>What a chamber did with an application.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChamberAnswer>))]
public enum ChamberAnswer
{
    Decided,
    Referred,
    HearingAsked,
    InformationAsked,
    Postponed,
    Withdrawn,
}

/// <summary>Something that happened to an application. Its name in the journal is written out here and never changed; new fields are optional.</summary>
[JsonDerivedType(typeof(ApplicationSubmitted), "submitted")]
[JsonDerivedType(typeof(InformationRequested), "information-requested")]
[JsonDerivedType(typeof(PointAnswered), "point-answered")]
[JsonDerivedType(typeof(PointDropped), "point-dropped")]
[JsonDerivedType(typeof(ApplicantReminded), "applicant-reminded")]
[JsonDerivedType(typeof(CancelledForSilence), "cancelled-for-silence")]
[JsonDerivedType(typeof(DeclaredComplete), "declared-complete")]
[JsonDerivedType(typeof(InstitutionsAsked), "institutions-asked")]
[JsonDerivedType(typeof(InstitutionsAnswered), "institutions-answered")]
[JsonDerivedType(typeof(RoutedToChamber), "routed-to-chamber")]
[JsonDerivedType(typeof(PutOnAgenda), "put-on-agenda")]
[JsonDerivedType(typeof(TakenOffAgenda), "taken-off-agenda")]
[JsonDerivedType(typeof(InvitedToHearing), "invited-to-hearing")]
[JsonDerivedType(typeof(HearingConfirmed), "hearing-confirmed")]
[JsonDerivedType(typeof(ChamberConcluded), "chamber-concluded")]
[JsonDerivedType(typeof(ChamberUndid), "chamber-undid")]
[JsonDerivedType(typeof(ApplicationWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(AppealFiled), "appeal-filed")]
[JsonDerivedType(typeof(DecisionNotified), "decision-notified")]
[JsonDerivedType(typeof(JudgmentReplaced), "judgment-replaced")]
[JsonDerivedType(typeof(MeasureRequested), "measure-requested")]
[JsonDerivedType(typeof(HearingForgone), "hearing-forgone")]
[JsonDerivedType(typeof(RequesterTold), "requester-told")]
[JsonDerivedType(typeof(ApplicantWrote), "applicant-wrote")]
[JsonDerivedType(typeof(LetterPosted), "letter-posted")]
[JsonDerivedType(typeof(AccountFound), "account-found")]
[JsonDerivedType(typeof(MeetingLetterPosted), "meeting-letter-posted")]
[JsonDerivedType(typeof(DecisionCorrected), "decision-corrected")]
public abstract record ApplicationEvent
{
    public DateTimeOffset At { get; init; }

    /// <summary>The day it was in Brussels: clocks and periods count days.</summary>
    public DateOnly On { get; init; }

    /// <summary>Who did it; null for what the system or a chamber did.</summary>
    public PersonId? By { get; init; }
}

/// <param name="IsAssisted">The secretariat filled it in, with the person at the telephone.</param>
public sealed record ApplicationSubmitted(bool IsAssisted = false) : ApplicationEvent;

public sealed record InformationRequested(ImmutableArray<Point> Points) : ApplicationEvent;

public sealed record PointAnswered(PointId Point, string Answer, ImmutableArray<Proof> Proofs) : ApplicationEvent;

public sealed record PointDropped(PointId Point) : ApplicationEvent;

/// <param name="Number">1 for the first reminder of one silence.</param>
public sealed record ApplicantReminded(int Number) : ApplicationEvent;

public sealed record CancelledForSilence : ApplicationEvent;

public sealed record DeclaredComplete : ApplicationEvent;

/// <param name="Until">The last day on which the clock stands still for it.</param>
public sealed record InstitutionsAsked(string What, DateOnly Until) : ApplicationEvent;

public sealed record InstitutionsAnswered : ApplicationEvent;

/// <param name="ByPresident">The President, or the vice-president, chose it.</param>
public sealed record RoutedToChamber(
    ChamberId Chamber, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ByPresident = false) : ApplicationEvent;

public sealed record PutOnAgenda(MeetingId Meeting, DateTimeOffset StartsAt) : ApplicationEvent;

public sealed record TakenOffAgenda : ApplicationEvent;

public sealed record InvitedToHearing : ApplicationEvent;

public sealed record HearingConfirmed : ApplicationEvent;

/// <param name="Marks">The activities as the ballot put them that carried the outcome; null where nothing was marked.</param>
public sealed record ChamberConcluded(MeetingId Meeting, ChamberAnswer Answer, string? Outcome, FormationCode? ReferTo, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ActivityMark>? Marks = null) : ApplicationEvent;

public sealed record ChamberUndid(MeetingId Meeting) : ApplicationEvent;

public sealed record ApplicationWithdrawn : ApplicationEvent;

/// <param name="Before">The chambers that had the file before: none of them gets the appeal.</param>
/// <param name="Measure">What was sought in the file whose decision this is against; null when that was an application.</param>
public sealed record AppealFiled(FileId Against, ImmutableArray<ChamberId> Before, string Element, ImmutableArray<Proof> Proofs, MeasureSought? Measure = null) : ApplicationEvent;

/// <param name="Until">The last day of a suspension, or of the ban that goes with an annulment.</param>
/// <param name="Number">1 for the decision of the chamber, more for what took its place.</param>
/// <param name="UntilFollows">How long the measure lasts is not said yet.</param>
public sealed record DecisionNotified(
    DateOnly Day, DateOnly? Until = null, int Number = 1, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool UntilFollows = false) : ApplicationEvent;

/// <param name="IsByLetter">The person has no account: only letters reach them.</param>
public sealed record MeasureRequested(MeasureSought Sought, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsByLetter = false) : ApplicationEvent;

/// <summary>The invitation to be heard, or a reminder of it, went to somebody without an account.</summary>
public sealed record LetterPosted(DateOnly Day) : ApplicationEvent;

/// <summary>Somebody without an account was told by letter when their file is dealt with.</summary>
/// <param name="Day">When it was posted.</param>
/// <param name="HeardAt">As the letter says.</param>
/// <param name="Place">The same; empty for who does not come.</param>
public sealed record MeetingLetterPosted(DateOnly Day, DateTimeOffset HeardAt, string Place) : ApplicationEvent;

/// <summary>An account goes with what it is about: the person reads it there from now on, and no letter is needed any more.</summary>
public sealed record AccountFound : ApplicationEvent;

/// <summary>It is dealt with without a hearing.</summary>
/// <param name="Said">What the person wants the chamber to know instead; empty for nothing.</param>
/// <param name="BySilence">Nobody answered the invitation in time.</param>
public sealed record HearingForgone(string Said, bool BySilence) : ApplicationEvent;

/// <summary>The inspection service was told of the decision.</summary>
public sealed record RequesterTold(DateOnly Day) : ApplicationEvent;

/// <summary>The letter of a correction went out: that decision takes the place of the one before, and its periods of appeal begin with its own notification.</summary>
/// <param name="Number">Of the correction among the decisions on the file.</param>
public sealed record DecisionCorrected(int Number) : ApplicationEvent;

public sealed record JudgmentReplaced(string Outcome, string Court, DateOnly Day) : ApplicationEvent;

/// <summary>Whoever owes an answer wrote a message meanwhile; what it says stands elsewhere.</summary>
public sealed record ApplicantWrote : ApplicationEvent;
