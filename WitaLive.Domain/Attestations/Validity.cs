namespace WitaLive.Domain.Attestations;

/// <summary>From when until when an attestation is valid, both days included.</summary>
/// <remarks>Source: law of 16 December 2022, art. 7 § 7; royal decree of 13 March 2023, art. 15 to 17.</remarks>
public readonly record struct Validity(DateOnly From, DateOnly Until)
{
    /// <summary>What is carried by a decision, and what becomes of the attestation that runs.</summary>
    /// <param name="type">ordinary, plus or starter.</param>
    /// <param name="years">How long this type is valid from the decision on.</param>
    /// <param name="running">Type and validity of the attestation held that day; null for none.</param>
    /// <returns>The new one; and the last day of the one that runs, null when it keeps its own.</returns>
    public static (Validity New, DateOnly? OldEnds) Grant(string type, DateOnly decidedOn, int years, (string Type, Validity Validity)? running)
    {
        var until = decidedOn.AddYears(years).AddDays(-1);
        if (running is not { } old || old.Validity.Until < decidedOn)
            return (new(decidedOn, until), null);
        // An ordinary one waits for the end of a better one; its years count from the decision all the same (art. 15 § 2).
        if (type == "ordinary" && old.Type != "ordinary" && old.Validity.Until.AddDays(1) is var next && next <= until)
            return (new(next, until), null);
        return (new(decidedOn, until), decidedOn.AddDays(-1));
    }

    public bool IsOn(DateOnly day) => From <= day && day <= Until;
}
