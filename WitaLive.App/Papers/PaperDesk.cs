using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Papers;

/// <summary>Papers of agenda lines: put there by the secretariat until the meeting is over, read by whom the meeting concerns.</summary>
public sealed class PaperDesk(PlanChanges plans, IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, PaperFiles files, PaperOpenings openings)
{
    /// <param name="name">As the sender calls it.</param>
    /// <returns>The refusal, or null when the paper is kept.</returns>
    public async Task<Refusal?> AddAsync(ClaimsPrincipal who, MeetingId meeting, ItemId item, string name, Stream content, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        switch (await files.KeepAsync(name, content, ct))
        {
            case Result<Paper>.Refused(var unusable):
                return unusable;
            case Result<Paper>.Ok(var paper):
                var why = await plans.ChangeAsync(who, meeting, (db, planned) =>
                {
                    if (planned.Agenda.FirstOrDefault(line => line.Id == item) is not { } line)
                        return Task.FromResult<Refusal?>(new NoSuchItem());
                    line.Add(paper);
                    db.Entry(line).Collection(l => l.Papers).FindEntry(paper)!.State = EntityState.Added; // its id is ours, and would be taken for a row that exists
                    return Task.FromResult<Refusal?>(null);
                }, ct, untilItIsOver: true);
                if (why is not null)
                    files.Remove(paper.Id);
                return why;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public async Task<Refusal?> RemoveAsync(ClaimsPrincipal who, MeetingId meeting, Guid paper, CancellationToken ct)
    {
        var was = false;
        var why = await plans.ChangeAsync(who, meeting, (_, planned) =>
        {
            was = planned.Agenda.Any(line => line.Papers.Any(p => p.Id == paper));
            foreach (var line in planned.Agenda)
                line.Remove(paper);
            return Task.FromResult<Refusal?>(null);
        }, ct, untilItIsOver: true);
        if (why is null && was)
            files.Remove(paper);
        return why;
    }

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
