using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Attestations;

/// <summary>From when on the next attestation may be asked for, and by when, so that nothing is lost.</summary>
/// <param name="From">An application before this day is inadmissible (art. 18 § 1).</param>
/// <param name="KeepsUntil">Filed on this day at the latest and complete, the one held keeps its effect until the decision (art. 18 § 2).</param>
/// <param name="LinksUntil">Granted on this day at the latest, the next one follows the one held without a gap (art. 15 § 3).</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 15 §§ 3 and 4, art. 18.</remarks>
public sealed record Renewal(DateOnly From, DateOnly KeepsUntil, DateOnly LinksUntil)
{
    public static Renewal Of(Held held, RenewalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var last = held.Validity.Until;
        return new(held.IsConvertedVisa ? held.Validity.From : last.AddYears(-(held.IsOrdinary ? rule.YearsAheadOfOrdinary : rule.YearsAhead)), last.AddMonths(-rule.MonthsToKeep), last.AddMonths(rule.MonthsToLink));
    }

    /// <summary>Whether an application that is not decided yet keeps the one held in effect after its last day.</summary>
    public bool IsKeptBy(DateOnly filedOn, bool isComplete) => isComplete && filedOn <= KeepsUntil;
}

/// <summary>An attestation somebody holds or held.</summary>
/// <param name="Type">ordinary, plus or starter.</param>
public readonly record struct Held(string Type, Validity Validity)
{
    public const string Ordinary = "ordinary";

    public const string Plus = "plus";

    public bool IsOrdinary => Type == Ordinary;

    /// <summary>It came over by the law from a visa: the next one may be asked for at any time (art. 18 § 1).</summary>
    public bool IsConvertedVisa { get; init; }
}

/// <summary>What an attestation is worth on a day.</summary>
public enum Standing
{
    /// <summary>Its first day is ahead.</summary>
    Waiting,
    Valid,

    /// <summary>Its last day is over, but a renewal filed in time is not decided yet.</summary>
    Kept,
    Over,

    /// <summary>By a decision, for a time.</summary>
    Suspended,

    /// <summary>By a decision: it never existed.</summary>
    Annulled,
}
