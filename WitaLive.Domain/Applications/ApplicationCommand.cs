namespace WitaLive.Domain.Applications;

/// <summary>What somebody wants to happen to an application.</summary>
public abstract record ApplicationCommand;

/// <param name="Gaps">What is missing from what was chosen.</param>
/// <param name="ThisYear">How many applications the person submitted before in this calendar year; those that silence cancelled are not counted.</param>
/// <param name="HasOpen">Whether another one of the same person is not finished.</param>
/// <param name="NotBefore">The first day on which the attestation held may be renewed; null for who holds none.</param>
/// <param name="IsExamined">Whether the suspension or annulment of an attestation of the same person is asked for and not decided.</param>
/// <param name="BannedUntil">The last day of the ban that an annulment brought; null for none.</param>
/// <param name="IsAssisted">The secretariat fills it in, with the person at the telephone.</param>
public sealed record SubmitApplication(
    ImmutableArray<Gap> Gaps, int ThisYear, bool HasOpen, DateOnly? NotBefore = null, bool IsExamined = false, DateOnly? BannedUntil = null, bool IsAssisted = false) : ApplicationCommand;

/// <param name="HasOpen">Whether another request about the same attestation or registration is not decided.</param>
/// <param name="IsByLetter">The person has no account: only letters reach them.</param>
public sealed record RequestMeasure(MeasureSought Sought, bool HasOpen, bool IsByLetter = false) : ApplicationCommand;

/// <summary>The letter that waits for somebody without an account was posted.</summary>
public sealed record PostLetter(DateOnly Day) : ApplicationCommand;

/// <summary>Somebody whom only letters reached has an account now.</summary>
public sealed record FindAccount : ApplicationCommand;

/// <summary>The person will not come to be heard.</summary>
/// <param name="Said">What the chamber is to know instead; empty for nothing.</param>
public sealed record ForgoHearing(string Said) : ApplicationCommand;

/// <summary>Records that the inspection service was told of the decision.</summary>
public sealed record TellRequester(DateOnly Day) : ApplicationCommand;

/// <param name="Then">The application that was decided.</param>
/// <param name="IsAppealed">Whether an appeal against that decision came in before.</param>
/// <param name="Element">What is new, or what is to be made clear.</param>
public sealed record FileAppeal(FileId Against, Application Then, bool IsAppealed, string Element, ImmutableArray<Proof> Proofs) : ApplicationCommand;

/// <param name="Day">When the applicant was notified; from here the periods of appeal run.</param>
/// <param name="Until">As the decision says: the last day of a suspension, or of the ban that goes with an annulment.</param>
/// <param name="Number">1 for the decision of the chamber, more for what took its place: the periods run from the notification of the last one.</param>
/// <param name="UntilFollows">It was read before anybody said how long the measure lasts: that is said afterwards, and the measure holds until then.</param>
public sealed record NotifyDecision(DateOnly Day, DateOnly? Until = null, int Number = 1, bool UntilFollows = false) : ApplicationCommand;

/// <inheritdoc cref="DecisionCorrected"/>
public sealed record TellCorrection(int Number) : ApplicationCommand;

/// <summary>The labour court has judged, and its judgment takes the place of the decision (law, art. 6).</summary>
public sealed record ReplaceByJudgment(string Outcome, string Court, DateOnly Day) : ApplicationCommand;

public sealed record RequestInformation(ImmutableArray<Point> Points) : ApplicationCommand;

public sealed record AnswerPoint(PointId Point, string Answer, ImmutableArray<Proof> Proofs) : ApplicationCommand;

public sealed record DropPoint(PointId Point) : ApplicationCommand;

/// <summary>Reminds, or cancels, when the time for it has come; asked again and again.</summary>
public sealed record LookAtSilence : ApplicationCommand;

public sealed record DeclareComplete : ApplicationCommand;

public sealed record AskInstitutions(string What) : ApplicationCommand;

public sealed record HearInstitutions : ApplicationCommand;

/// <param name="Reason">Wanted when it had gone to another chamber.</param>
/// <param name="Bar">Why that chamber may not have it, as far as the file's journal does not know; null when it may.</param>
/// <param name="ByPresident">Whoever asks presides over the Commission: another chamber is only theirs to choose.</param>
public sealed record RouteToChamber(ChamberId Chamber, string Reason, ChamberBar? Bar = null, bool ByPresident = false) : ApplicationCommand
{
    /// <summary>The chamber that whoever asks saw it with; null when that does not matter.</summary>
    public ChamberId? From { get; init; }
}

public sealed record PlaceOnAgenda(MeetingId Meeting, DateTimeOffset StartsAt) : ApplicationCommand;

public sealed record TakeOffAgenda : ApplicationCommand;

public sealed record InviteToHearing : ApplicationCommand;

/// <inheritdoc cref="MeetingLetterPosted" path="/param"/>
public sealed record PostMeetingLetter(DateOnly Day, DateTimeOffset HeardAt, string Place) : ApplicationCommand;

public sealed record ConfirmHearing : ApplicationCommand;

public sealed record ConcludeInChamber(MeetingId Meeting, ChamberAnswer Answer, string? Outcome, FormationCode? ReferTo, ImmutableArray<ActivityMark>? Marks = null) : ApplicationCommand;

public sealed record UndoInChamber(MeetingId Meeting) : ApplicationCommand;

public sealed record WithdrawApplication : ApplicationCommand;

/// <summary>What a measure is asked against exists no more: the decision that granted it was undone, or a judgment took its place.</summary>
public sealed record CloseMeasure : ApplicationCommand;

/// <summary>The applicant has written a message: whoever owes an answer is silent no longer.</summary>
public sealed record HearApplicant : ApplicationCommand;
