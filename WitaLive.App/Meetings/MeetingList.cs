using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>How a meeting stands, in one word: that of its journal, or that it was cancelled.</summary>
public enum MeetingStanding
{
    Planned,
    Open,
    Suspended,
    Adjourned,
    Closed,
    Cancelled,
}

/// <summary>What is looked for; null for anything.</summary>
public sealed record MeetingFilter(ChamberId? Chamber = null, MeetingStanding? Standing = null, DateOnly? From = null, DateOnly? Until = null)
{
    public bool IsEmpty => this == new MeetingFilter();
}

/// <summary>A meeting in a list.</summary>
/// <param name="Minutes">Planned. Unit: minutes.</param>
/// <param name="WasNotHeld">Its day is over, and nobody opened it.</param>
public sealed record MeetingLine(
    MeetingId Id, ChamberOnDay Chamber, DateTimeOffset StartsAt, int Minutes, MeetingMode Mode, string Place, MeetingStanding Standing, bool SecondConvocation,
    bool IsConvened, int Items, bool WasNotHeld)
{
    /// <summary>Whether people may still go in, or are in.</summary>
    public bool IsAhead(DateTimeOffset now) => Standing switch
    {
        MeetingStanding.Open or MeetingStanding.Suspended => true,
        MeetingStanding.Planned => StartsAt.AddMinutes(Minutes) > now,
        _ => false,
    };
}

/// <param name="Ahead">The next one first.</param>
/// <param name="Past">The last one first.</param>
public sealed record ListedMeetings(ImmutableArray<MeetingLine> Ahead, ImmutableArray<MeetingLine> Past, ImmutableArray<ChamberOnDay> Chambers);

/// <summary>Lists meetings: all of them for the secretariat, for everyone else those that concern them.</summary>
public sealed class MeetingList(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    public async Task<ListedMeetings> ReadAsync(ClaimsPrincipal who, MeetingFilter filter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, now.DayInBrussels(), ct);
        var rows = await Matching(db, filter).Select(m => new
        {
            m.Id, m.ChamberId, m.Formation, m.StartsAt, m.Minutes, m.Mode, m.Place, m.State, m.SecondConvocation, m.ConvenedAt, m.CancelledAt,
            Items = m.Agenda.Count, Seats = m.Seats.Select(s => s.SeatId).ToList(),
        }).ToListAsync(ct);

        var seesAll = Policies.Allow(who, Policies.Secretariat) || Policies.Allow(who, Policies.Jurist);
        var mine = seesAll ? null : await OwnPlaces.ReadAsync(db, SignedInPerson.Of(who)!.Id, ct);
        var lines = (
            from row in rows
            let chamber = commission.Chamber(row.ChamberId)!
            where mine is null || mine.IsAt(row.StartsAt.DayInBrussels(), chamber, row.Seats, rules)
            select new MeetingLine(
                row.Id, chamber, row.StartsAt, row.Minutes, row.Mode, row.Place, StandingOf(row.State, row.CancelledAt), row.SecondConvocation,
                row.ConvenedAt is not null, row.Items, WasNotHeld(row.State, row.CancelledAt, row.StartsAt, now))).ToList();
        return new(
            [.. lines.Where(l => l.IsAhead(now)).OrderBy(l => l.StartsAt)],
            [.. lines.Where(l => !l.IsAhead(now)).OrderByDescending(l => l.StartsAt)],
            commission.Chambers);
    }

    public static MeetingStanding StandingOf(MeetingState state, DateTimeOffset? cancelledAt) => cancelledAt is null
        ? state switch
        {
            MeetingState.Open => MeetingStanding.Open,
            MeetingState.Suspended => MeetingStanding.Suspended,
            MeetingState.Adjourned => MeetingStanding.Adjourned,
            MeetingState.Closed => MeetingStanding.Closed,
            _ => MeetingStanding.Planned,
        }
        : MeetingStanding.Cancelled;

    /// <summary>Its day is over, and nobody opened it: it is not planned any more, whatever its journal says.</summary>
    public static bool WasNotHeld(MeetingState state, DateTimeOffset? cancelledAt, DateTimeOffset startsAt, DateTimeOffset now) =>
        StandingOf(state, cancelledAt) is MeetingStanding.Planned && startsAt.DayInBrussels() < now.DayInBrussels();

    private static IQueryable<PlannedMeeting> Matching(WitaLiveDb db, MeetingFilter filter)
    {
        var meetings = db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery();
        if (filter.Chamber is { } chamber)
            meetings = meetings.Where(m => m.ChamberId == chamber);
        if (filter.From is { } from && BrusselsTime.At(from, TimeOnly.MinValue) is var earliest)
            meetings = meetings.Where(m => m.StartsAt >= earliest);
        if (filter.Until is { } until && BrusselsTime.At(until.AddDays(1), TimeOnly.MinValue) is var end)
            meetings = meetings.Where(m => m.StartsAt < end);
        return filter.Standing switch
        {
            null => meetings,
            MeetingStanding.Cancelled => meetings.Where(m => m.CancelledAt != null),
            { } standing when Enum.Parse<MeetingState>(standing.ToString()) is var state => meetings.Where(m => m.CancelledAt == null && m.State == state),
            _ => meetings,
        };
    }
}
