using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Bodies;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Assistance;

/// <summary>Whoever opens the account of somebody else than they were told says why.</summary>
public sealed record AssistanceNeedsReason(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>A day on which the secretariat filled in, as the person reads it.</summary>
public sealed record AssistedDay(DateTimeOffset At, string Agent, string? Reason);

/// <summary>Lets the secretariat fill in for a person at the telephone. Each day on which it does is written down, and the person reads it.</summary>
/// <remarks>Only for who applies: nobody acts in the name of a member of the Commission or of the secretariat.</remarks>
public sealed class AssistanceDesk(IDbContextFactory<WitaLiveDb> databases, FileOpenings openings, TimeProvider clock)
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
        var all = await db.Persons.AsNoTracking().Where(p => p.IsOutside && p.IsActive && !db.Set<Representative>().Any(r => r.PersonId == p.Id)).Select(p => new { p.Id, p.GivenName, p.FamilyName, p.Email }).ToListAsync(ct);
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
        return await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Email == normal && p.IsOutside && p.IsActive && !db.Set<Representative>().Any(r => r.PersonId == p.Id), ct);
    }

    /// <summary>The person as acts take them, with who fills in beside them; null for whom nobody fills in for. Written down for the person to read.</summary>
    public async Task<(Person Person, ClaimsPrincipal Acts)?> ActForAsync(ClaimsPrincipal who, PersonId person, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person && p.IsOutside && p.IsActive && !db.Set<Representative>().Any(r => r.PersonId == p.Id), ct) is not { } found)
            return null;
        var agent = SignedInPerson.Of(who)!.Id;
        await NoteAsync(db, who, person, ct);
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, person.Value.ToString()), new(SignedInPerson.NameClaim, found.FullName), new(SignedInPerson.LanguageClaim, found.Language),
            new(SignedInPerson.OutsideClaim, "true"), new(SignedInPerson.AssistedByClaim, agent.Value.ToString()),
        ];
        return (found, new ClaimsPrincipal(new ClaimsIdentity(claims, "assistance")));
    }

    /// <summary>Opens the account of whom an address belongs to, when somebody else was to be entered: said why, and written down for the person to read.</summary>
    /// <returns>The refusal, or null when it is written down.</returns>
    public async Task<Refusal?> OpenByNameAsync(ClaimsPrincipal who, PersonId person, string reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var why = OneLine.Of(reason);
        if (why.Length is 0 or > AssistedEntry.LongestReason)
            return new AssistanceNeedsReason(AssistedEntry.LongestReason);
        await using var db = await databases.CreateDbContextAsync(ct);
        await NoteAsync(db, who, person, ct);
        var (agent, today) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow().DayInBrussels());
        await db.Set<AssistedEntry>().Where(e => e.PersonId == person && e.AgentId == agent && e.Day == today).ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, why), ct);
        return null;
    }

    /// <summary>The days on which the secretariat filled in for oneself, the latest first.</summary>
    public async Task<ImmutableArray<AssistedDay>> MineAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        var days = await db.Set<AssistedEntry>().AsNoTracking().Where(e => e.PersonId == me).OrderByDescending(e => e.At).ToListAsync(ct);
        var agents = days.Select(e => e.AgentId).Distinct().ToList();
        var names = (await db.Persons.AsNoTracking().Where(p => agents.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.FullName);
        return [.. days.Select(e => new AssistedDay(e.At, names.GetValueOrDefault(e.AgentId, "–"), e.Reason))];
    }

    private async Task NoteAsync(WitaLiveDb db, ClaimsPrincipal who, PersonId person, CancellationToken ct)
    {
        var (now, agent) = (clock.GetUtcNow(), SignedInPerson.Of(who)!.Id);
        var today = now.DayInBrussels();
        if (await db.Set<AssistedEntry>().AnyAsync(e => e.PersonId == person && e.AgentId == agent && e.Day == today, ct))
            return;
        // Whoever opens a profile sees what its files came from, and stands with each of them among those who opened it.
        await openings.NoteAllOfAsync(who, person, ct);
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
