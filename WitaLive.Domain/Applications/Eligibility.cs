using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Applications;

/// <summary>Whether an activity stands at the centre of an artistic practice or beside it.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 12 §§ 4 and 5.</remarks>
public enum ActivityWeight
{
    Core,
    Peripheral,
}

/// <summary>What was earned in a calendar year. Unit of the amount: euro, gross.</summary>
public readonly record struct Income(int Year, decimal Amount, ActivityWeight Activity, bool Proven)
{
    /// <summary>Whether the sums that the law looks at contain it.</summary>
    public bool Counts => Activity == ActivityWeight.Core && Proven;
}

/// <summary>What somebody who applies has, as far as figures tell.</summary>
/// <param name="First">No plus was held before.</param>
/// <param name="HeldBefore">Any attestation was held before.</param>
/// <param name="Performances">Of the last years, as many as the rule for starters says.</param>
/// <param name="HigherArtsDiploma">Full-time higher education in the arts, or its equivalent.</param>
/// <param name="Plan">A career, financial or business plan, or training for one.</param>
public sealed record Practice(
    DateOnly FilingOn, bool First, bool HeldBefore, ImmutableArray<Income> Incomes, int Performances, bool HigherArtsDiploma, bool Plan)
{
    /// <summary>Times that are neutralised, as far as they are proven.</summary>
    public ImmutableArray<AwayTime> Away { get; init; } = [];

    /// <summary>How many days so many years look back on: from the first of January to the day of filing. Unit: days.</summary>
    public int Days(int years) => FilingOn.DayNumber - FirstDay(years).DayNumber + 1;

    /// <summary>How many of them are neutralised. Unit: days.</summary>
    public int AwayDays(int years) => AwayTime.DaysIn(Away, FirstDay(years), FilingOn);

    /// <summary>Whether the core income is above a threshold, of which the neutralised days take away their share.</summary>
    /// <remarks>Source: royal decree of 13 March 2023, art. 12 §§ 3 and 9: pro rata. That the share is one of calendar days is a reading: the texts do not say how to count.</remarks>
    public bool IsAbove(IncomeThreshold threshold)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        return Core(threshold.Years) * Days(threshold.Years) > threshold.Amount * (Days(threshold.Years) - AwayDays(threshold.Years));
    }

    /// <summary>Proven core income of so many calendar years before the filing year; the filing year itself is counted with the year before it.</summary>
    public decimal Core(int years) => Incomes.Where(income => income.Counts && IsIn(income.Year, years)).Sum(income => income.Amount);

    private DateOnly FirstDay(int years) => new(FilingOn.Year - years, 1, 1);

    /// <summary>Whether a year lies in the last <paramref name="years"/>, the filing year among them.</summary>
    public bool IsIn(int year, int years) => year >= FilingOn.Year - years && year <= FilingOn.Year;
}

/// <summary>What the income alone says about a professional practice.</summary>
public enum Presumption
{
    Insufficient,
    ToBeAssessed,
    Professional,
}

/// <summary>The type of attestation that the figures point to, from none to the most favourable.</summary>
public enum AttestationType
{
    None,
    Ordinary,
    Starter,
    Plus,
}

/// <summary>A condition that was looked at.</summary>
public enum Condition
{
    AlwaysProfessional,
    Enough,
    PlusFirst,
    PlusLater,
    NeverHeld,
    Diploma,
    Plan,
    StarterActivity,
    StarterBeforeOrdinary,
}

/// <summary>A condition, whether it is met, and the figures it compares.</summary>
/// <param name="Years">The years it looks at; 0 for a condition without.</param>
/// <param name="Amount">The threshold. Unit: euro.</param>
/// <param name="Number">A threshold in pieces, such as performances.</param>
public sealed record Reason(Condition Condition, bool Met, ImmutableArray<string> Source, int Years = 0, decimal Amount = 0, int Number = 0);

/// <summary>Where the figures point. The chamber decides, activity by activity.</summary>
/// <param name="Reasons">All conditions that were looked at, in the order of the rule.</param>
public sealed record Eligibility(Presumption Presumption, AttestationType PointsTo, ImmutableArray<Reason> Reasons)
{
    /// <summary>Compares with the thresholds; «more than» and «at least» are those of the decree.</summary>
    /// <param name="starterFirst">Open point O-25: a starter attestation comes before an ordinary one.</param>
    /// <remarks>Source: royal decree of 13 March 2023, art. 12 §§ 6 to 8 and art. 17.</remarks>
    public static Eligibility Assess(Thresholds rule, OpenPoint starterFirst, Practice practice)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(starterFirst);
        ArgumentNullException.ThrowIfNull(practice);
        var always = Above(Condition.AlwaysProfessional, rule.AlwaysProfessional);
        var enough = Above(Condition.Enough, rule.NeverEnough);
        var plus = (practice.First ? rule.PlusFirst : rule.PlusLater)
            .Select(threshold => Above(practice.First ? Condition.PlusFirst : Condition.PlusLater, threshold)).ToImmutableArray();
        ImmutableArray<Reason> starter =
        [
            new(Condition.NeverHeld, !practice.HeldBefore, rule.Starter.Source),
            new(Condition.Diploma, practice.HigherArtsDiploma, rule.Starter.Source),
            new(Condition.Plan, practice.Plan, rule.Starter.Source),
            new(Condition.StarterActivity, practice.Performances >= rule.Starter.Performances || practice.Core(rule.Starter.Years) >= rule.Starter.Amount,
                rule.Starter.Source, rule.Starter.Years, rule.Starter.Amount, rule.Starter.Performances),
        ];
        var before = new Reason(Condition.StarterBeforeOrdinary, starterFirst.Value.GetBoolean(), [.. starterFirst.Source, starterFirst.Number]);

        var presumption = always.Met ? Presumption.Professional : enough.Met ? Presumption.ToBeAssessed : Presumption.Insufficient;
        var isStarter = starter.All(reason => reason.Met);
        var pointsTo = presumption == Presumption.Insufficient ? (isStarter ? AttestationType.Starter : AttestationType.None)
            : plus.Any(reason => reason.Met) ? AttestationType.Plus
            : isStarter && before.Met ? AttestationType.Starter
            : AttestationType.Ordinary;
        return new(presumption, pointsTo, [always, enough, .. plus, .. starter, before]);

        Reason Above(Condition condition, IncomeThreshold threshold) =>
            new(condition, practice.IsAbove(threshold), threshold.Source, threshold.Years, threshold.Amount);
    }
}
