using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Meetings;

namespace WitaLive.App.Papers;

/// <summary>Papers of agenda lines, for whom the meeting concerns; that someone has opened them is noted.</summary>
public sealed class PaperReading(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, PaperFiles files, PaperOpenings openings)
{
    /// <summary>A paper and its bytes; null when there is none, or none that this person may read.</summary>
    public async Task<(Paper Paper, Stream Content)?> OpenAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<PlannedMeeting>().AsNoTracking()
            .SelectMany(m => m.Agenda, (meeting, line) => new { meeting.Id, line })
            .SelectMany(row => row.line.Papers, (row, paper) => new { row.Id, Paper = paper })
            .SingleOrDefaultAsync(row => row.Paper.Id == id, ct);
        if (found is null || !await reading.MayReadAsync(who, found.Id, ct) || files.Open(id) is not { } content)
            return null;
        if (SignedInPerson.Of(who) is { } reader)
            await openings.NoteAsync(found.Id, reader.Id, ct);
        return (found.Paper, content);
    }
}
