using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Year;

/// <summary>Which files a figure counts. The figure and the list it opens ask the same.</summary>
internal static class FigureFiles
{
    /// <summary>The part of refusals whose decision gives no code as its reason, or is not drafted.</summary>
    public const string NoReason = "none";

    /// <summary>The part of decided or notified files that were declared complete here, from which days can be counted; a file that only agendas know is none.</summary>
    public const string FromComplete = "fromComplete";

    /// <summary>The same of those that came in here.</summary>
    public const string FromReceived = "fromReceived";

    private static readonly string[] s_asked = [FileKind.Application, FileKind.Appeal];

    public static bool AreFiles(FigureKind kind) => kind is >= FigureKind.Received and <= FigureKind.Stock and not FigureKind.Granted;

    /// <summary>The files of the whole of a figure; those decided in time are found among the decided.</summary>
    public static IQueryable<DaysOfFile> Of(WitaLiveDb db, FigureKind kind, FigurePeriod period, IReadOnlyCollection<string> granting)
    {
        var (from, until, on, all) = (period.From, period.Until, period.On, db.Set<DaysOfFile>().AsNoTracking());
        var (asked, applications) = (all.Where(d => s_asked.Contains(d.Kind)), all.Where(d => d.Kind == FileKind.Application));
        return kind switch
        {
            FigureKind.Received => applications.Where(d => d.ReceivedOn >= from && d.ReceivedOn <= until),
            FigureKind.Appeals => all.Where(d => d.Kind == FileKind.Appeal && d.ReceivedOn >= from && d.ReceivedOn <= until),
            FigureKind.Complete => applications.Where(d => d.CompleteOn >= from && d.CompleteOn <= until),
            FigureKind.CompleteAtOnce => applications.Where(d => d.CompleteOn >= from && d.CompleteOn <= until && !d.WasAsked),
            FigureKind.Referred => asked.Where(d => d.ReferredOn >= from && d.ReferredOn <= until),
            FigureKind.Heard => asked.Where(d => d.HeardOn >= from && d.HeardOn <= until),
            FigureKind.Refused => asked.Where(d => d.DecidedOn >= from && d.DecidedOn <= until && d.Outcome != null && !granting.Contains(d.Outcome)),
            FigureKind.Ended => asked.Where(d => d.EndedOn >= from && d.EndedOn <= until && d.DecidedOn == null),
            FigureKind.Notified => asked.Where(d => d.NotifiedOn >= from && d.NotifiedOn <= until),
            FigureKind.Stock => asked.Where(d => d.ReceivedOn <= on && (d.EndedOn == null || d.EndedOn > on)),
            _ => asked.Where(d => d.DecidedOn >= from && d.DecidedOn <= until),
        };
    }

    /// <summary>The files of one part; null for a part that is none.</summary>
    public static async Task<IQueryable<DaysOfFile>?> OfPartAsync(WitaLiveDb db, FigureKind kind, string part, FigurePeriod period, RulesInForce rules, CancellationToken ct)
    {
        var all = Of(db, kind, period, [.. rules.Thresholds.ValidityInYears.Keys]);
        switch (kind)
        {
            case FigureKind.InTime or FigureKind.InPlainTime:
                var inTime = (await DecidedAsync(db, period, rules, ct)).Where(one => kind is FigureKind.InTime ? one.IsInTime : one.IsInPlainTime(rules)).Select(one => one.File).ToList();
                return all.Where(d => inTime.Contains(d.FileId));
            case var _ when part.Length == 0:
                return all;
            case FigureKind.Decided or FigureKind.Notified when part == FromComplete:
                return all.Where(d => d.CompleteOn != null);
            case FigureKind.Decided or FigureKind.Notified when part == FromReceived:
                return all.Where(d => d.ReceivedOn != null);
            case FigureKind.Decided:
                return all.Where(d => d.Outcome == part);
            case FigureKind.Refused:
                var refused = (await ReasonsAsync(db, period, rules, ct)).Where(one => one.Reasons.Contains(part)).Select(one => one.File).ToList();
                return all.Where(d => refused.Contains(d.FileId));
            case FigureKind.Stock when rules.Figures.StockAges.Select(Code).Contains(part):
                var (after, until) = Received(part, period.On, rules.Figures.StockAges);
                return all.Where(d => d.ReceivedOn > after && d.ReceivedOn <= until);
            default:
                return null;
        }
    }

