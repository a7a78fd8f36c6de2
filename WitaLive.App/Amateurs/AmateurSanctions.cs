using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Amateurs;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Amateurs;

/// <summary>A registration as something that can be suspended or annulled (royal decree, art. 28).</summary>
internal sealed class AmateurSanctions : IMeasureSubject
{
    public string Kind => FileKind.Amateur;

    public async Task<MeasuredThing?> FindAsync(WitaLiveDb db, Guid id, CancellationToken ct) =>
        await db.Set<AmateurRegistration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } found
            ? new(id, found.Number, found.Name, found.PersonId, found.Language, null, found.Sanction is { IsAnnulment: true } ? new AnnulledAlready() : null) : null;

    public Task<Guid?> OfNumberAsync(WitaLiveDb db, string number, CancellationToken ct)
    {
        var written = number.Trim().ToUpperInvariant();
        return db.Set<AmateurRegistration>().Where(r => r.Number == written).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
    }

    public async Task PutAsync(WitaLiveDb db, Guid id, Sanction? sanction, CancellationToken ct) => (await db.Set<AmateurRegistration>().SingleAsync(r => r.Id == id, ct)).Put(sanction);

    /// <summary>Why this person may not register anew on a day; null when nothing forbids it. Until an annulment is notified nobody can say when its ban ends, and it holds.</summary>
    /// <param name="registrations">All of this person.</param>
    internal static Refusal? BarOf(IEnumerable<AmateurRegistration> registrations, DateOnly on)
    {
        var ends = registrations.Where(r => r.Measure == MeasureRule.Annulment).Select(r => r.MeasureUntil).ToList();
        return ends.Contains(null) ? new RegistrationBanIsOpen() : ends.Max() is { } until && on <= until ? new BannedFromRegistering(until) : null;
    }
}
