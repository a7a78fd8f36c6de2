using WitaLive.Domain.Decisions;

namespace WitaLive.Domain.Rules;

/// <summary>How long mandates last, who follows whom, and when missing too much costs the mandate.</summary>
/// <param name="Years">The longest term. Unit: years. Source: royal decree, art. 8.</param>
/// <param name="WarnMonths">How long before its end the secretariat is warned. Unit: months. Nothing in the texts: a setting.</param>
/// <param name="SubstituteSucceeds">Groups in which the substitute takes over at once when the effective member leaves. Source: ministerial decree, art. 3 § 1.</param>
/// <param name="InterimMonths">The shortest time for an interim chair, unless the mandate ends before. Unit: months. Source: royal decree, art. 4 § 1.</param>
/// <param name="AttendanceMonths">Over how long missed meetings are counted. Unit: months. Source: art. 2 § 6.</param>
/// <param name="MissedShare">From which share of meetings missed without justification on a member is replaced. Source: art. 2 § 6.</param>
/// <param name="MissedAtLeast">How many meetings have to be missed before their share says anything: one of one is all of them. Unit: meetings. Nothing in the texts: a setting.</param>
/// <param name="AbsentMonths">After how long an absence a member is replaced. Unit: months. Source: art. 2 § 6.</param>
/// <param name="PartnerCounts">Whether a meeting at which the other of the duo sat is none that was missed: the mandate is exercised in concert (rules of procedure, art. 3).</param>
public sealed record MandateRule(
    DateOnly From, int Years, int WarnMonths, ImmutableArray<GroupCode> SubstituteSucceeds, int InterimMonths, int AttendanceMonths, Fraction MissedShare,
    int MissedAtLeast, int AbsentMonths, bool PartnerCounts, ImmutableArray<string> Source) : IDated
{
    internal const string File = "mandates.json";

    public int Years { get; } = AtLeastOne(Years, nameof(Years));

    public int WarnMonths { get; } = AtLeastOne(WarnMonths, nameof(WarnMonths));

    public int InterimMonths { get; } = AtLeastOne(InterimMonths, nameof(InterimMonths));

    public int AttendanceMonths { get; } = AtLeastOne(AttendanceMonths, nameof(AttendanceMonths));

    public Fraction MissedShare { get; } = MissedShare > Fraction.Zero && MissedShare <= Fraction.One
        ? MissedShare
        : throw new ArgumentException("The share of meetings missed is more than 0 and at most 1.", nameof(MissedShare));

    public int MissedAtLeast { get; } = AtLeastOne(MissedAtLeast, nameof(MissedAtLeast));

    public int AbsentMonths { get; } = AtLeastOne(AbsentMonths, nameof(AbsentMonths));

    /// <summary>The last day a term that begins then may have.</summary>
    public DateOnly LatestEnd(DateOnly from) => Period.LastDay(from, 12 * Years);

    /// <summary>Whether a mandate that ends on a day is to be warned of by now.</summary>
    public bool IsEnding(DateOnly? until, DateOnly today) => until is { } end && end >= today && today >= end.AddMonths(-WarnMonths);

    private static int AtLeastOne(int given, string name) => given >= 1 ? given : throw new ArgumentException($"{name} is less than 1.", name);
}
