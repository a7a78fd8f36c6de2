using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Reports;

/// <summary>A report that changes after one of the two confirmed it is confirmed anew by both: whoever did so is told, in the transaction of the change.</summary>
/// <remarks>Source: rules of procedure, art. 39: chair and secretary confirm the same report.</remarks>
public sealed class ReportChanges(ReportMails mails, TimeProvider clock) : IFollowEvents
{
    public async Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct)
    {
        if (after.IsOver && events.Any(happened => happened is AttendanceCorrected or HoursCorrected or PauseCorrected or ConclusionCorrected or HearingCorrected or GuestCorrected or NoteTaken))
            await UnconfirmAsync(db, id, after.Plan!, ct);
    }

    /// <summary>The caller saves.</summary>
    public async Task UnconfirmAsync(WitaLiveDb db, MeetingId id, MeetingPlan plan, CancellationToken ct)
    {
        if (await db.Set<ReportStage>().SingleOrDefaultAsync(s => s.MeetingId == id, ct) is not { } stage || stage.Unconfirm() is not { } who)
            return;
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == who, ct) is { } person)
            mails.Changed(db, id, plan, person, clock.GetUtcNow());
    }
}
