using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Retention;

/// <summary>A file as far as its period depends on it.</summary>
/// <param name="LastOn">When something last happened to it; null when nobody knows.</param>
/// <param name="AppealUntil">The last day for an appeal against its decision.</param>
/// <param name="IsRunning">Somebody still has something to do with it: it is not ended, or a signed decision waits to be sent.</param>
/// <param name="IsAtCourt">A court has it.</param>
public sealed record FileOnRecord(DateOnly? LastOn, DateOnly? AppealUntil, bool IsRunning, bool IsAtCourt)
{
    /// <summary>When somebody last wrote in the draft of a decision that nobody has signed; null where there is none.</summary>
    public DateOnly? DraftedOn { get; init; }
}

/// <summary>A suspension or a ban.</summary>
/// <param name="Until">Its last day; null while nobody has said how long it lasts.</param>
public readonly record struct MeasureOnRecord(DateOnly? Until);

/// <summary>All that one person has asked for, and what they were granted: it is kept together and goes together.</summary>
/// <param name="AttestationEnds">The last days of the attestations that they hold or held; none that was annulled, for it never existed.</param>
/// <remarks>Source: law of 16 December 2022, art. 4 § 4: as long as somebody holds an attestation, and seven years after.</remarks>
public sealed record Dossier(ImmutableArray<FileOnRecord> Files, ImmutableArray<DateOnly> AttestationEnds, ImmutableArray<MeasureOnRecord> Measures)
{
    /// <summary>Until when it is kept, and what for.</summary>
    public Kept KeptBy(RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Kept.Longest(
        [
            .. Files.SelectMany(file => Of(file, rule)),
            .. AttestationEnds.Select(end => new Kept(end.AddYears(rule.YearsAfterAttestation), KeptFor.Attestation)),
            .. Measures.Select(measure => new Kept(measure.Until, KeptFor.Measure)),
        ]);
    }

    private static IEnumerable<Kept> Of(FileOnRecord file, RetentionRule rule)
    {
        if (file.IsRunning)
            yield return new(null, KeptFor.Running);
        if (file.IsAtCourt)
            yield return new(null, KeptFor.Court);
        if (file.DraftedOn is { } drafted)
            yield return new(drafted.AddYears(rule.YearsUnsigned), KeptFor.Draft);
        if (file.AppealUntil is { } appeal)
            yield return new(appeal, KeptFor.Appeal);
        yield return file.LastOn is { } last ? new(last.AddYears(rule.YearsAfterFile), KeptFor.File) : new(null, KeptFor.NothingKnown);
    }
}
