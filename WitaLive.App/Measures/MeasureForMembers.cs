using System.Security.Claims;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.Domain;

namespace WitaLive.App.Measures;

/// <summary>Reads requests for measures for members, with the meeting on whose agenda they stand.</summary>
public sealed class MeasureForMembers(FileForMembers files, MeasureReading reading, FileOpenings openings)
{
    /// <summary>Null when there is none, or none that this person may read.</summary>
    public async Task<MeasureSheet?> ReadAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if ((await files.OfMeetingAsync(who, meeting, ct)).All(f => f.Id != file) || await reading.SheetAsync(file, _ => true, ct) is not { } sheet)
            return null;
        await openings.NoteAsync(who, file, forMeeting: true, ct);
        return sheet;
    }
}
