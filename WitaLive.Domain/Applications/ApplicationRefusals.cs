namespace WitaLive.Domain.Applications;

public sealed record ApplicationHasGaps(int Count) : Refusal
{
    public override ImmutableArray<object> Gaps => [Count];
}

public sealed record TooManyApplications(int Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Most];
}

public sealed record AnotherApplicationIsOpen : Refusal;

/// <summary>The application is not where this could be done; it may have moved on meanwhile.</summary>
public sealed record ApplicationIsElsewhere : Refusal;

public sealed record ApplicationIsFinished : Refusal;

public sealed record PointsAreOpen(int Count) : Refusal
{
    public override ImmutableArray<object> Gaps => [Count];
}

public sealed record NoPointAsked(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record PointIsClosed : Refusal;

public sealed record AnswerIsEmpty(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record InstitutionsHadTheirTime(int Months) : Refusal
{
    public override ImmutableArray<object> Gaps => [Months];
}

public sealed record OtherChamberNeedsReason : Refusal;

public sealed record TooLateToWithdraw(int Hours) : Refusal
{
    public override ImmutableArray<object> Gaps => [Hours];
}

/// <param name="From">The first day on which it may come in.</param>
public sealed record TooEarlyToRenew(DateOnly From) : Refusal
{
    public override ImmutableArray<object> Gaps => [From];
}

public sealed record NothingToAppeal : Refusal;

/// <summary>An appeal comes in once, and none against what was decided on an appeal.</summary>
public sealed record AppealedAlready : Refusal;

public sealed record TooLateToAppeal(DateOnly Last) : Refusal
{
    public override ImmutableArray<object> Gaps => [Last];
}

public sealed record AppealNeedsElement(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record ChamberHadItBefore : Refusal;

public sealed record ChamberOfOtherLanguage : Refusal;

public sealed record ApplicantSitsThere : Refusal;

public sealed record OnlyThePresidentSendsOn : Refusal;

/// <summary>It is with another chamber by now than whoever asks has seen.</summary>
public sealed record SentOnMeanwhile : Refusal;

/// <summary>The chair can still take the decision back: nothing is told of it, and nothing built on it.</summary>
/// <param name="Minutes">How long a conclusion can be undone.</param>
public sealed record DecisionCanBeUndone(int Minutes) : Refusal
{
    public override ImmutableArray<object> Gaps => [Minutes];
}

/// <summary>A decision is notified after it was made, and not in days to come.</summary>
public sealed record NotificationDayUnusable : Refusal;

/// <summary>A letter is posted after it was due, and not in days to come.</summary>
public sealed record LetterDayUnusable : Refusal;

public sealed record InvitationNotPosted : Refusal;

public sealed record JudgmentUnusable(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>Nobody applies while the suspension or annulment of their attestation is examined (royal decree, art. 19).</summary>
public sealed record AttestationIsExamined : Refusal;

/// <param name="Last">The last day of the ban.</param>
public sealed record BannedFromApplying(DateOnly Last) : Refusal
{
    public override ImmutableArray<object> Gaps => [Last];
}

public sealed record MeasureIsSought : Refusal;

public sealed record MeasureNeedsReasons(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>A request is made before it is recorded, and not in days to come.</summary>
public sealed record RequestDayUnusable : Refusal;

/// <summary>A suspension lasts as long as its decision says.</summary>
public sealed record SuspensionNeedsEnd : Refusal;

/// <param name="First">The day of the notification.</param>
/// <param name="Last">The latest day on which it may end.</param>
public sealed record BanIsTooLong(int Years, DateOnly First, DateOnly Last) : Refusal
{
    public override ImmutableArray<object> Gaps => [Years, First, Last];
}
