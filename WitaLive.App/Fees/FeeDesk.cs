using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Turnouts;
using WitaLive.Domain;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Fees;

/// <summary>Statements of fees, from what the journals say of meetings: all of them for the secretariat, one's own for everyone.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 9; rules of procedure, art. 54 and 55.</remarks>
public sealed class FeeDesk(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, SessionBook book, RuleBook rules, TimeProvider clock)
{
    /// <summary>The quarter it is in Brussels.</summary>
    public Quarter Current => Quarter.Of(clock.GetUtcNow().DayInBrussels());

    public async Task<QuarterOfFees> ReadAsync(ClaimsPrincipal who, Quarter quarter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return await CountAsync(quarter, ct);
    }

    /// <summary>What some meetings of a period cost, for one person or for everybody.</summary>
    /// <param name="before">The meetings begin before then.</param>
    /// <param name="meetings">Those that count.</param>
    /// <param name="only">Whose fees and journeys are wanted; null for everybody's.</param>
    public async Task<CountedFees> ReadAsync(ClaimsPrincipal who, DateTimeOffset from, DateTimeOffset before, IReadOnlySet<MeetingId> meetings, PersonId? only, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return await CountAsync([.. (await book.ReadAsync(from, before, ct)).Where(s => meetings.Contains(s.Meeting))], only, ct);
    }

    /// <summary>One's own statement, and the rule and index it was made with.</summary>
    public async Task<(Statement? Own, FeeRule Rule, decimal? Index)> OwnAsync(ClaimsPrincipal who, Quarter quarter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        var all = await CountAsync(quarter, ct);
        return (all.Counted.Statements.FirstOrDefault(s => s.Person.Id == me), all.Rule, all.Index);
    }

    private async Task<QuarterOfFees> CountAsync(Quarter quarter, CancellationToken ct)
    {
        var rule = rules.On(quarter.Until).Fees;
        return new(quarter, await CountAsync(await book.ReadAsync(quarter.Begins, quarter.Ends, ct), only: null, ct), rule, rule.IndexOf(quarter.Year));
    }

    private async Task<CountedFees> CountAsync(ImmutableArray<Session> sessions, PersonId? only, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var persons = await db.Persons.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        var meetings = sessions.Select(s => s.Meeting).ToList();
        var chambers = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.ChamberId, ct);
        var ceded = (await db.Set<CededFee>().AsNoTracking().Where(f => meetings.Contains(f.MeetingId)).ToListAsync(ct)).ToLookup(f => f.MeetingId, f => f.SeatId);
        var claimed = (await db.Set<ClaimedTravel>().AsNoTracking().Where(t => meetings.Contains(t.MeetingId)).ToListAsync(ct)).ToLookup(t => t.MeetingId);

        var counted = sessions.Select(session =>
        {
            var rule = rules.On(session.StartsAt.DayInBrussels()).Fees;
            // A claim of who turned out not to have come, after a correction, is none.
            var journeys = claimed[session.Meeting].Where(t => IsWanted(t.PersonId) && TravelClaim.IsPaidBack(session, t.PersonId, rule.Travel)).ToList();
            var fees = Fee.Of(session, rule, ceded[session.Meeting].ToHashSet()).Where(fee => IsWanted(fee.Person)).ToImmutableArray();
            return (Session: session, Rule: rule, Fees: fees, Journeys: journeys, Chamber: commission.Chamber(chambers[session.Meeting])!);
        }).ToList();
        var lines = (from one in counted
                     from fee in one.Fees
                     select new FeeLine(
                         fee, persons[fee.Person], one.Session.StartsAt, one.Chamber, fee.Amount, fee.Indexed(one.Rule, one.Session.StartsAt.InBrussels().Year),
                         fee.CededBy is { } giver ? persons[giver].FullName : null)).ToLookup(line => line.Person.Id);
        var travel = (from one in counted
                      from journey in one.Journeys
                      select new TravelLine(
                          journey.Claim, persons[journey.PersonId], one.Session.StartsAt, one.Chamber, one.Rule.Travel.Find(journey.Means),
                          journey.Claim.Amount(one.Rule.Travel, one.Session.StartsAt.DayInBrussels()), journey.SignedAt)).ToLookup(line => line.Person.Id);
        var control = new FeeControl(
            counted.Sum(one => one.Fees.Length), counted.Sum(one => one.Fees.Sum(fee => fee.Amount)), counted.Sum(one => one.Journeys.Count),
            counted.Sum(one => one.Journeys.Sum(t => t.Claim.Amount(one.Rule.Travel, one.Session.StartsAt.DayInBrussels()) ?? 0)));
        return new(
            [
                .. lines.Select(g => g.Key).Union(travel.Select(g => g.Key))
                    .Select(id => new Statement(persons[id], [.. lines[id].OrderBy(line => line.StartsAt)], [.. travel[id].OrderBy(line => line.StartsAt)]))
                    .OrderBy(s => s.Person.FamilyName, StringComparer.InvariantCulture).ThenBy(s => s.Person.GivenName, StringComparer.InvariantCulture),
            ],
            sessions.Length,
            counted.Count(one => one.Session.Duration(one.Rule.PausesCount) < TimeSpan.FromMinutes(one.Rule.SessionMinutes)),
            control);

        bool IsWanted(PersonId person) => only is not { } one || one == person;
    }
}
