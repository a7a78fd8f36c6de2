namespace WitaLive.Domain.Rules;

/// <summary>How long what the Commission was entrusted with is kept.</summary>
/// <param name="YearsAfterAttestation">After the last day of an attestation, all that was applied with (law, art. 4 § 4).</param>
/// <param name="YearsAfterFile">After the last thing that happened to a file that gave no attestation. Nothing in the texts: a setting.</param>
/// <param name="YearsAfterDeath">After the death of its holder, the proof that there was an attestation (law, art. 4 § 4).</param>
/// <param name="YearsOfProof">The same after the last day of the attestation, where nobody told the Commission of a death. Nothing in the texts: a setting, longer than anybody lives.</param>
/// <param name="YearsUnused">After somebody last signed in, their account and profile, once no file of theirs is kept. Nothing in the texts: a setting.</param>
/// <param name="YearsUnsigned">After somebody last wrote in the draft of a decision that nobody signed, all that it belongs to. Nothing in the texts: a setting, as long as what is written of meetings.</param>
/// <param name="YearsOfRegistration">After the secretariat recorded the registration of an amateur, or of who engages them, that no account goes with. It has no end in the texts: a setting.</param>
/// <param name="MonthsOfMail">A mail that has gone, and one that came back. Nothing in the texts: a setting.</param>
/// <remarks>Source: law of 16 December 2022, art. 4 § 4. Reports, votes and attendance lists: the open point O-23.</remarks>
public sealed record RetentionRule(
    DateOnly From, int YearsAfterAttestation, int YearsAfterFile, int YearsAfterDeath, int YearsOfProof, int YearsUnused, int YearsUnsigned, int YearsOfRegistration, int MonthsOfMail,
    ImmutableArray<string> Source) : IDated
{
    internal const string File = "retention.json";

    /// <exception cref="RuleDataException">Something would go before what it belongs to, or at once.</exception>
    internal void Check()
    {
        foreach (var (name, years) in new[]
                 {
                     ("yearsAfterAttestation", YearsAfterAttestation), ("yearsAfterFile", YearsAfterFile), ("yearsAfterDeath", YearsAfterDeath), ("yearsUnused", YearsUnused),
                     ("yearsUnsigned", YearsUnsigned), ("yearsOfRegistration", YearsOfRegistration), ("monthsOfMail", MonthsOfMail),
                 })
        {
            if (years < 1)
                throw new RuleDataException(File, name, "nothing is removed at once.");
        }
        if (YearsOfProof < YearsAfterAttestation || YearsOfProof < YearsAfterDeath)
            throw new RuleDataException(File, "yearsOfProof", "the proof of an attestation stays longer than what was applied with.");
        if (MonthsOfMail > 12 * Math.Min(YearsAfterAttestation, YearsAfterFile))
            throw new RuleDataException(File, "monthsOfMail", "a mail is kept no longer than the file it speaks of.");
    }
}
