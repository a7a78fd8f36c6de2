using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.People;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Bodies;

/// <summary>The body that somebody enters for has no name.</summary>
public sealed record BodyMissing : Refusal;

/// <summary>Somebody who enters for a body, as an administrator sees them.</summary>
public sealed record RepresentativeLine(Person Person, BodyKind Kind, string Body, bool HasEntered, DateTimeOffset? InvitedAt);

/// <summary>What is typed of somebody new.</summary>
public sealed record RepresentativeFields(string GivenName, string FamilyName, string Email, string Language, BodyKind Kind, string Body);

/// <summary>Opens accounts for people of institutions and inspection services, and shuts them; for administrators.</summary>
public sealed class BodyDesk(IDbContextFactory<WitaLiveDb> databases, Invitations invitations, RuleBook rules, JobBell bell, TimeProvider clock)
{
    /// <summary>The inspection services that may ask for a measure: their codes.</summary>
    public ImmutableArray<string> Services => [.. rules.On(clock.GetUtcNow().DayInBrussels()).Procedure.Measures.SelectMany(m => m.Requesters).Distinct().Where(one => one != MeasureRule.President)];

    public async Task<ImmutableArray<RepresentativeLine>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.Set<Representative>().AsNoTracking().Join(db.Persons.AsNoTracking(), r => r.PersonId, p => p.Id, (r, p) => new { Person = p, r.Kind, r.Body }).ToListAsync(ct);
        var ids = all.ConvertAll(one => one.Person.Id.Value);
        var accounts = await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return
        [
            .. all.OrderBy(one => one.Body, StringComparer.CurrentCulture).ThenBy(one => one.Person.FamilyName, StringComparer.CurrentCulture)
                .Select(one => new RepresentativeLine(one.Person, one.Kind, one.Body, accounts.GetValueOrDefault(one.Person.Id.Value)?.PasswordHash is not null, accounts.GetValueOrDefault(one.Person.Id.Value)?.InvitedAt)),
        ];
    }

    /// <summary>Writes down somebody new and invites them.</summary>
    public async Task<Refusal?> AddAsync(ClaimsPrincipal who, PersonId id, RepresentativeFields fields, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        var body = OneLine.Of(fields.Body);
        if (body.Length is 0 or > Representative.LongestBody || (fields.Kind is BodyKind.Inspection && !Services.Contains(body)))
            return new BodyMissing();
        if (Person.New(id).Describe(fields.GivenName, fields.FamilyName, fields.Email, fields.Language, []) is { } why)
            return why;
        if (!MailAddresses.IsUsable(Person.NormalAddress(fields.Email)))
            return new AddressUnusable(fields.Email);
        await using var db = await databases.CreateDbContextAsync(ct);
        var person = Person.Applying(id, fields.GivenName, fields.FamilyName, fields.Email, fields.Language);
        if (await db.Persons.AnyAsync(p => p.Email == person.Email, ct))
            return new AddressTaken(person.Email);
        db.Add(person);
        db.Add(new Representative { PersonId = id, Kind = fields.Kind, Body = body });
        await invitations.AddRepresentativeAsync(db, person, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        bell.Ring<SendDueMail>();
        return null;
    }

    /// <summary>Shuts somebody of a body out, at once and everywhere, or lets them in again.</summary>
    public async Task<Refusal?> SetActiveAsync(ClaimsPrincipal who, PersonId id, bool active, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Set<Representative>().AnyAsync(r => r.PersonId == id, ct) || await db.Persons.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return new NoSuchThing();
        if (active)
            person.Enable();
        else
            person.Disable();
        (await db.Users.SingleOrDefaultAsync(a => a.Id == id.Value, ct))?.SignOutEverywhere();
        await db.SaveChangesAsync(ct);
        return null;
    }
}
