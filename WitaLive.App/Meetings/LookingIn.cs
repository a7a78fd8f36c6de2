using WitaLive.App.Chambers;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Who reads agenda and papers of a meeting in which they do not sit: members of the administrations, once it is convened and until it is over.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 4; rules of procedure, art. 16.</remarks>
internal static class LookingIn
{
    public static bool May(PersonId person, PlannedMeeting meeting, MeetingPeople people, Commission commission, RulesInForce rules) =>
        HasRight(person, commission, rules)
        && rules.Evocation.Formations.Contains(meeting.Formation)
        && meeting is { ConvenedAt: not null, CancelledAt: null, State: not MeetingState.Closed and not MeetingState.Adjourned }
        && !people.Seats.Any(seat => seat.IsHeldBy(person));

    /// <summary>Whether this person may do so at all on that day.</summary>
    public static bool HasRight(PersonId person, Commission commission, RulesInForce rules) =>
        commission.SeatOf(person) is { } seat && rules.Evocation.Groups.Contains(seat.Group);
}
