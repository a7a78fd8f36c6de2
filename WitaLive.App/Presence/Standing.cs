using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Presence;

/// <summary>How one person stands in a meeting at one moment. Two standings are equal while nothing changed for that person.</summary>
/// <param name="Capacity">Null for someone who is not on the list.</param>
/// <param name="Since">Signed in since; null for who is not in.</param>
/// <param name="Seat">The seat of the person's duo; null for who has no voice.</param>
/// <param name="Sitter">Who of the duo sits, when it is the other one; null while the other one is recused and this one sits for the item.</param>
/// <param name="Recused">Takes no part in the item in focus.</param>
public sealed record Standing(
    PersonId Person,
    string Name,
    Capacity? Capacity,
    DateTimeOffset? Since,
    AttendanceMode? Mode,
    PlannedSeat? Seat,
    string? Sitter,
    bool Recused,
    bool AskedForFloor,
    bool HasFloor)
{
    public bool IsIn => Since is not null;

    public bool HasVoice => Seat is not null;

    public bool PartnerSits => Sitter is not null;

    public static Standing Of(MeetingView view, PersonId person)
    {
        var meeting = view.Meeting;
        var attendance = meeting.Attendances.GetValueOrDefault(person);
        var seat = meeting.SeatOf(person);
        PersonId? occupant = seat is not null && meeting.Occupants.TryGetValue(seat.Id, out var sitting) ? sitting : null;
        var speaking = meeting.Speakers.FirstOrDefault(s => s.Person == person);
        return new(
            person,
            meeting.NameOf(person),
            attendance?.Capacity ?? CapacityOf(meeting, seat, person),
            attendance is { IsIn: true } ? attendance.Stays[^1].From : null,
            attendance?.Mode,
            seat,
            occupant is { } other && other != person && !view.SeatsOf(person).Any(s => s.Id == seat!.Id) ? meeting.NameOf(other) : null,
            view.Focus is { } item && meeting.ItemOf(item) is { } found && found.Recused.Contains(person),
            speaking is not null,
            speaking?.FloorSince is not null);
    }

    private static Capacity? CapacityOf(Meeting meeting, PlannedSeat? seat, PersonId person) =>
        seat is not null ? Domain.Meetings.Capacity.Member
        : meeting.Plan!.Attendants.FirstOrDefault(a => a.Person == person) is { } attendant ? attendant.Capacity
        : meeting.Knows(person) ? Domain.Meetings.Capacity.President
        : null;
}
