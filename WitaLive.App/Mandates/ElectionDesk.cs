using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Mandates;

/// <summary>A choice of who presides, with the name.</summary>
public sealed record ChoiceLine(ChairChoice Choice, string Name, string? By);

/// <summary>Writes down who was elected or appointed to preside over a restricted chamber, and when.</summary>
public sealed class ElectionDesk(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    /// <summary>Every choice of a chamber, the last one first.</summary>
    public async Task<ImmutableArray<ChoiceLine>> ListAsync(ClaimsPrincipal who, ChamberId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Chambers.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } chamber)
            return [];
        var named = chamber.Choices.SelectMany(c => new[] { c.Person, c.By }).OfType<PersonId>().ToHashSet();
        var names = await db.Persons.AsNoTracking().Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, ct);
        return [.. chamber.Choices.OrderByDescending(c => c.Number)
            .Select(c => new ChoiceLine(c, names[c.Person], c.By is { } by ? names.GetValueOrDefault(by) : null))];
    }

    public async Task<Refusal?> RecordAsync(
        ClaimsPrincipal who, ChamberId id, ChairRole role, PersonId person, DateOnly on, ChairChoosing how, DateOnly? until, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, today, ct);
        if (await db.Chambers.AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct) is not { Section: not null } chamber || commission.Chamber(id) is not { } sits)
            return new NoChairElectedHere();

        var seat = sits.VotingSeats.FirstOrDefault(s => s.IsHeldBy(person));
        var ends = seat?.Mandate is { } mandate ? await db.Mandates.Where(m => m.Id == mandate).Select(m => m.Term.Until).SingleAsync(ct) : null;
        var choice = new ChairChoice(id, 0, role, person, on, how, until, SignedInPerson.Of(who)?.Id, now);
        if (chamber.Choose(choice, [.. sits.VotingSeats.SelectMany(s => s.Duo).Select(p => p.Id)], today, ends, rules.On(today).Mandates) is { } why)
            return why;
        db.Add(chamber.Choices[^1]);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return new ChosenMeanwhile();
        }
        return null;
    }
}

/// <summary>The President presides over formations that are no restricted chamber.</summary>
public sealed record NoChairElectedHere : Refusal;

/// <summary>Someone else recorded a choice in the same moment.</summary>
public sealed record ChosenMeanwhile : Refusal;
