using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Calendar;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Where a meeting that failed for want of a quorum stands.</summary>
/// <param name="Latest">The last day on which the second meeting may be held.</param>
/// <param name="Days">The days proposed, best first; empty when none is left or it was convened again.</param>
/// <param name="Members">How many members there are, to compare those who are free with.</param>
/// <param name="Second">The meeting that it was convened again to; null while there is none.</param>
public sealed record SecondSheet(DateOnly Latest, ImmutableArray<SecondDay> Days, int Members, (MeetingId Id, DateTimeOffset StartsAt)? Second);

/// <summary>Proposes days for a second convocation from the members' calendars.</summary>
public sealed class SecondProposals(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, Occupation occupation, RuleBook ruleBook, TimeProvider clock)
{
    /// <summary>Every meeting that waits for its second convocation, the most urgent first.</summary>
    public async Task<ImmutableArray<(FailedMeeting Meeting, ChamberOnDay Chamber)>> WaitingAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var today = clock.GetUtcNow().DayInBrussels();
        var failed = await FailedMeetings.WaitingAsync(db, null, ruleBook, today, ct);
        if (failed.IsEmpty)
            return [];
        var commission = await directory.ReadAsync(db, today, ct);
        return [.. failed.OrderBy(one => one.Latest).Select(one => (one, commission.Chamber(one.Chamber)!))];
    }

    /// <summary>Null for a meeting that has no second one: it did not fail, nobody was convened to it, or it was a second one itself.</summary>
    public async Task<SecondSheet?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct)
            is not { State: MeetingState.Adjourned, SecondConvocation: false, CancelledAt: null, ConvenedAt: not null } failed)
            return null;

        var (first, today) = (failed.StartsAt.DayInBrussels(), clock.GetUtcNow().DayInBrussels());
        var (commission, rules) = (await directory.ReadAsync(db, first, ct), ruleBook.On(first));
        var quorum = rules.Quorum(failed.Formation);
        var latest = quorum.LatestSecond(first);
        var second = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.FirstMeetingId == id && m.CancelledAt == null).Select(m => new { m.Id, m.StartsAt }).FirstOrDefaultAsync(ct);
        if (second is not null)
            return new(latest, [], 0, (second.Id, second.StartsAt));

        var members = occupation.MembersOf(commission, failed);
        var busy = await occupation.BusyAsync(db, commission, today, latest, ct);
        return new(latest, SecondDays.Propose(quorum, rules.Notice, first, today, day => members.Except(busy[day]).Count), members.Count, null);
    }

    /// <summary>How many a second convocation on that day would write to, by mail and on paper.</summary>
    public async Task<(int ByMail, int OnPaper)> WrittenToAsync(ClaimsPrincipal who, MeetingId id, DateOnly day, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var failed = await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery().SingleAsync(m => m.Id == id, ct);
        var commission = await directory.ReadAsync(db, day, ct);
        return commission.Chamber(failed.ChamberId) is { } chamber
            ? ConvocationRows.Counted(MeetingPeople.Of(failed, chamber, commission, ruleBook.On(day)))
            : default;
    }
}
