using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Assistance;

/// <summary>Lets the secretariat fill in for a person at the telephone. Each day on which it does is written down, and the person reads it.</summary>
/// <remarks>Only for who applies: nobody acts in the name of a member of the Commission or of the secretariat.</remarks>
public sealed class AssistanceDesk(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    private const int Most = 20;

    private const int Shortest = 3;

    /// <summary>Those who apply and whose name or address contains what was typed, the first ones of the alphabet when they are many; nobody while it is too short.</summary>
    public async Task<ImmutableArray<Person>> FindAsync(ClaimsPrincipal who, string typed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var part = SearchText.Fold(typed);
        if (part.Length < Shortest)
            return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        // Names are compared without their accents, which neither engine does by itself.
        var all = await db.Persons.AsNoTracking().Where(p => p.IsOutside && p.IsActive).Select(p => new { p.Id, p.GivenName, p.FamilyName, p.Email }).ToListAsync(ct);
        var found = all.Where(p => SearchText.Fold($"{p.GivenName} {p.FamilyName} {p.Email}").Contains(part, StringComparison.Ordinal))
            .OrderBy(p => p.FamilyName, StringComparer.CurrentCulture).ThenBy(p => p.GivenName, StringComparer.CurrentCulture).Take(Most).Select(p => p.Id).ToList();
        return [.. await db.Persons.AsNoTracking().Where(p => found.Contains(p.Id)).OrderBy(p => p.FamilyName).ThenBy(p => p.GivenName).ToListAsync(ct)];
    }

    /// <summary>The person with this address who applies; null when there is none, or one whom nobody fills in for.</summary>
    public async Task<Person?> OfAddressAsync(ClaimsPrincipal who, string address, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var normal = Person.NormalAddress(address);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Email == normal && p.IsOutside && p.IsActive, ct);
    }

    /// <summary>The person as acts take them, with who fills in beside them; null for whom nobody fills in for. Written down for the person to read.</summary>
    public async Task<(Person Person, ClaimsPrincipal Acts)?> ActForAsync(ClaimsPrincipal who, PersonId person, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person && p.IsOutside && p.IsActive, ct) is not { } found)
            return null;
        var agent = SignedInPerson.Of(who)!.Id;
        await NoteAsync(db, person, agent, ct);
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, person.Value.ToString()), new(SignedInPerson.NameClaim, found.FullName), new(SignedInPerson.LanguageClaim, found.Language),
            new(SignedInPerson.OutsideClaim, "true"), new(SignedInPerson.AssistedByClaim, agent.Value.ToString()),
        ];
        return (found, new ClaimsPrincipal(new ClaimsIdentity(claims, "assistance")));
    }

    /// <summary>The days on which the secretariat filled in for oneself, the latest first.</summary>
    public async Task<ImmutableArray<AssistedEntry>> MineAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.Set<AssistedEntry>().AsNoTracking().Where(e => e.PersonId == me).OrderByDescending(e => e.At).ToListAsync(ct)];
    }

    private async Task NoteAsync(WitaLiveDb db, PersonId person, PersonId agent, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        if (await db.Set<AssistedEntry>().AnyAsync(e => e.PersonId == person && e.AgentId == agent && e.Day == today, ct))
            return;
        db.Add(new AssistedEntry { PersonId = person, AgentId = agent, Day = today, At = now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Begun twice at the same moment: the other one is written, which a look shows; without a trace nobody fills in.
            if (!await db.Set<AssistedEntry>().AsNoTracking().AnyAsync(e => e.PersonId == person && e.AgentId == agent && e.Day == today, ct))
                throw;
        }
    }
}
