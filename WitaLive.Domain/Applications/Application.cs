using System.Text.Json.Serialization;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Applications;

/// <summary>Where an application is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApplicationState>))]
public enum ApplicationState
{
    Draft,
    Submitted,

    /// <summary>The applicant owes an answer, or the chamber wants a question asked.</summary>
    AwaitingInformation,
    Complete,

    /// <summary>Waits for a meeting of its chamber.</summary>
    Routed,
    OnAgenda,
    AwaitingHearing,

    /// <summary>Waits for the formation it was referred to.</summary>
    Referred,
    Decided,
    Withdrawn,

    /// <summary>By silence.</summary>
    Cancelled,
}

/// <summary>A question as far as it has come.</summary>
public sealed record AskedPoint(PointId Id, string Text, DateOnly AskedOn)
{
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Null while there is none, and when the question was taken back.</summary>
    public string? Answer { get; init; }

    public ImmutableArray<Proof> Proofs { get; init; } = [];

    public bool IsOpen => ClosedOn is null;
}

/// <summary>One application as its journal tells it: <see cref="Decide"/> says what happens, <see cref="Apply"/> what is so after.</summary>
public sealed partial record Application
{
    /// <summary>Longest question, answer or reason, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Longest name of a court, in characters.</summary>
    public const int LongestCourt = 200;

    /// <summary>How many events this state is built from; the next event's sequence number.</summary>
    public int Version { get; init; }

