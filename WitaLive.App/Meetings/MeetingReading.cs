using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Planning;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>A meeting with what stands round it on its day.</summary>
/// <param name="IsComposed">Its seats are chosen for this meeting alone.</param>
/// <param name="IsLookedInto">Read by someone who does not sit there, and may ask that a file go to the chamber above (rules of procedure, art. 16).</param>
public sealed record MeetingSheet(
    PlannedMeeting Meeting, ChamberOnDay Chamber, MeetingPeople People, NoticeStatus Notice, Commission Commission, bool IsComposed, bool IsLookedInto = false)
{
    public DateTimeOffset EndsAt => Meeting.StartsAt.AddMinutes(Meeting.Minutes);

    /// <summary>What the agenda takes, without what was referred elsewhere. Unit: minutes.</summary>
    public int AgendaMinutes => Meeting.Agenda.Sum(line => line.Takes);

    /// <summary>How much of its time the agenda takes.</summary>
    public MeetingLoad Load => new(Meeting.Id, Meeting.StartsAt.DayInBrussels(), Meeting.Minutes, AgendaMinutes);

    /// <summary>When each line begins, in their order, and when the last one ends; hearings at their hours. Nobody is heard on what was referred elsewhere.</summary>
    public (ImmutableArray<ItemTime> Items, DateTimeOffset End) Times => AgendaTimes.Of(
        Meeting.StartsAt,
        Meeting.Agenda.OrderBy(line => line.Position).Select(line => (
            line.Takes, line is { ReferredAt: null, FixedHour: { } hour } ? BrusselsTime.At(Meeting.StartsAt.DayInBrussels(), hour) : (DateTimeOffset?)null)));
}

/// <summary>Reads meetings for those who may: the secretariat, whom the meeting concerns, and who may look into it.</summary>
public sealed class MeetingReading(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, RuleBook rules, TimeProvider clock)
{
    /// <summary>Null when there is no such meeting, or none that this person may read.</summary>
    public async Task<MeetingSheet?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return null;

        var commission = await directory.ReadAsync(db, meeting.StartsAt.DayInBrussels(), ct);
        var (chamber, people, inForce) = Around(meeting, commission);
        var isOwn = Policies.Allow(who, Policies.Secretariat) || (SignedInPerson.Of(who) is { } me && people.Include(me.Id));
        if (!isOwn && !(SignedInPerson.Of(who) is { } other && LookingIn.May(other.Id, meeting, people, commission, inForce)))
            return null;
        return new(meeting, chamber, people, NoticeStatus.Of(inForce, clock.GetUtcNow(), meeting.StartsAt), commission, IsComposed(chamber, commission, inForce), !isOwn);
    }

    /// <summary>The same, for whoever may read what people have entrusted to it: once its day is over, only who is of the Commission today (rules of procedure, art. 52).</summary>
    public async Task<MeetingSheet?> ReadWithFilesAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInBrussels();
        return await ReadAsync(who, id, ct) is { } sheet
            && (sheet.Commission.Day >= today || Policies.Allow(who, Policies.Secretariat)
                || (SignedInPerson.Of(who) is { } me && (await directory.ReadAsync(today, ct)).Includes(me.Id))) ? sheet : null;
    }

    /// <summary>Chamber, people and rules of the meeting's day, within a transaction of the caller.</summary>
    public async Task<(ChamberOnDay Chamber, MeetingPeople People, RulesInForce Rules)> AroundAsync(WitaLiveDb db, PlannedMeeting meeting, CancellationToken ct) =>
        Around(meeting, await directory.ReadAsync(db, meeting.StartsAt.DayInBrussels(), ct));

    /// <summary>The same for several meetings, with as many queries as for one.</summary>
    public async Task<IReadOnlyDictionary<MeetingId, (ChamberOnDay Chamber, MeetingPeople People, RulesInForce Rules)>> AroundAsync(
        WitaLiveDb db, IReadOnlyCollection<PlannedMeeting> meetings, CancellationToken ct)
    {
        var commissions = await directory.ReadManyAsync(db, [.. meetings.Select(m => m.StartsAt.DayInBrussels())], ct);
        return meetings.ToDictionary(m => m.Id, m => Around(m, commissions[m.StartsAt.DayInBrussels()]));
    }

    /// <summary>Chamber, whole Commission and rules of the meeting's day, within a transaction of the caller.</summary>
    public async Task<(ChamberOnDay Chamber, Commission Commission, RulesInForce Rules)> CommissionAsync(WitaLiveDb db, PlannedMeeting meeting, CancellationToken ct)
    {
        var commission = await directory.ReadAsync(db, meeting.StartsAt.DayInBrussels(), ct);
        return (ChamberOf(meeting, commission), commission, rules.On(commission.Day));
    }

    /// <summary>Whether its seats are chosen anew for each meeting: it sits with fewer than all voting seats, from both sections (law reference §10, O-16).</summary>
    public static bool IsComposed(ChamberOnDay chamber, Commission commission, RulesInForce rules) =>
        chamber.Section is null
        && (!chamber.VotingSeats.Any() || rules.Composition.Formation(chamber.Formation).AllSeats < commission.Seats.Count(s => s.Votes));

    private (ChamberOnDay Chamber, MeetingPeople People, RulesInForce Rules) Around(PlannedMeeting meeting, Commission commission)
    {
        var chamber = ChamberOf(meeting, commission);
        var inForce = rules.On(commission.Day);
        return (chamber, MeetingPeople.Of(meeting, chamber, commission, inForce), inForce);
    }

    private static ChamberOnDay ChamberOf(PlannedMeeting meeting, Commission commission) =>
        commission.Chamber(meeting.ChamberId) ?? throw new InvalidOperationException($"Meeting {meeting.Id.Value} is of an unknown chamber.");
}
