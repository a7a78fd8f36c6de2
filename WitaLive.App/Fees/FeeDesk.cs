using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Turnouts;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Fees;

/// <summary>One fee with what stands round it.</summary>
/// <param name="Amount">At the index of the year; null when that is not known.</param>
public sealed record FeeLine(Fee Fee, Person Person, DateTimeOffset StartsAt, ChamberOnDay Chamber, decimal Base, decimal? Amount);

/// <summary>What one person is owed for a quarter, in the order of the meetings.</summary>
public sealed record Statement(Person Person, ImmutableArray<FeeLine> Lines)
{
    public decimal Base => Lines.Sum(line => line.Base);

    /// <summary>Null when an index is not known.</summary>
    public decimal? Amount => Lines.All(line => line.Amount is not null) ? Lines.Sum(line => line.Amount!.Value) : null;
}

/// <summary>A quarter: every statement, and the totals counted a second way, meeting by meeting.</summary>
/// <param name="Sessions">Meetings of the quarter that are over.</param>
/// <param name="TooShort">How many of them gave no fee because they were too short.</param>
/// <param name="Index">Of the year; null when nobody has said it.</param>
public sealed record QuarterOfFees(Quarter Quarter, ImmutableArray<Statement> Statements, int Sessions, int TooShort, FeeRule Rule, decimal? Index, FeeControl Control)
{
    public int Fees => Statements.Sum(s => s.Lines.Length);

    public decimal Base => Statements.Sum(s => s.Base);

    public decimal? Amount => Statements.All(s => s.Amount is not null) ? Statements.Sum(s => s.Amount!.Value) : null;

    /// <summary>Both ways of counting give the same.</summary>
    public bool IsBalanced => Control == new FeeControl(Fees, Base);
}

/// <summary>Counted from the sessions, without going through persons.</summary>
/// <param name="Fees">How many.</param>
/// <param name="Base">Unit: euro, at the index of the base month.</param>
public sealed record FeeControl(int Fees, decimal Base);

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

    /// <summary>One's own statement, and the rule and index it was made with.</summary>
    public async Task<(Statement? Own, FeeRule Rule, decimal? Index)> OwnAsync(ClaimsPrincipal who, Quarter quarter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        var all = await CountAsync(quarter, ct);
        return (all.Statements.FirstOrDefault(s => s.Person.Id == me), all.Rule, all.Index);
    }

    private async Task<QuarterOfFees> CountAsync(Quarter quarter, CancellationToken ct)
    {
        var sessions = await book.ReadAsync(BrusselsTime.At(quarter.From, TimeOnly.MinValue), BrusselsTime.At(quarter.Until.AddDays(1), TimeOnly.MinValue), ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var persons = await db.Persons.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        var meetings = sessions.Select(s => s.Meeting).ToList();
        var chambers = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.ChamberId, ct);

        var counted = sessions.Select(session => (Session: session, Rule: rules.On(session.StartsAt.DayInBrussels()).Fees)).ToList();
        var lines = (from one in counted
                     from fee in Fee.Of(one.Session, one.Rule)
                     select new FeeLine(
                         fee, persons[fee.Person], one.Session.StartsAt, commission.Chamber(chambers[fee.Meeting])!, fee.Amount, fee.Indexed(one.Rule, one.Session.StartsAt.InBrussels().Year))).ToList();
        var control = new FeeControl(counted.Sum(one => Fee.Of(one.Session, one.Rule).Length), counted.Sum(one => Fee.Of(one.Session, one.Rule).Sum(fee => fee.Amount)));
        var rule = rules.On(quarter.Until).Fees;
        return new(
            quarter,
            [
                .. lines.GroupBy(line => line.Person.Id)
                    .Select(g => new Statement(g.First().Person, [.. g.OrderBy(line => line.StartsAt)]))
                    .OrderBy(s => s.Person.FamilyName, StringComparer.InvariantCulture).ThenBy(s => s.Person.GivenName, StringComparer.InvariantCulture),
            ],
            sessions.Length,
            counted.Count(one => one.Session.Duration(one.Rule.PausesCount) < TimeSpan.FromMinutes(one.Rule.SessionMinutes)),
            rule,
            rule.IndexOf(quarter.Year),
            control);
    }
}
