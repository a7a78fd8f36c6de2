using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Papers;

/// <summary>Papers of agenda lines, for whom the meeting concerns and who is not recused from the item; that someone has opened them is noted.</summary>
public sealed class PaperReading(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, MeetingJournal journal, PaperFiles files, PaperOpenings openings)
{
    /// <summary>A paper and its bytes; null when there is none, or none that this person may read.</summary>
    public async Task<(Paper Paper, Stream Content)?> OpenAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<PlannedMeeting>().AsNoTracking()
            .SelectMany(m => m.Agenda, (meeting, line) => new { meeting.Id, line })
            .SelectMany(row => row.line.Papers, (row, paper) => new { row.Id, Item = row.line.Id, Paper = paper })
            .SingleOrDefaultAsync(row => row.Paper.Id == id, ct);
        if (found is null || await reading.ReadWithFilesAsync(who, found.Id, ct) is null || await IsRecusedAsync(who, found.Id, found.Item, ct) || files.Open(id) is not { } content)
            return null;
        if (SignedInPerson.Of(who) is { } reader)
            await openings.NoteAsync(found.Id, reader.Id, ct);
        return (found.Paper, content);
    }

    private async Task<bool> IsRecusedAsync(ClaimsPrincipal who, MeetingId meeting, ItemId item, CancellationToken ct) =>
        SignedInPerson.Of(who) is { } me && (await journal.ReadAsync(meeting, new Meeting(), ct)).ItemOf(item)?.Recused.Contains(me.Id) is true;
}
