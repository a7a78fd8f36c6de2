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

/// <summary>A meeting or a provisional date, as the calendar shows it.</summary>
/// <param name="Standing">Null for a provisional date.</param>
/// <param name="Minutes">Planned. Unit: minutes.</param>
public sealed record CalendarEntry(
    MeetingId Id, ChamberOnDay Chamber, DateTimeOffset StartsAt, int Minutes, MeetingMode Mode, string Place, MeetingStanding? Standing, bool SecondConvocation)
{
    /// <summary>What is foreseen of its quorum; null for whoever is not to know, and where nothing is.</summary>
    public Outlook? Outlook { get; init; }

    /// <inheritdoc cref="MeetingLine" path="/param[@name='WasNotHeld']"/>
    public bool WasNotHeld { get; init; }

    public bool IsProvisional => Standing is null;

    public DateOnly Day => StartsAt.DayInBrussels();
}

/// <summary>How far a chamber's calendar reaches (rules of procedure, art. 14).</summary>
/// <param name="Last">Its last date; null when nothing is set.</param>
/// <param name="Wanted">How far it should reach.</param>
public sealed record CalendarReach(ChamberOnDay Chamber, DateOnly? Last, DateOnly Wanted);

/// <param name="TooShort">Restricted chambers whose calendar ends a month or more before it should; for the secretariat.</param>
public sealed record CalendarSheet(ImmutableArray<CalendarEntry> Entries, ImmutableArray<ChamberOnDay> Chambers, ImmutableArray<CalendarReach> TooShort);

/// <summary>Reads the calendar: all of it for the secretariat and its jurists, for everyone else what concerns them.</summary>
public sealed class CalendarReading(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, MeetingList meetings, RuleBook rules, TimeProvider clock)
{
    /// <param name="language">Of the section, or of an ad hoc chamber; a chamber of both sections is in every language.</param>
    /// <param name="until">Included.</param>
    public async Task<CalendarSheet> ReadAsync(ClaimsPrincipal who, ChamberId? chamber, string? language, DateOnly from, DateOnly until, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var listed = await meetings.ReadAsync(who, new MeetingFilter(chamber, null, from, until), ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var (start, end) = (BrusselsTime.At(from, TimeOnly.MinValue), BrusselsTime.At(until.AddDays(1), TimeOnly.MinValue));
        var open = Open(db).Where(d => d.StartsAt >= start && d.StartsAt < end);
        var dates = await (chamber is { } one ? open.Where(d => d.ChamberId == one) : open).ToListAsync(ct);
        var mine = Policies.Allow(who, Policies.Colleagues) ? null : await OwnPlaces.ReadAsync(db, SignedInPerson.Of(who)!.Id, ct);
        var chambers = listed.Chambers.ToDictionary(c => c.Id);
        var entries = listed.Ahead.Concat(listed.Past)
            .Select(m => new CalendarEntry(m.Id, m.Chamber, m.StartsAt, m.Minutes, m.Mode, m.Place, m.Standing, m.SecondConvocation) { WasNotHeld = m.WasNotHeld })
            .Concat(dates.Where(d => mine is null || mine.IsAt(d.StartsAt.DayInBrussels(), chambers[d.ChamberId], [], rules))
                .Select(d => new CalendarEntry(d.Id, chambers[d.ChamberId], d.StartsAt, d.Minutes, d.Mode, d.Place, null, false)))
            .Where(e => language is null || (e.Chamber.AdHocLanguage ?? e.Chamber.Section ?? language) == language)
            .OrderBy(e => e.StartsAt);
        return new([.. entries], listed.Chambers, Policies.Allow(who, Policies.Secretariat) ? await TooShortAsync(db, ct) : []);
    }

    private static IQueryable<ProvisionalDate> Open(WitaLiveDb db) => db.Set<ProvisionalDate>().AsNoTracking().Where(d => d.WithdrawnAt == null && d.PlannedAt == null);

    private async Task<ImmutableArray<CalendarReach>> TooShortAsync(WitaLiveDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        var wanted = today.AddMonths(rules.On(today).Planning.MonthsAhead);
        var commission = await directory.ReadAsync(db, today, ct);
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.CancelledAt == null && m.StartsAt >= now)
            .GroupBy(m => m.ChamberId).Select(g => new { g.Key, Last = g.Max(m => m.StartsAt) }).ToListAsync(ct);
        var date = await Open(db).Where(d => d.StartsAt >= now).GroupBy(d => d.ChamberId).Select(g => new { g.Key, Last = g.Max(d => d.StartsAt) }).ToListAsync(ct);
        var last = meeting.Concat(date).GroupBy(g => g.Key).ToDictionary(g => g.Key, g => g.Max(x => x.Last).DayInBrussels());
        return
        [
            .. from chamber in commission.Chambers
               where chamber is { Section: not null, AdHocLanguage: null } // a chamber formed for one language sits when there are files
               let reaches = last.TryGetValue(chamber.Id, out var day) ? day : (DateOnly?)null
               where reaches is null || reaches < wanted.AddMonths(-1)
               select new CalendarReach(chamber, reaches, wanted),
        ];
    }
}