    public ApplicationState State { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public ImmutableArray<AskedPoint> Points { get; init; } = [];

    /// <summary>The day it was declared complete: from here the clock runs.</summary>
    public DateOnly? CompleteOn { get; init; }

    public ChamberId? Chamber { get; init; }

    /// <summary>Every chamber it was routed to.</summary>
    public ImmutableArray<ChamberId> Chambers { get; init; } = [];

    /// <summary>Of an appeal, against what; null for an application.</summary>
    public AppealFiled? Appeal { get; init; }

    /// <summary>The measure it is about, also on appeal; null for an application.</summary>
    public MeasureSought? Measure { get; init; }

    /// <summary>The person has no account: only letters reach them.</summary>
    public bool IsByLetter { get; init; }

    /// <summary>The invitation to be heard went by post.</summary>
    public bool WasPosted { get; init; }

    /// <summary>Who was invited by letter may answer by letter, also when an account was found since.</summary>
    public bool IsAnsweredByLetter => IsByLetter || WasPosted;

    /// <summary>Since when a letter waits to be posted: the invitation to be heard, or a reminder of it. Null when none does.</summary>
    public DateOnly? LetterDueSince { get; init; }

    /// <summary>What the last letter says of when and where the file is dealt with; null when none was posted.</summary>
    public (DateTimeOffset HeardAt, string Place)? ToldByLetter { get; init; }

    /// <summary>Nobody can have heard of an invitation that still lies here.</summary>
    private bool IsInvitationUnposted => LetterDueSince is not null && Reminders == 0;

    /// <summary>What the person wants the chamber to know who does not come to be heard.</summary>
    public string? SaidInstead { get; init; }

    /// <summary>The last day of the suspension that was decided, or of the ban that goes with an annulment.</summary>
    public DateOnly? MeasureUntil { get; init; }

    /// <summary>Its decision was notified before anybody said how long its measure lasts.</summary>
    public bool UntilFollows { get; init; }

    /// <summary>When the inspection service was told of the decision.</summary>
    public DateOnly? RequesterToldOn { get; init; }

    /// <summary>Others ask for it, against the person: their silence ends nothing, and it is not theirs to withdraw.</summary>
    public bool IsAgainst => Measure is not null && Appeal is null;

    public DateOnly? DecidedOn { get; init; }

    /// <summary>The day from which the periods of appeal run.</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>Which decision was notified then: 1 for that of the chamber, more for what took its place; 0 for none.</summary>
    public int NotifiedNumber { get; init; }

    /// <summary>Which correction was last sent, and when; null when none was.</summary>
    public (int Number, DateOnly On)? Corrected { get; init; }

    /// <summary>The day of the judgment that took the place of the decision; null when no court judged.</summary>
    public DateOnly? JudgedOn { get; init; }

    /// <summary>The decision that carries the judgment out was notified.</summary>
    public bool IsExecutionNotified { get; init; }

    /// <summary>The formation that has to decide instead of the chamber.</summary>
    public FormationCode? ReferredTo { get; init; }

    /// <summary>The same before the last conclusion, should it be undone.</summary>
    public FormationCode? ReferredBefore { get; init; }

    public (MeetingId Meeting, DateTimeOffset StartsAt)? Agenda { get; init; }

    public string? Outcome { get; init; }

    /// <summary>The activities as the decision has them, accepted or not and why not; none where the chamber marked none.</summary>
    public ImmutableArray<ActivityMark> Marks { get; init; } = [];

    /// <summary>The last meeting that concluded on it.</summary>
    public MeetingId? LastMeeting { get; init; }

    /// <summary>While the applicant owes an answer about a hearing.</summary>
    public DateOnly? InvitedOn { get; init; }

    /// <summary>While institutions are asked: since when and until when it stops the clock.</summary>
    public Pause? AtInstitutions { get; init; }

    /// <summary>When institutions were asked for the first time: from here their time counts, however often they are asked.</summary>
    public DateOnly? InstitutionsSince { get; init; }

    /// <summary>What is over and stopped the clock, beside the points.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>When the applicant was last asked something, or last reacted.</summary>
    public DateOnly? SilentSince { get; init; }

    public int Reminders { get; init; }

    /// <summary>When the last of these reminders went, by post when it was posted.</summary>
    public DateOnly? RemindedOn { get; init; }

    public bool IsFinished => State is ApplicationState.Decided or ApplicationState.Withdrawn or ApplicationState.Cancelled;

    public IEnumerable<AskedPoint> OpenPoints => Points.Where(point => point.IsOpen);

    /// <summary>When a correction was sent that is not notified yet: what was notified is the decision that it replaced. Null when there is none.</summary>
    public DateOnly? AwaitsCorrection => NotifiedOn is not null && Corrected is var (number, on) && number > NotifiedNumber ? on : null;

    /// <summary>The last day for an appeal against its decision; null before it, or its correction, is notified, and for what was decided on an appeal.</summary>
    /// <remarks>Source: law of 16 December 2022, art. 5; royal decree of 13 March 2023, art. 22. The day of the notification does not count.</remarks>
    public DateOnly? AppealUntil(Procedure rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Appeal is null && AwaitsCorrection is null && CanBeAppealed(rule) ? NotifiedOn?.AddMonths(rule.MonthsToAppeal) : null;
    }

    /// <summary>The day of a judgment whose execution is not notified yet: what was notified is the decision that it replaced. Null when there is no such judgment.</summary>
    public DateOnly? AwaitsExecution => JudgedOn is { } judged && !IsExecutionNotified ? judged : null;

    /// <summary>The last day on which an answer of the applicant still counts: the next, their silence ends the application. Null while nobody waits for one.</summary>
    /// <remarks>Source: rules of procedure, art. 24, 25, 28 and 30.</remarks>
    public DateOnly? SilenceUntil(Procedure rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return IsFinished || LetterDueSince is not null || SilentSince is not { } since ? null : PatienceOf(rule) is var patience ? Later(since, patience.DaysOfSilence, patience) : null;
    }

    /// <summary>Whether somebody could appeal against it on a day, once and in time.</summary>
    public bool IsOpenToAppeal(Procedure rule, DateOnly on) => this is { State: ApplicationState.Decided, Appeal: null } && CanBeAppealed(rule) && !(AppealUntil(rule) < on);

    /// <summary>The last day for telling the inspection service that asked; null when there is nobody to be told.</summary>
    /// <remarks>Source: rules of procedure, art. 29.</remarks>
    public DateOnly? TellUntil(Procedure rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return IsAgainst && Measure!.Requester != MeasureRule.President && rule.MeasureIn(Measure.Kind)?.MonthsToTell is { } months ? DecidedOn?.AddMonths(months) : null;
    }

    /// <summary>Whether its applicant can still withdraw it: until some hours before the meeting on whose agenda it stands.</summary>
    /// <remarks>Source: rules of procedure, art. 27.</remarks>
    public bool CanWithdraw(Procedure rule, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return !IsFinished && !IsAgainst && State != ApplicationState.Draft && !(Agenda is { } agenda && at > agenda.StartsAt.AddHours(-rule.HoursToWithdraw));
    }

    // What a court judged is beyond it.
    private bool CanBeAppealed(Procedure rule) => JudgedOn is null && rule.IsAppealable(Measure?.Kind ?? FileKind.Application, isAppeal: false, Outcome);

    /// <summary>Whether the clock stands still because somebody was asked.</summary>
    public bool IsStopped(DateOnly today) => OpenPoints.Any() || InvitedOn is not null || AtInstitutions is { } asked && today <= asked.To;

    /// <summary>Until when the decision is due; as long as somebody is asked, as if they answered today. Null before the file is complete.</summary>
    public DueDate? DueBy(DecisionTime rule, DateOnly today) => CompleteOn is not { } complete ? null : DueDate.Count(rule, complete, PausesUntil(today));

    public Application Apply(ApplicationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Changed(happened) with { Version = Version + 1 };
    }

    private IEnumerable<Pause> PausesUntil(DateOnly today) =>
    [
        .. Pauses,
        .. OpenPoints.Where(point => point.AskedOn <= today).Select(point => new Pause(point.AskedOn, today)),
        .. Points.Where(point => point.ClosedOn is not null).Select(point => new Pause(point.AskedOn, point.ClosedOn!.Value)),
        .. InvitedOn is { } invited && invited <= today ? [new Pause(invited, today)] : Array.Empty<Pause>(),
        .. AtInstitutions is { } asked && asked.From <= today ? [new Pause(asked.From, asked.To < today ? asked.To : today)] : Array.Empty<Pause>(),
    ];
}
