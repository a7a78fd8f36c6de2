using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Amateurs;
using WitaLive.App.Applications;
using WitaLive.App.Assistance;
using WitaLive.App.Bounces;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Profiles;
using WitaLive.App.Uploads;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Retention;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Retention;

/// <summary>Removes accounts and profiles of people who have not come for so long, once no file of theirs is kept. Their address is then free. Of who is of the Commission, or was, only the profile goes.</summary>
internal sealed class ForgetAccounts(IDbContextFactory<WitaLiveDb> databases, RuleBook rules) : IForget
{
    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var rule = rules.On(today).Retention;
        List<PersonId> old;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            // Nobody wrote down when accounts of before were last used: they count from the first look on.
            await db.Users.Where(a => a.LastUsedOn == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastUsedOn, today), ct);
            var latest = today.AddYears(-rule.YearsUnused);
            var unused = await db.Users.Where(a => a.LastUsedOn < latest).Select(a => a.Id).ToListAsync(ct);
            old = await db.Persons.AsNoTracking().Where(p => (p.IsOutside || db.Set<StoredProfile>().Any(s => s.PersonId == p.Id)) && !db.Set<ApplicationFile>().Any(f => f.ApplicantId == p.Id)).Select(p => p.Id).ToListAsync(ct);
            var accounts = unused.ToHashSet();
            var withAccount = (await db.Users.Select(a => a.Id).ToListAsync(ct)).ToHashSet();
            old.RemoveAll(person => withAccount.Contains(person.Value) && !accounts.Contains(person.Value));
        }
        await Each.InTurnAsync(old, person => ForgetAsync(person, today, rule, ct));
    }

    private async Task ForgetAsync(PersonId person, DateOnly today, RetentionRule rule, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whose application was only taken over, and who was never invited, has nothing that could be used.
        var last = await LastUsedOnAsync(db, person, ct);
        if ((last is { } used && !Kept.OfAccount(used, null, rule).IsDue(today)) || await IsSanctionedAsync(db, person, today, ct))
            return;
        if (await RemoveAsync(db, person, last, ct))
        {
            await Removal.AddAsync(db, today, RemovedKind.Accounts, 1, ct);
            await transaction.CommitAsync(ct);
        }
    }

    // Signed in, wrote in their profile, noted a day as an amateur, or had it filled in at the telephone.
    private static async Task<DateOnly?> LastUsedOnAsync(WitaLiveDb db, PersonId person, CancellationToken ct)
    {
        var signedIn = await db.Users.Where(a => a.Id == person.Value).Select(a => a.LastUsedOn).SingleOrDefaultAsync(ct);
        var profile = await db.Set<StoredProfile>().Where(p => p.PersonId == person).Select(p => p.ChangedAt).SingleOrDefaultAsync(ct);
        var called = await db.Set<AssistedEntry>().Where(e => e.PersonId == person).MaxAsync(e => (DateOnly?)e.Day, ct);
        var registered = await db.Set<AmateurRegistration>().Where(r => r.PersonId == person).MaxAsync(r => (DateOnly?)r.RegisteredOn, ct);
        var noted = await db.Set<StoredAmateurDay>().Where(d => d.PersonId == person).MaxAsync(d => (DateOnly?)d.Day, ct);
        return new[] { signedIn, profile?.DayInBrussels(), called, registered, noted }.Max();
    }

    private static async Task<bool> IsSanctionedAsync(WitaLiveDb db, PersonId person, DateOnly today, CancellationToken ct) =>
        (await db.Set<AmateurRegistration>().AsNoTracking().Where(r => r.PersonId == person).ToListAsync(ct)).Exists(r => r.Sanction is { } sanction && !(sanction.Until < today));

    private static async Task<bool> RemoveAsync(WitaLiveDb db, PersonId person, DateOnly? last, CancellationToken ct)
    {
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, ct) is not { } known)
            return false;
        // Asked anew in the act itself: somebody may sign in or apply at this very moment.
        var account = db.Users.Where(a => a.Id == person.Value);
        var isUnused = known.IsOutside
            ? await account.Where(a => a.LastUsedOn <= last).ExecuteDeleteAsync(ct) == 1 || !await account.AnyAsync(ct)
            : !await account.AnyAsync(a => a.LastUsedOn > last, ct);
        if (!isUnused || await db.Set<ApplicationFile>().AnyAsync(f => f.ApplicantId == person, ct))
            return false;
        await RemoveProfileAsync(db, person, ct);
        if (!known.IsOutside)
            return true;
        await db.Set<AssistedEntry>().Where(e => e.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<AccountLink>().Where(l => l.Person == person).ExecuteDeleteAsync(ct);
        var address = Person.NormalAddress(known.Email);
        await db.Set<AddressBounce>().Where(b => b.Address == address).ExecuteDeleteAsync(ct);
        await Mails.RemoveAsync(db, db.Set<OutgoingMail>().Where(m => m.PersonId == person || m.ToAddress == known.Email), ct);
        return await db.Persons.Where(p => p.Id == person && p.IsOutside).ExecuteDeleteAsync(ct) == 1;
    }

    private static async Task RemoveProfileAsync(WitaLiveDb db, PersonId person, CancellationToken ct)
    {
        foreach (var proof in await db.Set<StoredProof>().Where(p => p.PersonId == person).Select(p => p.Id).ToListAsync(ct))
            db.Add(new DoomedFile { Id = proof.Value, Kind = DoomedKind.Paper });
        foreach (var upload in await db.Set<Upload>().Where(u => u.OwnerId == person && u.DoneAt == null).Select(u => u.Id).ToListAsync(ct))
            db.Add(new DoomedFile { Id = upload, Kind = DoomedKind.Half });
        await db.SaveChangesAsync(ct);
        await db.Set<StoredProof>().Where(p => p.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<Upload>().Where(u => u.OwnerId == person).ExecuteDeleteAsync(ct);
        await db.Set<StoredProfile>().Where(p => p.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<ApplicationDraft>().Where(d => d.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<StoredAmateurDay>().Where(d => d.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<AmateurRegistration>().Where(r => r.PersonId == person).ExecuteDeleteAsync(ct);
    }
}
