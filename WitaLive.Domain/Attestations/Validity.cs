using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Attestations;

/// <summary>From when until when an attestation is valid, both days included.</summary>
/// <param name="Until">Before the first day for one that another took the place of before it began.</param>
/// <remarks>Source: law of 16 December 2022, art. 7 § 7; royal decree of 13 March 2023, art. 15 to 18.</remarks>
public readonly record struct Validity(DateOnly From, DateOnly Until)
{
    /// <summary>What is carried by a decision, and what becomes of the attestation held before.</summary>
    /// <param name="type">ordinary, plus or starter.</param>
    /// <param name="years">How long this type is valid.</param>
    /// <param name="before">The attestation that is held that day, or was held last; null for none.</param>
    /// <param name="filedOn">When the application came in; null when nobody knows.</param>
    /// <returns>The new one; and the last day of the one before, null when it keeps its own.</returns>
    /// <remarks>
    /// One that follows without a gap counts its years from its first day: no text says more than that it is valid so many years, and counted from
    /// the decision it would be valid longer.
    /// </remarks>
    public static (Validity New, DateOnly? OldEnds) Grant(string type, DateOnly decidedOn, int years, RenewalRule rule, Held? before, DateOnly? filedOn)
    {
        var plain = Years(decidedOn, years);
        if (before is not { } old)
            return (plain, null);
        var (next, stepsDown) = (old.Validity.Until.AddDays(1), type == Held.Ordinary && !old.IsOrdinary);
        if (old.Validity.Until >= decidedOn)
            // An ordinary one waits for the end of a better one; its years count from the decision all the same (art. 15 § 2).
            return stepsDown && next <= plain.Until ? (new(next, plain.Until), null) : (plain, decidedOn.AddDays(-1));
        var renewal = Renewal.Of(old, rule);
        var inTime = filedOn is { } filed && renewal.IsKeptBy(filed, isComplete: true);
        if (stepsDown)
            return (plain, inTime ? decidedOn.AddDays(-1) : null); // no link, but the better one had its effect until today (art. 18 § 2)
        return (inTime || decidedOn <= renewal.LinksUntil ? Years(next, years) : plain, null);
    }

    public bool IsOn(DateOnly day) => From <= day && day <= Until;

    public Standing On(DateOnly day, bool isKept) => Until < From ? Standing.Over : day < From ? Standing.Waiting : day <= Until ? Standing.Valid : isKept ? Standing.Kept : Standing.Over;

    private static Validity Years(DateOnly from, int years) => new(from, Period.LastDay(from, 12 * years));
}
