using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Papers;

/// <summary>Papers of agenda lines: put there by the secretariat until the item is concluded. What was decided on stays as it was.</summary>
public sealed class PaperDesk(PlanChanges plans, MeetingReading reading, MeetingJournal journal, LateItems late, PaperFiles files, PaperBell bell)
{
    /// <param name="name">As the sender calls it.</param>
    /// <param name="known">Its id, when it has one already: added twice, it is there once.</param>
    /// <returns>The refusal, or null when the paper is kept.</returns>
    public async Task<Refusal?> AddAsync(ClaimsPrincipal who, MeetingId meeting, ItemId item, string name, Stream content, CancellationToken ct, Guid? known = null)
    {
        Policies.Demand(who, Policies.Secretariat);
        switch (await files.KeepAsync(name, content, ct, known))
        {
            case Result<Paper>.Refused(var unusable):
                return unusable;
            case Result<Paper>.Ok(var paper):
                var why = await plans.ChangeAsync(who, meeting, async (db, planned) =>
                {
                    if (planned.Agenda.FirstOrDefault(line => line.Id == item) is not { } line)
                        return new NoSuchItem();
                    if (line.Papers.Any(p => p.Id == paper.Id))
                        return null;
                    if (await IsConcludedAsync(planned, item, ct))
                        return new ItemConcludedAlready();
                    var (_, _, rules) = await reading.AroundAsync(db, planned, ct);
                    if (late.WhyNoPaper(planned, line, rules) is { } tooLate)
                        return tooLate;
                    line.Add(paper);
                    db.Entry(line).Collection(l => l.Papers).FindEntry(paper)!.State = EntityState.Added; // its id is ours, and would be taken for a row that exists
                    return null;
                }, ct, untilItIsOver: true);
                if (why is null)
                    bell.Ring(meeting);
                else
                    files.Remove(paper.Id);
                return why;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public async Task<Refusal?> RemoveAsync(ClaimsPrincipal who, MeetingId meeting, Guid paper, CancellationToken ct)
    {
        var was = false;
        var why = await plans.ChangeAsync(who, meeting, async (_, planned) =>
        {
            var line = planned.Agenda.FirstOrDefault(line => line.Papers.Any(p => p.Id == paper));
            was = line is not null;
            if (line is not null && await IsConcludedAsync(planned, line.Id, ct))
                return new ItemConcludedAlready();
            line?.Remove(paper);
            return null;
        }, ct, untilItIsOver: true);
        if (why is null && was)
        {
            files.Remove(paper);
            bell.Ring(meeting);
        }
        return why;
    }

    private async Task<bool> IsConcludedAsync(PlannedMeeting planned, ItemId item, CancellationToken ct) => planned.State is not MeetingState.Planned
        && (await journal.ReadAsync(planned.Id, new Meeting(), ct)).ItemOf(item)?.Conclusion is not null;
}
