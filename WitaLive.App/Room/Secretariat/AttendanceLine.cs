using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Room.Secretariat;

/// <summary>One person of the attendance list, as the secretariat's screen shows it.</summary>
/// <param name="Group">Of the seat, for a member.</param>
/// <param name="Seat">The seat this person belongs to; null without a voice.</param>
/// <param name="Sits">Holds the seat now; for the item that is dealt with, if that makes a difference.</param>
/// <param name="StepsAside">Holds the seat, and is recused from that item.</param>
/// <param name="IsGuest">Entered by the secretariat in this meeting; not on the plan.</param>
/// <param name="MayTakeSeat">Is there and could take the seat over from the other of the duo.</param>
public sealed record AttendanceLine(
    PersonId Person, string Name, Capacity Capacity, GroupCode? Group, SeatId? Seat, bool IsSubstitute, bool Sits, bool StepsAside, bool MayTakeSeat, bool IsGuest, Attendance? Attendance)
{
    public bool IsIn => Attendance is { IsIn: true };

    /// <summary>Everyone who is expected to sign, in the order of the plan, and the guests who did.</summary>
    public static ImmutableArray<AttendanceLine> Of(Meeting meeting)
    {
        var plan = meeting.Plan!;
        var members = plan.Seats.SelectMany(seat => new[] { seat.Effective, seat.Substitute }.OfType<PersonId>()
            .Select(person => Member(meeting, seat, person)));
        var presiders = plan.Presiders.Where(p => meeting.SeatOf(p.Person) is null).Select(p => (p.Person, Capacity: Capacity.President));
        var attendants = plan.Attendants.Select(a => (a.Person, a.Capacity));
        var guests = meeting.Guests.Keys.Select(person => (Person: person, meeting.Attendances[person].Capacity));
        return [.. members.Concat(attendants.Concat(presiders).Concat(guests)
            .Where(other => meeting.SeatOf(other.Person) is null)
            .Select(other => new AttendanceLine(
                other.Person, meeting.NameOf(other.Person), other.Capacity, null, null, false, false, false, false, meeting.Guests.ContainsKey(other.Person), meeting.Attendances.GetValueOrDefault(other.Person))))
            .DistinctBy(line => line.Person)];
    }

    private static AttendanceLine Member(Meeting meeting, PlannedSeat seat, PersonId person)
    {
        var holds = meeting.Occupants.TryGetValue(seat.Id, out var occupant) && occupant == person;
        var sits = meeting.SeatFor(seat.Id, meeting.Current) is { State: SeatState.Present, Voter: { } voter } && voter == person;
        return new(
            person, meeting.NameOf(person), Capacity.Member, seat.Group, seat.Id, person != seat.Effective, sits, holds && !sits,
            !sits && !holds && meeting.IsIn(person), false, meeting.Attendances.GetValueOrDefault(person));
    }
}
