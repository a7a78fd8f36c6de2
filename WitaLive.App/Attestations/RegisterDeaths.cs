using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Attestations;

/// <summary>Of whom a number is that was typed: of an attestation, or of a file whose applicant has an account.</summary>
/// <param name="Number">As it is written.</param>
public sealed record NamedPerson(string Name, string Number, PersonId? Person, Guid? Attestation, DateOnly? DiedOn);

/// <summary>Notes that an applicant or the holder of an attestation has died: the proof of it is kept some years after (law of 16 December 2022, art. 4 § 4).</summary>
/// <remarks>
/// From then on nothing is mailed to them, also what waits until a decision stands that the chair can still undo; the secretariat tells the family by post
/// (<see cref="WitaLive.App.Rulings.PostDesk"/>). It is kept with the person too: an attestation goes with the decision that is undone, and a death does not.
/// </remarks>
public sealed class RegisterDeaths(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>Of whom a number is, before anything is noted of them.</summary>
    /// <param name="number">Of the attestation or the file; capitals or not.</param>
    /// <param name="day">Null takes back what was noted.</param>
    /// <returns>Who it is, or why the day cannot be theirs.</returns>
    public async Task<Result<NamedPerson>> NamedAsync(ClaimsPrincipal who, string number, DateOnly? day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await FindAsync(db, number, day, ct);
    }

    /// <inheritdoc cref="NamedAsync"/>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> RecordAsync(ClaimsPrincipal who, string number, DateOnly? day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await FindAsync(db, number, day, ct);
        if (found is not Result<NamedPerson>.Ok(var named))
            return ((Result<NamedPerson>.Refused)found).Why;
        var (by, at) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        foreach (var held in await OfHolder(db, named).ToListAsync(ct))
            held.NoteDeath(day, by, at);
        if (named.Person is { } id && await db.Persons.SingleOrDefaultAsync(p => p.Id == id, ct) is { } person)
            await NoteAsync(db, person, day, by, at, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>When the applicant of a file died; null for the living, and for a file that came in from elsewhere.</summary>
    public async Task<DateOnly?> OfApplicantAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ApplicationFile>().Where(f => f.Id == file && f.ApplicantId != null).Join(db.Persons, f => f.ApplicantId, p => p.Id, (f, p) => p.DiedOn).SingleOrDefaultAsync(ct);
    }

    private static async Task NoteAsync(WitaLiveDb db, Person person, DateOnly? day, PersonId by, DateTimeOffset at, CancellationToken ct)
    {
        if (day is { } died)
        {
            person.Die(died, by, at);
            await Outbox.CancelForPersonAsync(db, person.Id, null, at, ct);
        }
        else if (person.DiedOn is not null)
            person.Live();
    }

    private async Task<Result<NamedPerson>> FindAsync(WitaLiveDb db, string number, DateOnly? day, CancellationToken ct)
    {
        if (day > clock.GetUtcNow().DayInBrussels())
            return new DeathLiesAhead();
        var written = OneLine.Of(number);
        if (written.Length == 0 || await NamedByAsync(db, written, written.ToUpperInvariant(), ct) is not { } named)
            return new NoSuchAttestation();
        if (day is null && named.DiedOn is null)
            return new NoDeathNoted();
        return await FirstDayAsync(db, named, ct) is { } first && day < first ? new DeathBeforeAttestation() : named;
    }

    // Who applied, or was granted one without an application that is kept here, lived then: before it, another year was meant. Somebody may die before the decision.
    private static async Task<DateOnly?> FirstDayAsync(WitaLiveDb db, NamedPerson named, CancellationToken ct)
    {
        var granted = await OfHolder(db, named).Select(a => (DateOnly?)a.From).MinAsync(ct);
        var (person, attestation) = (named.Person, named.Attestation);
        var applied = await db.Set<ApplicationFile>().Where(f => f.SubmittedAt != null && f.SubjectId == null
            && ((person != null && f.ApplicantId == person) || db.Set<Attestation>().Any(a => a.Id == attestation && a.FileId == f.Id))).Select(f => f.SubmittedAt).MinAsync(ct);
        var sentIn = applied?.DayInBrussels();
        return granted is null || sentIn < granted ? sentIn : granted;
    }

    private static async Task<NamedPerson?> NamedByAsync(WitaLiveDb db, string written, string capitals, CancellationToken ct)
    {
        if (await db.Set<Attestation>().AsNoTracking().FirstOrDefaultAsync(a => a.Number == written || a.Number == capitals, ct) is { } held)
            return new(held.Holder, held.Number, held.HolderId, held.Id, held.DiedOn);
        return await db.Set<ApplicationFile>().Where(f => (f.Number == written || f.Number == capitals) && f.ApplicantId != null)
            .Join(db.Persons, f => f.ApplicantId, p => p.Id, (f, p) => new NamedPerson(f.Applicant, f.Number, p.Id, null, p.DiedOn)).FirstOrDefaultAsync(ct);
    }

    private static IQueryable<Attestation> OfHolder(WitaLiveDb db, NamedPerson named)
    {
        var (id, holder) = (named.Attestation, named.Person);
        return db.Set<Attestation>().Where(a => a.Id == id || (holder != null && a.HolderId == holder));
    }
}

public sealed record NoSuchAttestation : Refusal;

public sealed record DeathLiesAhead : Refusal;

/// <summary>There is nothing to take back: a day is wanted.</summary>
public sealed record NoDeathNoted : Refusal;

public sealed record DeathBeforeAttestation : Refusal;
