using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Turnouts;
using WitaLive.Domain.Figures;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Year;

/// <summary>Counts a period: what came in, what was decided and how fast, who sat.</summary>
public sealed class YearReading(IDbContextFactory<WitaLiveDb> databases, SessionBook sessions, RuleBook rules, TimeProvider clock)
{
    /// <summary>The part of failed meetings at which nobody could preside.</summary>
    public const string Presiding = "presiding";

    public DateOnly Today => clock.GetUtcNow().DayInBrussels();

    public async Task<YearReport> ReadAsync(ClaimsPrincipal who, FigurePeriod period, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Figures);
        return await ReadAsync(period, ct);
    }

    internal async Task<YearReport> ReadAsync(FigurePeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var inForce = rules.On(period.Until);
        var decided = await FigureFiles.DecidedAsync(db, period, inForce, ct);
        var meetings = await FigureMeetings.OfAsync(db, period, ct);
        var sat = await sessions.CountAsync(period.Begins, period.Ends, ct);
        return new(
            period,
            [
                .. await OfFilesAsync(db, period, inForce, decided, ct),
                .. await OfAttestationsAsync(db, period, inForce, ct),
                .. OfMeetings(meetings, sat),
            ],
            await DelaysAsync(db, period, ct), await MonthsAsync(db, period, decided, ct), ByFormation(meetings), Attendance(sat), inForce.Procedure.Decision.Months)
        {
            WithDueDate = decided.Count(one => one.HasDueDate),
            WithCompleteDay = decided.Count(one => one.HasCompleteDay),
        };
    }

    private static async Task<List<Figure>> OfFilesAsync(WitaLiveDb db, FigurePeriod period, RulesInForce inForce, List<DecidedFile> decided, CancellationToken ct)
    {
        var granting = inForce.Thresholds.ValidityInYears;
        var figures = new List<Figure>();
        foreach (var kind in new[] { FigureKind.Received, FigureKind.Appeals, FigureKind.Complete, FigureKind.CompleteAtOnce, FigureKind.Referred, FigureKind.Heard, FigureKind.Ended, FigureKind.Notified })
            figures.Add(new(kind, "", await FigureFiles.Of(db, kind, period, [.. granting.Keys]).CountAsync(ct)));
        figures.Add(new(FigureKind.Decided, "", decided.Count));
        figures.AddRange(decided.GroupBy(one => one.Outcome ?? "").OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => new Figure(FigureKind.Decided, of.Key, of.Count())));
        figures.Add(new(FigureKind.InTime, "", decided.Count(one => one.IsInTime)));
        figures.Add(new(FigureKind.InPlainTime, "", decided.Count(one => one.IsInPlainTime(inForce))));

        var reasons = await FigureFiles.ReasonsAsync(db, period, inForce, ct);
        figures.Add(new(FigureKind.Refused, "", reasons.Count));
        figures.AddRange(reasons.SelectMany(one => one.Reasons).GroupBy(code => code).OrderByDescending(of => of.Count()).ThenBy(of => of.Key, StringComparer.Ordinal).Select(of => new Figure(FigureKind.Refused, of.Key, of.Count())));

        var waiting = await FigureFiles.Of(db, FigureKind.Stock, period, []).GroupBy(d => d.ReceivedOn!.Value).Select(of => new { Day = of.Key, Count = of.Count() }).ToListAsync(ct);
        var ages = waiting.ToLookup(one => FigureFiles.AgeOf(one.Day, period.On, inForce.Figures.StockAges), one => one.Count);
        figures.Add(new(FigureKind.Stock, "", waiting.Sum(one => one.Count)));
        figures.AddRange(inForce.Figures.StockAges.Select(FigureFiles.Code).Select(age => new Figure(FigureKind.Stock, age, ages[age].Sum())));
        return figures;
    }

    private static async Task<List<Figure>> OfAttestationsAsync(WitaLiveDb db, FigurePeriod period, RulesInForce inForce, CancellationToken ct)
    {
        var figures = new List<Figure>();
        foreach (var (kind, all) in new[] { (FigureKind.Granted, FigureAttestations.Granted(db, period)), (FigureKind.Circulation, await FigureAttestations.InCirculationAsync(db, period.On, inForce.Procedure.Renewal, ct)) })
        {
            var counts = await all.GroupBy(a => a.Type).Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, ct);
            figures.Add(new(kind, "", counts.Values.Sum()));
            figures.AddRange(inForce.Thresholds.ValidityInYears.Keys.Union(counts.Keys).Order(StringComparer.Ordinal).Select(type => new Figure(kind, type, counts.GetValueOrDefault(type))));
        }
        return figures;
    }

    private static IEnumerable<Figure> OfMeetings(List<CountedMeeting> meetings, ImmutableArray<Session> sat)
    {
        foreach (var kind in new[] { FigureKind.Held, FigureKind.Failed, FigureKind.Cancelled })
        {
            var of = meetings.FindAll(meeting => meeting.Kind == kind);
            yield return new(kind, "", of.Count);
            foreach (var part in of.GroupBy(meeting => meeting.Part).OrderBy(part => part.Key, StringComparer.Ordinal))
                yield return new(kind, part.Key, part.Count());
        }
        var wanting = sat.SelectMany(Wanting).GroupBy(what => what).OrderByDescending(of => of.Count()).ThenBy(of => of.Key, StringComparer.Ordinal).ToList();
        yield return new(FigureKind.Wanting, "", sat.Count(session => session.FailedWith is not null));
        foreach (var what in wanting)
            yield return new(FigureKind.Wanting, what.Key, what.Count());
        yield return new(FigureKind.Second, "", meetings.Count(meeting => meeting is { IsSecond: true, IsCancelled: false }));
    }

    /// <summary>What a meeting wanted when it failed: the names of blocs, and somebody to preside.</summary>
    internal static IEnumerable<string> Wanting(Session session) => session.FailedWith is not { } quorum ? []
        : [.. quorum.Blocs.Where(bloc => !bloc.IsReached).Select(bloc => bloc.Name), .. quorum.ChairPresent ? Array.Empty<string>() : [Presiding]];

    private static async Task<ImmutableArray<DelayFigure>> DelaysAsync(WitaLiveDb db, FigurePeriod period, CancellationToken ct)
    {
        var complete = await FigureFiles.Of(db, FigureKind.Complete, period, []).Select(d => new { From = d.ReceivedOn, Until = d.CompleteOn }).ToListAsync(ct);
        var decided = await FigureFiles.Of(db, FigureKind.Decided, period, []).Select(d => new { d.ReceivedOn, d.CompleteOn, Until = d.DecidedOn }).ToListAsync(ct);
        var notified = await FigureFiles.Of(db, FigureKind.Notified, period, []).Select(d => new { d.ReceivedOn, From = d.DecidedOn, Until = d.NotifiedOn }).ToListAsync(ct);
        return
        [
            new(FigureKind.Complete, "ToComplete", Days(complete.Select(one => (one.From, one.Until)))),
            new(FigureKind.Decided, "ToDecision", Days(decided.Select(one => (one.CompleteOn, one.Until)))) { Part = FigureFiles.FromComplete },
            new(FigureKind.Decided, "WholeToDecision", Days(decided.Select(one => (one.ReceivedOn, one.Until)))) { Part = FigureFiles.FromReceived },
            new(FigureKind.Notified, "ToNotification", Days(notified.Select(one => (one.From, one.Until)))),
            new(FigureKind.Notified, "WholeToNotification", Days(notified.Select(one => (one.ReceivedOn, one.Until)))) { Part = FigureFiles.FromReceived },
        ];
    }

    private static Spread? Days(IEnumerable<(DateOnly? From, DateOnly? Until)> spans) =>
        Spread.Of(spans.Where(span => span is { From: not null, Until: not null }).Select(span => span.Until!.Value.DayNumber - span.From!.Value.DayNumber));

    private static async Task<ImmutableArray<MonthFigures>> MonthsAsync(WitaLiveDb db, FigurePeriod period, List<DecidedFile> decided, CancellationToken ct)
    {
        var received = await FigureFiles.Of(db, FigureKind.Received, period, []).GroupBy(d => d.ReceivedOn!.Value).Select(of => new { Day = of.Key, Count = of.Count() }).ToListAsync(ct);
        var months = ImmutableArray.CreateBuilder<MonthFigures>();
        for (var first = period.From; first <= period.Until; first = new DateOnly(first.Year, first.Month, 1).AddMonths(1))
        {
            var end = new DateOnly(first.Year, first.Month, 1).AddMonths(1).AddDays(-1);
            var last = end < period.Until ? end : period.Until;
            months.Add(new(first, last, received.Where(one => first <= one.Day && one.Day <= last).Sum(one => one.Count), decided.Count(one => first <= one.DecidedOn && one.DecidedOn <= last)));
        }
        return months.ToImmutable();
    }

    private static ImmutableArray<MeetingFigures> ByFormation(List<CountedMeeting> meetings) =>
    [
        .. from meeting in meetings
           group meeting by (meeting.Formation, meeting.Language) into of
           orderby of.Key.Language.Length == 0, of.Key.Formation.Value, of.Count() descending
           select new MeetingFigures(
               of.Key.Formation, of.Key.Language, of.Count(m => m.Kind is FigureKind.Held), of.Count(m => m.Kind is FigureKind.Failed), of.Count(m => m.Kind is FigureKind.Cancelled),
               Spread.Of(of.Where(m => m.Kind is FigureKind.Held).Select(m => m.Files))),
    ];

    private static ImmutableArray<AttendanceFigures> Attendance(ImmutableArray<Session> sat) =>
    [
        .. from seat in sat.SelectMany(session => session.Seats)
           group SeatTurnout.Of(seat) by seat.Group into of
           orderby of.Count() descending, of.Key.Value
           select new AttendanceFigures(of.Key, of.Count(t => t is SeatTurnout.Effective), of.Count(t => t is SeatTurnout.Substitute), of.Count(t => t is SeatTurnout.Represented), of.Count(t => t is SeatTurnout.Absent)),
    ];
}
