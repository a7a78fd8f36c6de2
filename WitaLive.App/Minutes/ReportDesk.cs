using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Minutes;

/// <summary>Reads the report of a meeting for those who may: the secretariat, and whoever sits, presides or serves in that meeting.</summary>
/// <remarks>Source: rules of procedure, art. 39 and 52. Experts and persons heard enter the room, but the report is the chamber's.</remarks>
public sealed class ReportDesk(ReportsOfMeetings reports)
{
    /// <summary>Null when nothing is known of such a meeting, or when its report is not for this person.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    public async Task<MeetingReport?> ReadAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        return await reports.ReadAsync(meeting, ct) is { } report && MayRead(who, report.Meeting) ? report : null;
    }

    /// <summary>For whoever it is lent to: asked once that is established.</summary>
    internal Task<MeetingReport?> LentAsync(MeetingId meeting, CancellationToken ct) => reports.ReadAsync(meeting, ct);

    private static bool MayRead(ClaimsPrincipal who, Meeting meeting) =>
        Policies.Allow(who, Policies.Secretariat)
        || (SignedInPerson.Of(who) is { Id: var person }
            && (meeting.SeatOf(person) is not null
                || meeting.Plan!.Presiders.Any(p => p.Person == person)
                || meeting.Plan.Attendants.Any(a => a.Person == person && a.Capacity is not (Capacity.Expert or Capacity.Heard))));
}
