using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>The part of a report that is the journal's: facts are put right there with a reason, until the report is closed (rules of procedure, art. 39).</summary>
public sealed class ReportRecord(RoomDoor door, IDbContextFactory<WitaLiveDb> databases)
{
    /// <param name="command">A <see cref="CorrectFact"/> or a <see cref="CorrectAttendance"/>.</param>
    /// <exception cref="ArgumentException">It would change something else.</exception>
    public async Task<Refusal?> CorrectAsync(ClaimsPrincipal who, MeetingId id, MeetingCommand command, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (command is not (CorrectFact or CorrectAttendance))
            throw new ArgumentException($"{command.GetType().Name} corrects nothing.", nameof(command));
        await using var db = await databases.CreateDbContextAsync(ct);
        // Reports closed before the journal said so have it only here.
        if (await db.Set<ReportStage>().AnyAsync(s => s.MeetingId == id && s.ChairAt != null && s.SecretaryAt != null, ct))
            return new ReportIsClosed();
        return await SendAsync(id, command, new(SignedInPerson.Of(who)!.Id, IsSecretariat: true), ct);
    }

    /// <summary>Ends what could still change the record, once chair and secretary have both confirmed it; does nothing before. May be asked again at any time.</summary>
    internal async Task CloseAsync(MeetingId id, Actor by, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ReportStage>().AnyAsync(s => s.MeetingId == id && s.ChairAt != null && s.SecretaryAt != null, ct))
            await SendAsync(id, new CloseReport(), by, ct);
    }

    private async Task<Refusal?> SendAsync(MeetingId id, MeetingCommand command, Actor by, CancellationToken ct) =>
        await door.EnterAsync(id, ct) is not { } room ? new NoSuchMeeting()
        : await room.SendAsync(command, by, ct) is Outcome.Refused(var why) ? why
        : null;
}