    /// <summary>The part of the stock that came in on a day.</summary>
    public static string AgeOf(DateOnly receivedOn, DateOnly on, ImmutableArray<int> ages) => Code(ages.Last(months => months == 0 || receivedOn <= on.AddMonths(-months)));

    /// <summary>What was decided and when it was due.</summary>
    public static Task<List<DecidedFile>> DecidedAsync(WitaLiveDb db, FigurePeriod period, RulesInForce rules, CancellationToken ct) =>
        Of(db, FigureKind.Decided, period, []).IgnoreQueryFilters()
            .Join(db.Set<ApplicationFile>(), d => d.FileId, f => f.Id, (d, f) => new DecidedFile(d.FileId, d.Outcome, d.CompleteOn, d.DecidedOn!.Value, f.DueOn)).ToListAsync(ct);

    /// <summary>The reasons of each refusal, as the last decision of the Commission on it gives them: a judgment has its own.</summary>
    public static async Task<List<(FileId File, ImmutableArray<string> Reasons)>> ReasonsAsync(WitaLiveDb db, FigurePeriod period, RulesInForce rules, CancellationToken ct)
    {
        var refused = Of(db, FigureKind.Refused, period, [.. rules.Thresholds.ValidityInYears.Keys]);
        var texts = await refused.Join(db.Set<Ruling>().Where(r => r.ReplacesId == null || r.Correction != null), d => d.FileId, r => r.FileId, (d, r) => new { d.FileId, r.Number, r.TextAsKept }).ToListAsync(ct);
        var written = texts.GroupBy(one => one.FileId).ToDictionary(of => of.Key, of => JsonSerializer.Deserialize<RulingText>(of.MaxBy(one => one.Number)!.TextAsKept)!.Reasons);
        return [.. (await refused.Select(d => new { d.FileId, d.Reasons }).ToListAsync(ct)).Select(one =>
            (one.FileId, written.GetValueOrDefault(one.FileId) is { IsDefaultOrEmpty: false } reasons ? reasons : one.Reasons is { Length: > 0 } kept ? [.. kept.Split(' ')] : ImmutableArray.Create(NoReason)))];
    }

    public static string Code(int months) => months.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static (DateOnly After, DateOnly Until) Received(string part, DateOnly on, ImmutableArray<int> ages)
    {
        var at = ages.Select(Code).ToList().IndexOf(part);
        return (at + 1 < ages.Length ? on.AddMonths(-ages[at + 1]) : DateOnly.MinValue, ages[at] == 0 ? on : on.AddMonths(-ages[at]));
    }
}

/// <summary>A decided file and its legal date.</summary>
internal sealed record DecidedFile(FileId File, string? Outcome, DateOnly? CompleteOn, DateOnly DecidedOn, DateOnly? DueOn)
{
    /// <summary>Whether its legal date is known; of a file that only agendas know it is when the secretariat entered it.</summary>
    public bool HasDueDate => DueOn is not null;

    /// <summary>Whether it was declared complete here.</summary>
    public bool HasCompleteDay => CompleteOn is not null;

    /// <summary>By the clock of the law, which stands still in some months and while somebody is asked.</summary>
    public bool IsInTime => DueOn is { } due && DecidedOn <= due;

    /// <summary>By the calendar alone.</summary>
    public bool IsInPlainTime(RulesInForce rules) => CompleteOn is { } complete && DecidedOn <= complete.AddMonths(rules.Procedure.Decision.Months);
}
