using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Access;

/// <summary>Checks, chooses and changes passwords.</summary>
public sealed class Passwords(IDbContextFactory<WitaLiveDb> databases, IPasswordHasher<Account> hasher, HolderLinks holders, TimeProvider clock)
{
    // What an unknown account is checked against, so that the time taken does not tell who has an account.
    private static readonly Lazy<string> s_nobodys = new(() => new PasswordHasher<Account>().HashPassword(new(), "nobody's password"));

    /// <summary>The account, when address and password belong together and its person is active; otherwise null, whatever was wrong.</summary>
    public async Task<Account?> CheckAsync(string email, string password, CancellationToken ct)
    {
        var address = Person.NormalAddress(email);
        await using var db = await databases.CreateDbContextAsync(ct);
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Email == address, ct);
        var account = person is null ? null : await db.Users.SingleOrDefaultAsync(a => a.Id == person.Id.Value, ct);
        var verdict = hasher.VerifyHashedPassword(account ?? new(), account?.PasswordHash ?? s_nobodys.Value, password);
        if (verdict == PasswordVerificationResult.Failed || account?.PasswordHash is null || person is not { IsActive: true })
            return null;

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            await db.SaveChangesAsync(ct);
        }
        return account;
    }

    /// <summary>Whose link this is, while it still works.</summary>
    public async Task<Person?> FindAsync(string? secret, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await LinkAsync(db, secret, ct) is { } link ? await ActiveAsync(db, link.Person, ct) : null;
    }

    /// <summary>Uses the link up and signs out whoever was signed in with the old password. Who has the link reads the mail of this address: what came over with it goes with the account.</summary>
    public Task<Result<Account>> ChooseAsync(string? secret, string password, CancellationToken ct) => Anew.UntilWrittenAsync(() => ChooseOnceAsync(secret, password, ct), ct);

    private async Task<Result<Account>> ChooseOnceAsync(string? secret, string password, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await LinkAsync(db, secret, ct) is not { } link || await ActiveAsync(db, link.Person, ct) is not { } person)
            return new LinkUsedUp();
        if (PasswordRule.Check(password, person) is { } why)
            return why;

        var account = await db.Users.SingleAsync(a => a.Id == person.Id.Value, ct);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SignOutEverywhere();
        link.End(clock.GetUtcNow()); // this very row: whoever used it a moment earlier has then won
        await EndLinksAsync(db, person.Id, ct);
        await holders.LinkAsync(db, person, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new LinkUsedUp();
        }
        return account;
    }

    /// <summary>Changes one's own password; every other browser of the person is signed out.</summary>
    public async Task<Result<Account>> ChangeAsync(PersonId who, string current, string wanted, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Users.SingleAsync(a => a.Id == who.Value, ct);
        if (account.PasswordHash is null || hasher.VerifyHashedPassword(account, account.PasswordHash, current) == PasswordVerificationResult.Failed)
            return new PasswordWrong();
        if (PasswordRule.Check(wanted, await db.Persons.AsNoTracking().SingleAsync(p => p.Id == who, ct)) is { } why)
            return why;

        account.PasswordHash = hasher.HashPassword(account, wanted);
        account.SignOutEverywhere();
        await EndLinksAsync(db, who, ct);
        await db.SaveChangesAsync(ct);
        return account;
    }

    // With a new password every link that could replace it ends, whoever asked for it.
    private async Task EndLinksAsync(WitaLiveDb db, PersonId person, CancellationToken ct)
    {
        foreach (var link in await db.Set<AccountLink>().Where(l => l.Person == person && l.EndedAt == null).ToListAsync(ct))
            link.End(clock.GetUtcNow());
    }

    private async Task<AccountLink?> LinkAsync(WitaLiveDb db, string? secret, CancellationToken ct)
    {
        if (secret is not { Length: > 0 and < 200 })
            return null;
        var hash = AccountLink.HashOf(secret);
        var link = await db.Set<AccountLink>().SingleOrDefaultAsync(l => l.Hash == hash, ct);
        return link?.WorksAt(clock.GetUtcNow()) == true ? link : null;
    }

    private static Task<Person?> ActiveAsync(WitaLiveDb db, PersonId id, CancellationToken ct) =>
        db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.IsActive, ct);
}
