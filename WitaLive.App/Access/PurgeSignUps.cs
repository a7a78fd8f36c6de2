using Microsoft.EntityFrameworkCore;
using WitaLive.App.Assistance;
using WitaLive.App.Bodies;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Access;

/// <summary>Removes accounts that somebody opened to apply and nobody has entered by the link in the mail: the address may never have been theirs (data/rules/procedure.json).</summary>
/// <remarks>May run twice, on two nodes at once, and break off at any line: each account is a transaction of its own, and one that is gone is not found again.</remarks>
public sealed class PurgeSignUps(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock) : ISweep
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = now.AddDays(-rules.On(now.DayInBrussels()).Procedure.DaysToVerify);
        foreach (var person in await UnverifiedAsync(before, ct))
            await RemoveAsync(person, before, ct);
    }

    private async Task<List<PersonId>> UnverifiedAsync(DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var unused = await db.Users.AsNoTracking().Where(a => a.PasswordHash == null && a.InvitedAt != null && a.InvitedAt < before).ToListAsync(ct);
        var persons = unused.ConvertAll(account => account.Person);
        // For whom the secretariat filled in at the telephone, or took over an application, there is somebody, who may never open the account.
        return await db.Persons.Where(p => p.IsOutside && persons.Contains(p.Id) && !db.Set<AssistedEntry>().Any(entry => entry.PersonId == p.Id)
            && !db.Set<ApplicationFile>().Any(f => f.ApplicantId == p.Id) && !db.Set<Representative>().Any(r => r.PersonId == p.Id)).Select(p => p.Id).ToListAsync(ct);
    }

    private async Task RemoveAsync(PersonId person, DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Asked anew in the act itself: somebody may enter at this very moment.
        if (await db.Users.Where(a => a.Id == person.Value && a.PasswordHash == null && a.InvitedAt < before).ExecuteDeleteAsync(ct) == 0)
            return;
        await db.Set<AccountLink>().Where(l => l.Person == person).ExecuteDeleteAsync(ct);
        await db.Set<OutgoingMail>().Where(m => m.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Persons.Where(p => p.Id == person && p.IsOutside).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
