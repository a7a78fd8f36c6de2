using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Attestations;

/// <summary>An attestation as something that can be suspended or annulled (royal decree, art. 19).</summary>
internal sealed class AttestationSanctions(RuleBook rules, TimeProvider clock) : IMeasureSubject
{
    public string Kind => FileKind.Suspension;

    // In the language in which the attestation was decided; one that came in from elsewhere has none of its own.
    public async Task<MeasuredThing?> FindAsync(WitaLiveDb db, Guid id, CancellationToken ct)
    {
        if (await db.Set<Attestation>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } attestation)
            return null;
        var granting = await db.Set<ApplicationFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == attestation.FileId, ct);
        return new(id, attestation.Number, attestation.Holder, attestation.HolderId, granting?.Language, granting?.Domain, WhyNot(attestation))
        {
            Since = attestation.DecidedOn < attestation.From ? attestation.DecidedOn : attestation.From,
        };
    }

    // Of what the chair can still take back its holder is not told, and a measure would tell them.
    private Refusal? WhyNot(Attestation attestation)
    {
        var now = clock.GetUtcNow();
        return !attestation.IsShownAt(now) ? new DecisionCanBeUndone((int)rules.On(now.DayInBrussels()).Planning.UndoFor.TotalMinutes)
            : attestation.Sanction is { IsAnnulment: true } ? new AnnulledAlready() : null;
    }

    public Task<Guid?> OfNumberAsync(WitaLiveDb db, string number, CancellationToken ct)
    {
        var written = number.Trim().ToUpperInvariant();
        return db.Set<Attestation>().Where(a => a.Number == written).OrderByDescending(a => a.DecidedOn).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
    }

    public async Task PutAsync(WitaLiveDb db, Guid id, Sanction? sanction, CancellationToken ct)
    {
        // What is gone, because the decision that granted it was undone or replaced, is not touched any more.
        if (await db.Set<Attestation>().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } attestation)
            return;
        // What a court took away stays so, whatever a chamber decides on a measure: the decision that granted it says something else now.
        var isTakenAway = await db.Set<ApplicationFile>().AnyAsync(f => f.Id == attestation.FileId && f.State == FileState.Decided && f.Outcome != null && f.Outcome != attestation.Type, ct);
        await PutOnAsync(db, attestation, isTakenAway ? attestation.Sanction : sanction, ct);
    }

    /// <summary>Has a measure, or none, hold against an attestation, and gives back or takes what followed from its place. The caller saves.</summary>
    internal static async Task PutOnAsync(WitaLiveDb db, Attestation attestation, Sanction? sanction, CancellationToken ct)
    {
        attestation.Put(sanction);
        if (attestation.PreviousId is { } previous && await db.Set<Attestation>().SingleOrDefaultAsync(a => a.Id == previous, ct) is { UntilBefore: { } last } replaced)
            replaced.Until = sanction is { IsAnnulment: true } && last > attestation.EndOf(replaced) ? await GivenBackAsync(db, replaced, last, ct) : attestation.EndOf(replaced);
        foreach (var waiting in await Grants.KeptFromBeginningAsync(db, attestation, ct))
            waiting.Until = sanction is { IsAnnulment: true } ? waiting.UntilBefore!.Value : attestation.DecidedOn.AddDays(-1);
    }

    // What never existed took nothing's place: the one it replaced runs as before (royal decree, art. 15 § 2 and 19), or to the one that was granted after both.
    private static async Task<DateOnly> GivenBackAsync(WitaLiveDb db, Attestation replaced, DateOnly last, CancellationToken ct)
    {
        var next = (await db.Set<Attestation>().Where(a => a.HolderId == replaced.HolderId && a.Id != replaced.Id && a.From > replaced.From).ToListAsync(ct))
            .Where(a => a.Measure != MeasureRule.Annulment && a.Until >= a.From).MinBy(a => a.From);
        return next?.From <= last ? next.From.AddDays(-1) : last;
    }

    /// <summary>Of a measure against an attestation that is not decided yet.</summary>
    internal static Expression<Func<ApplicationFile, bool>> Examines { get; } =
        f => f.Kind == FileKind.Suspension && f.State != FileState.Decided && f.State != FileState.Withdrawn && f.State != FileState.Cancelled;

    /// <summary>Whether an attestation of this person is examined, so that nothing new can be asked for; one that is gone is not.</summary>
    internal static Task<bool> AreExaminedAsync(WitaLiveDb db, PersonId holder, CancellationToken ct) =>
        db.Set<ApplicationFile>().Where(Examines).AnyAsync(f => f.ApplicantId == holder && db.Set<Attestation>().Any(a => a.Id == f.SubjectId), ct);

    /// <summary>The last day on which this person may ask for nothing new; null when nothing forbids it.</summary>
    internal static Task<DateOnly?> BannedUntilAsync(WitaLiveDb db, PersonId holder, CancellationToken ct) =>
        db.Set<Attestation>().Where(a => a.HolderId == holder && a.Measure == MeasureRule.Annulment).MaxAsync(a => a.MeasureUntil, ct);

    /// <summary>The same of whoever holds these.</summary>
    internal static DateOnly? BanOf(IEnumerable<Attestation> held) => held.Where(a => a.Measure == MeasureRule.Annulment).Max(a => a.MeasureUntil);
}
