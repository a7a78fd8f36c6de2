using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>A date of a series as it is shown before it is saved.</summary>
/// <param name="IsTaken">The chamber sits that day already, or means to.</param>
public sealed record SeriesLine(SeriesDate Date, DateTimeOffset StartsAt, bool IsTaken, ImmutableArray<FoundClash> Clashes);

/// <param name="Lines">Empty while something is wrong with the form.</param>
/// <param name="Problems">What is wrong with each field.</param>
public sealed record SeriesPreview(ImmutableArray<ChamberOnDay> Chambers, ImmutableArray<SeriesLine> Lines, ImmutableArray<FieldProblem> Problems);

/// <summary>Puts series into the provisional calendar: shown with everything to beware of, then saved at once or not at all.</summary>
public sealed class SeriesPlanning(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, Occupation occupation, RuleBook rules, TimeProvider clock)
{
    public async Task<SeriesPreview> PreviewAsync(ClaimsPrincipal who, SeriesForm form, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await PreviewAsync(db, form, withClashes: true, ct);
    }

    /// <summary>Which dates of a preview are saved.</summary>
    public static IEnumerable<SeriesLine> Kept(SeriesForm form, IEnumerable<SeriesLine> lines) => lines.Where(line =>
        line.Date.IsHeld && !line.IsTaken && !form.LeftOut.Contains(line.Date.Day) && (form.HoldsBridgeDays || line.Date.Mark is not DateMark.Bridge));

    /// <returns>How many dates were saved, or what is wrong; then none was.</returns>
    public async Task<(int Saved, ImmutableArray<FieldProblem> Problems)> SaveAsync(ClaimsPrincipal who, SeriesForm form, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (form.Facts.ChamberId is { } chamber)
            await ChamberDiary.TakeAsync(db, chamber, ct); // of two who save the same series, the second finds its dates taken
        var preview = await PreviewAsync(db, form, withClashes: false, ct); // they refuse nothing, and others wait to write
        if (!preview.Problems.IsEmpty)
            return (0, preview.Problems);
        var (_, facts, _) = form.Read(clock.GetUtcNow());
        var (kept, series) = (Kept(form, preview.Lines).ToList(), Guid.CreateVersion7());
        if (kept.Count == 0)
            return (0, [new("", new SeriesEmpty())]);
        foreach (var line in kept)
        {
            db.Add(new ProvisionalDate
            {
                Id = new(Guid.CreateVersion7()), ChamberId = form.Facts.ChamberId!.Value, StartsAt = line.StartsAt, Minutes = facts!.Minutes, Mode = facts.Mode,
                Place = facts.Place, OnlineAddress = facts.OnlineAddress, Series = series, CreatedBy = SignedInPerson.Of(who)?.Id,
            });
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (kept.Count, []);
    }

    private async Task<SeriesPreview> PreviewAsync(WitaLiveDb db, SeriesForm form, bool withClashes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (series, facts, problems) = form.Read(now);
        var today = await directory.ReadAsync(db, now.DayInBrussels(), ct);
        if (form.Facts.ChamberId is not { } id || today.Chamber(id) is null)
            return new(today.Chambers, [], problems.Insert(0, new("chamber", new ChamberNotChosen())));
        if (series is null || facts is null)
            return new(today.Chambers, [], problems);

        var inForce = rules.On(series.From);
        var hour = form.Facts.HourTyped!.Value;
        var taken = await TakenAsync(db, id, series, ct);
        var lines = ImmutableArray.CreateBuilder<SeriesLine>();
        foreach (var date in series.Dates(inForce.Notice, inForce.Planning))
        {
            var startsAt = BrusselsTime.At(date.Day, hour);
            if (startsAt <= now)
                return new(today.Chambers, [], [new("hour", new StartsInThePast())]);
            lines.Add(new(date, startsAt, taken.Contains(date.Day), withClashes && date.IsHeld ? await ClashesAsync(db, id, facts with { StartsAt = startsAt }, ct) : []));
        }
        return new(today.Chambers, lines.ToImmutable(), []);
    }

    private async Task<ImmutableArray<FoundClash>> ClashesAsync(WitaLiveDb db, ChamberId chamber, MeetingFacts facts, CancellationToken ct)
    {
        var commission = await directory.ReadAsync(db, facts.StartsAt.DayInBrussels(), ct);
        return await occupation.ClashesAsync(db, commission, commission.Chamber(chamber)!, [], facts, default, ct);
    }

    private static async Task<HashSet<DateOnly>> TakenAsync(WitaLiveDb db, ChamberId chamber, Series series, CancellationToken ct)
    {
        var (from, until) = (BrusselsTime.At(series.From, TimeOnly.MinValue), BrusselsTime.At(series.Until.AddDays(1), TimeOnly.MinValue));
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => m.ChamberId == chamber && m.CancelledAt == null && m.StartsAt >= from && m.StartsAt < until).Select(m => m.StartsAt).ToListAsync(ct);
        var dates = await db.Set<ProvisionalDate>().AsNoTracking()
            .Where(d => d.ChamberId == chamber && d.WithdrawnAt == null && d.PlannedAt == null && d.StartsAt >= from && d.StartsAt < until).Select(d => d.StartsAt).ToListAsync(ct);
        return [.. meetings.Concat(dates).Select(at => at.DayInBrussels())];
    }
}
