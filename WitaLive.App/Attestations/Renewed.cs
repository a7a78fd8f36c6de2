using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Attestations;

/// <summary>The attestation that an application asks to follow.</summary>
/// <param name="Until">Its last day, as it was before another one took its place.</param>
/// <param name="FiledOn">When the application came in.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 15 § 3, art. 18 § 2.</remarks>
public sealed record Renewed(string Number, string Type, DateOnly Until, Renewal Renewal, DateOnly FiledOn)
{
    /// <summary>Of those that somebody held when they asked, the one that was valid, or else the one that runs longest; null when there is none, when it ended too long before to be followed, or the file is no application of one's own.</summary>
    /// <param name="held">Of any holders; what was annulled never existed.</param>
    internal static Renewed? By(ApplicationFile file, IEnumerable<Attestation> held, RenewalRule rule)
    {
        if (!Asks(file) || file is not { SubmittedAt: { } at })
            return null;
        var filedOn = at.DayInBrussels();
        return held.Where(a => a.HolderId == file.ApplicantId && a.FileId != file.Id && a.DecidedOn <= filedOn && a.Measure != MeasureRule.Annulment)
            .OrderByDescending(a => a.From <= filedOn && EndOf(a, filedOn) >= filedOn).ThenByDescending(a => EndOf(a, filedOn)).FirstOrDefault() is { } last && Of(last, filedOn, rule) is var renewed && filedOn <= renewed.Renewal.LinksUntil ? renewed : null;
    }

    // As it was that day: what took its place later is left out.
    private static DateOnly EndOf(Attestation attestation, DateOnly filedOn) => attestation is { UntilBefore: { } before } && attestation.Until >= filedOn ? before : attestation.Until;

    /// <summary>Of one file, as whoever asks is told of its holder's attestations.</summary>
    /// <param name="toldAt">For whoever is told, now, of nothing that the chair can still take back; null for whoever knows of it.</param>
    internal static async Task<Renewed?> OfAsync(WitaLiveDb db, ApplicationFile file, DateOnly today, RulesInForce inForce, CancellationToken ct, DateTimeOffset? toldAt = null) =>
        !Asks(file) || !await db.Set<Attestation>().AnyAsync(a => a.HolderId == file.ApplicantId && a.FileId != file.Id, ct)
        ? null : By(file, (await AttestationReading.OfAsync(db, file.ApplicantId!.Value, today, inForce, ct, toldAt)).Select(sheet => sheet.Attestation), inForce.Procedure.Renewal);

    /// <summary>Which of these ask to follow one, for those who know of every decision.</summary>
    internal static async Task<ImmutableHashSet<FileId>> AmongAsync(WitaLiveDb db, IReadOnlyCollection<ApplicationFile> files, RenewalRule rule, CancellationToken ct)
    {
        var holders = files.Where(Asks).Select(f => f.ApplicantId).Distinct().ToList();
        var held = holders.Count == 0 ? [] : await db.Set<Attestation>().AsNoTracking().Where(a => a.HolderId != null && holders.Contains(a.HolderId)).ToListAsync(ct);
        return [.. files.Where(f => By(f, held, rule) is not null).Select(f => f.Id)];
    }

    /// <summary>Which one it is, and what the application does for it: whether it keeps its effect until the decision.</summary>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="typeName">The type's name there.</param>
    public string InWords(ApplicationFile file, IStringLocalizer<AttestationTexts> texts, string typeName)
    {
        var which = texts["RenewedWhich", Number, typeName, Until.ToLongDay()].Value;
        return WhatItDoes(file) is not { } does ? which : $"{which} {texts[does, Renewal.KeepsUntil.ToLongDay(), Renewal.LinksUntil.ToLongDay(), FiledOn.ToLongDay()].Value}";
    }

    private string? WhatItDoes(ApplicationFile file) => file switch
    {
        { State: FileState.Cancelled or FileState.Withdrawn } => "RenewedNoMore",
        { IsOpen: false } => null,
        _ when !Renewal.IsKeptBy(FiledOn, isComplete: true) => "RenewedLate",
        { CompleteOn: not null } => "RenewedKept",
        _ => "RenewedOnceComplete",
    };

    private static bool Asks(ApplicationFile file) => file is { Kind: FileKind.Application, AppealOfId: null, IsMeasure: false, ApplicantId: not null, SubmittedAt: not null };

    private static Renewed Of(Attestation last, DateOnly filedOn, RenewalRule rule)
    {
        var until = EndOf(last, filedOn);
        return new(last.Number, last.Type, until, Renewal.Of(last.Held with { Validity = new(last.From, until) }, rule), filedOn);
    }
}
