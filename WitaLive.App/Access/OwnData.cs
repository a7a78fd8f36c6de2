using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Access;

/// <summary>What a person may change about themselves without asking anyone.</summary>
public sealed class OwnData(IDbContextFactory<WitaLiveDb> databases)
{
    /// <summary>The language of one's screens and mails.</summary>
    public async Task<Account> WriteInAsync(PersonId who, string language, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        (await db.Persons.SingleAsync(p => p.Id == who, ct)).Write(language);
        await db.SaveChangesAsync(ct);
        return await db.Users.AsNoTracking().SingleAsync(a => a.Id == who.Value, ct);
    }
}
