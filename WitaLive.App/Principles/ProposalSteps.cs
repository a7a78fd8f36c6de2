using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>Moves proposals on with the agendas on which they stand and the meetings that deal with them: what a plenary carries is adopted by that conclusion, and by its undo no longer.</summary>
/// <remarks>Source: rules of procedure, art. 35 § 2 and 36.</remarks>
internal sealed class ProposalSteps(RuleBook rules) : IFollowAgenda, IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, PlannedMeeting meeting, CancellationToken ct)
    {
        var lines = meeting.CancelledAt is null ? meeting.Agenda.Where(line => line.ProposalId is not null).ToDictionary(line => line.ProposalId!.Value, line => line.Id) : [];
        var (id, listed) = (meeting.Id, lines.Keys.ToList());
        foreach (var stored in await db.Set<StoredProposal>().Where(p => listed.Contains(p.Id) || p.MeetingId == id).ToListAsync(ct))
        {
            if (!lines.TryGetValue(stored.Id, out var item))
                Move(stored, stored.Course.TakeOff(), stored.Course.Stage is ProposalStage.OnAgenda ? null : stored.MeetingId);
            else if (stored.ItemId != item) // of the first convocation, or none yet
                Move(stored, Place(stored.Course, item), id);
        }
    }

    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            if (happened is ItemConcluded concluded && await FindAsync(db, after, concluded.Item, ct) is { } decided)
                Conclude(decided, after, concluded);
            else if (happened is ConclusionUndone undone && await FindAsync(db, after, undone.Item, ct) is { } again && again.Course.Undo(undone.Item) is var before && before != again.Course)
            {
                again.Course = before;
                again.Adopt(null, null);
            }
            else if (happened is MeetingAdjourned)
            {
                // Free again at once; the second convocation, if there is one, takes it back.
                foreach (var left in await db.Set<StoredProposal>().Where(p => p.MeetingId == id && p.Stage == ProposalStage.OnAgenda).ToListAsync(ct))
                    Move(left, left.Course.TakeOff(), null);
            }
        }
    }

    public async Task<bool> GoesOverAsync(WitaLiveDb db, AgendaLine line, CancellationToken ct) =>
        line.ProposalId is not { } id
        || await db.Set<StoredProposal>().AnyAsync(p => p.Id == id && ((p.Stage == ProposalStage.Discussed && p.ReadOverBy != null) || (p.Stage == ProposalStage.OnAgenda && p.ItemId == line.Id)), ct);

    private void Conclude(StoredProposal stored, Meeting after, ItemConcluded concluded)
    {
        var on = concluded.At.DayInBrussels();
        var isAdopted = concluded.Kind is ConclusionKind.Decided && rules.On(on).Principles.IsAdoptedBy(after.Plan!.Formation, concluded.Outcome);
        if (stored.Course.Conclude(concluded.Item, isAdopted) is var course && course == stored.Course)
            return;
        stored.Course = course;
        stored.Adopt(isAdopted ? on : null, isAdopted ? concluded.At : null);
    }

    private static async Task<StoredProposal?> FindAsync(WitaLiveDb db, Meeting after, ItemId item, CancellationToken ct) =>
        after.ItemOf(item)?.Planned.Proposal is { } id ? await db.Set<StoredProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) : null;

    // A point that was left goes over to the second convocation as another one.
    private static ProposalCourse Place(ProposalCourse course, ItemId item) => course.TakeOff().Place(item) is Result<ProposalCourse>.Ok(var placed) ? placed : course;

    private static void Move(StoredProposal stored, ProposalCourse course, MeetingId? meeting)
    {
        if (course == stored.Course)
            return;
        (stored.Course, stored.MeetingId) = (course, meeting);
    }
}
