using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Reports;

public enum ReportState
{
    /// <summary>The meeting is not over: there is nothing to supply.</summary>
    Running,
    Writing,
    Supplied,
    Closed,
}

/// <summary>How far the report of a meeting is.</summary>
/// <param name="EndedAt">Of the meeting; null while it is not over.</param>
/// <param name="SuppliedAt">When its members had it.</param>
/// <param name="ChairConfirmed">The chair has confirmed it, after the remarks.</param>
/// <param name="SecretaryConfirmed">So has a secretary.</param>
/// <remarks>Source: rules of procedure, art. 39. Remarks are taken at the next meeting, then chair and secretary close it (law reference §10, O-11).</remarks>
public sealed record ReportProgress(DateTimeOffset? EndedAt, DateTimeOffset? SuppliedAt, bool ChairConfirmed, bool SecretaryConfirmed)
{
    /// <summary>Longest text of one part of a report, or of all that one person remarks on it. Unit: characters.</summary>
    public const int LongestText = 1_100_000;

    public ReportState State => this switch
    {
        { EndedAt: null } => ReportState.Running,
        { SuppliedAt: null } => ReportState.Writing,
        { ChairConfirmed: true, SecretaryConfirmed: true } => ReportState.Closed,
        _ => ReportState.Supplied,
    };

    /// <summary>The last day on which it is supplied in time; null while the meeting is not over.</summary>
    /// <param name="endedOn">The day in Brussels on which the meeting ended.</param>
    public static DateOnly DueOn(DateOnly endedOn, ReportRule rule) => endedOn.AddDays(rule.DaysToSupply);

    /// <summary>Whether a day is so near the last one, or past it, that somebody has to be told.</summary>
    public static bool IsUrgent(DateOnly endedOn, ReportRule rule, DateOnly today) => today >= DueOn(endedOn, rule).AddDays(-rule.DaysOfWarning);

    /// <summary>Why a part cannot be written; null when it can. The facts are the journal's and are written by nobody.</summary>
    public Refusal? WhyNotWrite(string text) => State is ReportState.Closed ? new ReportIsClosed() : TooLong(text);

    public Refusal? WhyNotSupply() => State switch
    {
        ReportState.Running => new ReportIsRunning(),
        ReportState.Writing => null,
        _ => new ReportIsSupplied(),
    };

    /// <summary>Why somebody to whom it was supplied cannot remark on it.</summary>
    /// <param name="before">How long what they remarked before is together. Unit: characters.</param>
    public Refusal? WhyNotRemark(string text, long before = 0) => State switch
    {
        ReportState.Closed => new ReportIsClosed(),
        ReportState.Supplied when string.IsNullOrWhiteSpace(text) => new ReportRemarkMissing(),
        ReportState.Supplied => TooLong(text) ?? (Refusal?)(before + text.Length > LongestText ? new ReportRemarksTooLong(LongestText, Math.Max(0, LongestText - before)) : null),
        _ => new ReportNotSupplied(),
    };

    /// <summary>Why it cannot be confirmed: first its members have had it, and their remarks were taken at a later meeting.</summary>
    /// <param name="hasSatSince">The chamber has sat again since it was supplied.</param>
    public Refusal? WhyNotConfirm(bool hasSatSince) => State switch
    {
        ReportState.Closed => new ReportIsClosed(),
        ReportState.Supplied => hasSatSince ? null : new ReportAwaitsNextMeeting(),
        _ => new ReportNotSupplied(),
    };

    private static ReportTextTooLong? TooLong(string text) => text.Length > LongestText ? new ReportTextTooLong(LongestText) : null;
}

public sealed record ReportIsRunning : Refusal;

public sealed record ReportIsSupplied : Refusal;

public sealed record ReportNotSupplied : Refusal;

public sealed record ReportIsClosed : Refusal;

public sealed record ReportAwaitsNextMeeting : Refusal;

public sealed record ReportRemarkMissing : Refusal;

/// <param name="Left">How much room there is beside the remarks of before. Unit: characters.</param>
public sealed record ReportRemarksTooLong(int Longest, long Left) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest, Left];
}

public sealed record ReportTextTooLong(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}
