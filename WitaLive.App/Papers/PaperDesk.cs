using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Papers;

/// <summary>Papers of agenda lines: put there by the secretariat until the meeting is over.</summary>
public sealed class PaperDesk(PlanChanges plans, MeetingReading reading, LateItems late, PaperFiles files)
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
                var why = await plans.ChangeAsync(who, meeting, async (db, planned) =>
                {
                    if (planned.Agenda.FirstOrDefault(line => line.Id == item) is not { } line)
                        return new NoSuchItem();
                    var (_, _, rules) = await reading.AroundAsync(db, planned, ct);
                    if (late.WhyNoPaper(planned, line, rules) is { } tooLate)
                        return tooLate;
                    line.Add(paper);
                    db.Entry(line).Collection(l => l.Papers).FindEntry(paper)!.State = EntityState.Added; // its id is ours, and would be taken for a row that exists
                    return null;
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
}
