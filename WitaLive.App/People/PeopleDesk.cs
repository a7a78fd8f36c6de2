using System.Data;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Bounces;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.People;

/// <summary>Keeps the list of persons: who they are, whether they may sign in, which roles they have.</summary>
public sealed class PeopleDesk(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, SeatWords words)
{
    /// <param name="search">Part of a name or address, with or without capitals and accents; null for everyone.</param>
    public async Task<ImmutableArray<PersonLine>> ListAsync(ClaimsPrincipal who, string? search, PersonStatus? status, CancellationToken ct)
    {
        Policies.Demand(who, Policies.People);
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, words.Today, ct);
        var accounts = await db.Users.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var roles = (await db.UserRoles.AsNoTracking().ToListAsync(ct)).ToLookup(r => r.UserId, r => Roles.All.First(known => known.Id == r.RoleId).Name);
        var bounced = (await db.Set<AddressBounce>().AsNoTracking().Select(b => b.Address).ToListAsync(ct)).ToHashSet();
        var persons = await db.Persons.AsNoTracking().Where(p => !p.IsOutside).ToListAsync(ct);
        return [.. persons
            .Where(p => string.IsNullOrWhiteSpace(search) || Matches($"{p.FullName} {p.Email}", search.Trim()))
            .Select(p => Line(p, accounts.GetValueOrDefault(p.Id.Value), [.. roles[p.Id.Value].Order(StringComparer.Ordinal)], commission) with { MailComesBack = bounced.Contains(p.Email) })
            .Where(line => status is null || line.Status == status)
            .OrderBy(line => line.Person.FamilyName, StringComparer.CurrentCulture).ThenBy(line => line.Person.GivenName, StringComparer.CurrentCulture)];
    }

    /// <summary>Null when there is no such person.</summary>
    public async Task<PersonLine?> ReadAsync(ClaimsPrincipal who, PersonId id, CancellationToken ct) =>
        (await ListAsync(who, null, null, ct)).FirstOrDefault(line => line.Person.Id == id);

    /// <summary>Describes a person, a new one if the id is new. Whoever is an administrator is changed by administrators only.</summary>
    public async Task<Refusal?> SaveAsync(ClaimsPrincipal who, PersonId id, PersonFields fields, CancellationToken ct)
    {
        Policies.Demand(who, Policies.People);
        await using var db = await databases.CreateDbContextAsync(ct);
        await DemandOverAsync(db, who, id, ct);
        var address = Person.NormalAddress(fields.Email);
        if (await db.Persons.AnyAsync(p => p.Email == address && p.Id != id, ct))
            return new AddressTaken(address);
        if (!Mail.MailAddresses.IsUsable(address))
            return new AddressUnusable(fields.Email);

        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
        {
            person = Person.New(id);
            db.Add(person);
        }
        else if (person.Email != address && await db.Set<AddressBounce>().SingleOrDefaultAsync(b => b.Address == person.Email, ct) is { } bounce)
        {
            db.Remove(bounce); // it was about the old address
        }
        if (person.Describe(fields.GivenName, fields.FamilyName, fields.Email, fields.Language, fields.PassiveLanguages) is { } why)
            return why;
        if (person.Reach(fields.Telephone) is { } noNumber)
            return noNumber;
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id.Value, ct) is { } account && account.Email != person.Email)
        {
            account.MoveTo(person.Email);
            foreach (var link in await db.Set<AccountLink>().Where(l => l.Person == id && l.EndedAt == null).ToListAsync(ct))
                db.Remove(link); // it went to the old address
        }
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Shuts a person out, at once and everywhere, or lets them in again.</summary>
    public async Task<Refusal?> SetActiveAsync(ClaimsPrincipal who, PersonId id, bool active, CancellationToken ct)
    {
        Policies.Demand(who, Policies.People);
        return await AloneAsync(async db =>
        {
            await DemandOverAsync(db, who, id, ct);
            if (!active && await IsLastAdministratorAsync(db, id, ct))
                return new LastAdministrator();

            var person = await db.Persons.SingleAsync(p => p.Id == id, ct);
            if (active)
                person.Enable();
            else
                person.Disable();
            (await db.Users.SingleOrDefaultAsync(a => a.Id == id.Value, ct))?.SignOutEverywhere();
            return null;
        }, ct);
    }

    /// <summary>Gives or takes a role; for administrators. The person has to sign in again.</summary>
    public async Task<Refusal?> SetRoleAsync(ClaimsPrincipal who, PersonId id, string role, bool granted, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        var roleId = RoleId(role);
        return await AloneAsync(async db =>
        {
            var held = await db.UserRoles.SingleOrDefaultAsync(r => r.UserId == id.Value && r.RoleId == roleId, ct);
            if (granted == held is not null)
                return null;
            if (role == Roles.Administrator && !granted && await IsLastAdministratorAsync(db, id, ct))
                return new LastAdministrator();

            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == id.Value, ct);
            if (account is null)
            {
                account = Account.Of(await db.Persons.SingleAsync(p => p.Id == id, ct));
                db.Add(account);
            }
            if (held is null)
                db.Add(new IdentityUserRole<Guid> { UserId = id.Value, RoleId = roleId });
            else
                db.Remove(held);
            account.SignOutEverywhere();
            return null;
        }, ct);
    }

    // Serializable, for who else is an administrator is read from rows that another writer may be about to take away.
    private Task<Refusal?> AloneAsync(Func<WitaLiveDb, Task<Refusal?>> change, CancellationToken ct) => Anew.UntilWrittenAsync<Refusal?>(async () =>
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await change(db) is { } why)
            return why;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }, ct);

    // Otherwise the secretariat could move an administrator's address to its own and ask for a new password.
    private static async Task DemandOverAsync(WitaLiveDb db, ClaimsPrincipal who, PersonId id, CancellationToken ct)
    {
        var administrator = RoleId(Roles.Administrator);
        if (await db.UserRoles.AnyAsync(r => r.UserId == id.Value && r.RoleId == administrator, ct))
            Policies.Demand(who, Policies.Administrator);
    }

    private static async Task<bool> IsLastAdministratorAsync(WitaLiveDb db, PersonId id, CancellationToken ct)
    {
        var administrator = RoleId(Roles.Administrator);
        var holders = await db.UserRoles.Where(r => r.RoleId == administrator).Select(r => r.UserId).ToListAsync(ct);
        var active = (await db.Persons.AsNoTracking().Where(p => p.IsActive).Select(p => p.Id).ToListAsync(ct)).Select(p => p.Value);
        return holders.Intersect(active).ToList() is [var only] && only == id.Value;
    }

    private static Guid RoleId(string role) => Roles.All.First(r => r.Name == role).Id;

    private PersonLine Line(Person person, Account? account, ImmutableArray<string> roles, Commission commission)
    {
        var seat = commission.SeatOf(person.Id);
        var offices = commission.Offices.Where(o => o.Person.Id == person.Id).Select(o => words.Office(o.Role));
        var status = !person.IsActive ? PersonStatus.Disabled
            : account?.PasswordHash is not null ? PersonStatus.Active
            : account?.InvitedAt is not null ? PersonStatus.Invited
            : PersonStatus.NotInvited;
        return new(person, status, account?.InvitedAt, roles, [.. offices, .. seat is null ? [] : new[] { words.Brief(seat) }]);
    }

    private static bool Matches(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}

/// <param name="Places">Office and seat of today, in the reader's words.</param>
public sealed record PersonLine(Person Person, PersonStatus Status, DateTimeOffset? InvitedAt, ImmutableArray<string> RoleNames, ImmutableArray<string> Places)
{
    /// <summary>Mail to the present address came back for good.</summary>
    public bool MailComesBack { get; init; }
}

public enum PersonStatus
{
    NotInvited,
    Invited,
    Active,
    Disabled,
}

public sealed record PersonFields(string GivenName, string FamilyName, string Email, string Language, ImmutableArray<string> PassiveLanguages, string Telephone = "");

public sealed record AddressTaken(string Address) : Refusal
{
    public override ImmutableArray<object> Gaps => [Address];
}

public sealed record LastAdministrator : Refusal;
