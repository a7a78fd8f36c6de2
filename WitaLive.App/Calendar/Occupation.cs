using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Calendar;

/// <summary>Another meeting or provisional date at the same time, and what both need.</summary>
/// <param name="Chamber">Whose it is.</param>
/// <param name="Members">Who would have to be in both, by name.</param>
/// <param name="Chair">Who presides one and is needed in the other.</param>
public sealed record FoundClash(ChamberOnDay Chamber, DateTimeOffset StartsAt, bool IsProvisional, bool IsSameRoom, string Place, ImmutableArray<Person> Members, Person? Chair);

/// <summary>Says what else needs the same people or the same room at the same time; before anything is saved.</summary>
public sealed class Occupation(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory)
{
    public async Task<ImmutableArray<FoundClash>> ClashesAsync(
        ClaimsPrincipal who, ChamberId chamber, IReadOnlyCollection<SeatId> composed, MeetingFacts facts, MeetingId self, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var commission = await directory.ReadAsync(db, facts.StartsAt.DayInBrussels(), ct);
        return commission.Chamber(chamber) is { } known ? await ClashesAsync(db, commission, known, composed, facts, self, ct) : [];
    }

    /// <param name="self">What is being planned or moved: it does not clash with itself.</param>
    /// <param name="composed">The seats chosen for that meeting alone; empty when all of the chamber's sit.</param>
    /// <param name="commission">That of the day.</param>
    public async Task<ImmutableArray<FoundClash>> ClashesAsync(
        WitaLiveDb db, Commission commission, ChamberOnDay chamber, IReadOnlyCollection<SeatId> composed, MeetingFacts facts, MeetingId self, CancellationToken ct)
    {
        var end = facts.StartsAt.AddMinutes(facts.Minutes);
        var earliest = facts.StartsAt.AddMinutes(-PlanLimits.LongestMeeting);
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery()
            .Where(m => m.CancelledAt == null && m.State != MeetingState.Closed && m.State != MeetingState.Adjourned && m.StartsAt > earliest && m.StartsAt < end).ToListAsync(ct);
        var dates = await db.Set<ProvisionalDate>().AsNoTracking()
            .Where(d => d.WithdrawnAt == null && d.PlannedAt == null && d.StartsAt > earliest && d.StartsAt < end).ToListAsync(ct);
        var others = meetings.Select(m => (Slot: SlotOf(commission, m.ChamberId, [.. m.Seats.Select(s => s.SeatId)], MeetingFacts.Of(m), m.Id), m.ChamberId, IsProvisional: false))
            .Concat(dates.Select(d => (Slot: SlotOf(commission, d.ChamberId, [], d.Facts, d.Id), d.ChamberId, IsProvisional: true)))
            .ToDictionary(other => other.Slot.Meeting);

        var people = commission.Seats.SelectMany(s => s.Duo).Concat(commission.Offices.Select(o => o.Person)).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        return
        [
            .. from clash in SlotOf(commission, chamber.Id, composed, facts, self).ClashesWith(others.Values.Select(other => other.Slot))
               let other = others[clash.Other.Meeting]
               select new FoundClash(
                   commission.Chamber(other.ChamberId)!, clash.Other.Start, other.IsProvisional, clash.IsSameRoom, clash.Other.Room,
                   [.. clash.Members.Select(id => people[id]).OrderBy(p => p.FamilyName, StringComparer.InvariantCulture)],
                   clash.Chair is { } chair ? people[chair] : null),
        ];
    }

    /// <summary>Who has another meeting or provisional date, by day; the commission of one day is taken for all of them.</summary>
    /// <param name="until">Included.</param>
    public async Task<ILookup<DateOnly, PersonId>> BusyAsync(WitaLiveDb db, Commission commission, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var (start, end) = (BrusselsTime.At(from, TimeOnly.MinValue), BrusselsTime.At(until.AddDays(1), TimeOnly.MinValue));
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery().Where(m => m.CancelledAt == null && m.StartsAt >= start && m.StartsAt < end).ToListAsync(ct);
        var dates = await db.Set<ProvisionalDate>().AsNoTracking()
            .Where(d => d.WithdrawnAt == null && d.PlannedAt == null && d.StartsAt >= start && d.StartsAt < end).ToListAsync(ct);
        return meetings.Select(m => (Day: m.StartsAt.DayInBrussels(), Members: MembersOf(commission, m)))
            .Concat(dates.Select(d => (Day: d.StartsAt.DayInBrussels(), SlotOf(commission, d.ChamberId, [], d.Facts, d.Id).Members)))
            .SelectMany(one => one.Members.Select(person => (one.Day, Person: person)))
            .ToLookup(one => one.Day, one => one.Person);
    }

    /// <summary>Everyone who holds a seat in a meeting, as a commission has it.</summary>
    public ImmutableHashSet<PersonId> MembersOf(Commission commission, PlannedMeeting meeting) =>
        SlotOf(commission, meeting.ChamberId, [.. meeting.Seats.Select(s => s.SeatId)], MeetingFacts.Of(meeting), meeting.Id).Members;

    private static Slot SlotOf(Commission commission, ChamberId id, IReadOnlyCollection<SeatId> composed, MeetingFacts facts, MeetingId self)
    {
        var chamber = commission.Chamber(id)!;
        var seats = composed.Count == 0 ? chamber.Seats : commission.Seats.Where(s => composed.Contains(s.Id));
        var chair = chamber.Section is null && chamber.AdHocLanguage is null ? commission.President : chamber.Chair;
        return new(
            self, facts.StartsAt, facts.StartsAt.AddMinutes(facts.Minutes), facts.Mode is MeetingMode.Online ? "" : facts.Place,
            [.. seats.SelectMany(s => s.Duo).Select(p => p.Id)], chair?.Id);
    }
}
