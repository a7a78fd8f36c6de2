using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Amateurs;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Amateurs;

/// <summary>What an amateur sees of their registration and of a year's limits.</summary>
/// <param name="Registration">The one that counts; null for who is not registered.</param>
/// <param name="Days">Of that year, the latest first.</param>
/// <param name="HasNumber">Whether the profile has the national number that a registration needs.</param>
public sealed record AmateurSheet(AmateurRegistration? Registration, Standing? Standing, ImmutableArray<AmateurDay> Days, AmateurYear Year, AmateurRule Rule, bool HasNumber, DateOnly Today);

/// <summary>Registers amateurs, and keeps the days they note to see how far they are from the limits.</summary>
public sealed class AmateurDesk(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, AmateurMails mails, JobBell bell, TimeProvider clock)
{
    /// <param name="year">Null for this year.</param>
    public async Task<AmateurSheet> ReadAsync(ClaimsPrincipal who, int? year, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var (me, today) = (SignedInPerson.Of(who)!.Id, Today);
        await using var db = await databases.CreateDbContextAsync(ct);
        var registration = await LastAsync(db, me, ct);
        if (registration is not null && (await ToldMeasures.ReadAsync(db, [registration.Id], rules.On(today), clock.GetUtcNow(), ct)).TryGetValue(registration.Id, out var told))
            registration.Put(told);
        var days = (await db.Set<StoredAmateurDay>().AsNoTracking().Where(d => d.PersonId == me).OrderByDescending(d => d.Day).ToListAsync(ct)).ConvertAll(day => day.Read());
        var shown = year is { } one && (one == today.Year || days.Exists(day => day.Day.Year == one)) ? one : today.Year;
        var rule = rules.On(today).Amateurs;
        return new(
            registration, registration?.On(today), [.. days.Where(day => day.Day.Year == shown)], AmateurYear.Of(shown, days, rule), rule,
            (await ProfileDesk.SheetAsync(db, me, ct)).HasNumber, today);
    }

    /// <returns>The refusal, or null when there is a registration and its receipt is on the way.</returns>
    public async Task<Refusal?> RegisterAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var today = Today;
            // Read first: whoever registers the same person at the same moment takes the same number, or is seen by the look that follows.
            var number = await AmateurNumbers.NextAsync(db, today, ct);
            if (await WhyNotAsync(db, me, today, ct) is { } why)
                return why;
            if (!(await ProfileDesk.SheetAsync(db, me, ct)).HasNumber)
                return new NumberIsMissing();
            var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == me, ct);
            var registration = new AmateurRegistration
            {
                Id = Guid.CreateVersion7(),
                Number = number,
                PersonId = me,
                Name = person.FullName,
                Role = AmateurRole.Performer,
                Language = ApplicationDesk.Languages.Contains(person.Language) ? person.Language : ApplicationDesk.Languages[0],
                RegisteredOn = today,
            };
            db.Add(registration);
            Outbox.Add(db, mails.Receipt(person, registration, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
    }

    // As the person is told: what a chamber decided and can still take back says nothing here either.
    private async Task<Refusal?> WhyNotAsync(WitaLiveDb db, PersonId me, DateOnly today, CancellationToken ct)
    {
        var mine = await db.Set<AmateurRegistration>().AsNoTracking().Where(r => r.PersonId == me).OrderByDescending(r => r.RegisteredOn).ThenByDescending(r => r.Number).ToListAsync(ct);
        var told = await ToldMeasures.ReadAsync(db, mine.Select(r => r.Id), rules.On(today), clock.GetUtcNow(), ct);
        foreach (var one in mine.Where(r => told.ContainsKey(r.Id)))
            one.Put(told[one.Id]);
        if (mine.Find(r => r.Role == AmateurRole.Performer) is { } last && last.On(today) != Standing.Annulled)
            return new AlreadyRegistered();
        return AmateurSanctions.BarOf(mine, today);
    }

    /// <returns>The refusal, or null when the day is noted; one above a limit is noted, and said.</returns>
    public async Task<Refusal?> NoteAsync(ClaimsPrincipal who, DateOnly day, string contractor, decimal indemnity, decimal travel, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // Serializable, for a button pressed twice reads what the other half is about to add.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            var noted = new AmateurDay(Guid.CreateVersion7(), day, OneLine.Of(contractor), indemnity, travel);
            var kept = (await db.Set<StoredAmateurDay>().AsNoTracking().Where(d => d.PersonId == me && d.Day == day).ToListAsync(ct)).Select(one => one.Read());
            if (AmateurDay.Check(noted, kept, Today) is { } why)
                return why;
            db.Add(new StoredAmateurDay { Id = noted.Id, PersonId = me, Day = day, Contractor = noted.Contractor, Indemnity = indemnity, Travel = travel });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }, ct);
    }

    public async Task RemoveAsync(ClaimsPrincipal who, Guid day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<StoredAmateurDay>().Where(d => d.Id == day && d.PersonId == me).ExecuteDeleteAsync(ct);
    }

    private DateOnly Today => clock.GetUtcNow().DayInBrussels();

    private static Task<AmateurRegistration?> LastAsync(WitaLiveDb db, PersonId me, CancellationToken ct) => db.Set<AmateurRegistration>().AsNoTracking()
        .Where(r => r.PersonId == me && r.Role == AmateurRole.Performer).OrderByDescending(r => r.RegisteredOn).ThenByDescending(r => r.Number).FirstOrDefaultAsync(ct);
}
