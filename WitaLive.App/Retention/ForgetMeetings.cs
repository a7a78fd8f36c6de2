using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Conflicts;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Display;
using WitaLive.App.Evocation;
using WitaLive.App.Fees;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Preparing;
using WitaLive.App.Reports;
using WitaLive.App.Rulings;
using WitaLive.App.Turnouts;
using WitaLive.Domain;
using WitaLive.Domain.Retention;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Retention;

/// <summary>Removes what is written of meetings whose period is over: journal, report, votes, attendance list, convocations, answers, papers. That it was held, and how many seats were filled, is still counted.</summary>
internal sealed class ForgetMeetings(IDbContextFactory<WitaLiveDb> databases, MeetingJournal journal, RuleBook rules) : IForget
{
    private static readonly FileState[] s_ended = [FileState.Decided, FileState.Withdrawn, FileState.Cancelled];

    public async Task RunAsync(DateOnly today, CancellationToken ct)
    {
        var years = rules.On(today).OpenPoints.Read<int>("yearsKept");
        List<MeetingId> old;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            var latest = BrusselsTime.At(today.AddYears(-years).AddDays(1), TimeOnly.MinValue);
            old = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.StartsAt < latest).OrderBy(m => m.StartsAt).Select(m => m.Id).ToListAsync(ct);
        }
        await Each.InTurnAsync(old, id => ForgetAsync(id, today, years, ct));
    }

    private async Task ForgetAsync(MeetingId id, DateOnly today, int years, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var session = Session.Of(id, await journal.EventsAsync(id, 0, ct).Select(one => one.Happened).ToListAsync(ct));
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<PlannedMeeting>().Include(m => m.Agenda).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return;
        var files = meeting.Agenda.Select(line => line.FileId).OfType<FileId>().ToList();
        var isOpen = await db.Set<ApplicationFile>().AnyAsync(f => files.Contains(f.Id) && !s_ended.Contains(f.State) && (f.AgendaMeetingId == id || f.LastMeetingId == id), ct);
        if (!Kept.OfMeeting(meeting.StartsAt.DayInBrussels(), isOpen, years).IsDue(today))
            return;
        if (session is not null)
            db.Add(CountedSession.Of(session));
        foreach (var line in meeting.Agenda)
        {
            db.Entry(line).Property(l => l.Applicant).CurrentValue = null;
            foreach (var paper in line.Papers.ToList())
            {
                db.Add(new DoomedFile { Id = paper.Id, Kind = DoomedKind.Paper });
                line.Remove(paper.Id);
            }
        }
        db.Entry(meeting).Property(m => m.ForgottenOn).CurrentValue = today;
        await db.SaveChangesAsync(ct);
        await RemoveRowsAsync(db, id, ct);
        await Removal.AddAsync(db, today, RemovedKind.Meetings, 1, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task RemoveRowsAsync(WitaLiveDb db, MeetingId id, CancellationToken ct)
    {
        await db.Set<JournalEntry>().Where(e => e.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<ReportPart>().Where(p => p.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<ReportRemark>().Where(r => r.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<ReportStage>().Where(s => s.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<LentReading>().Where(r => r.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<DeclinedRequest>().Where(d => d.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<ReportLoan>().Where(l => l.MeetingId == id || l.ReportOf == id).ExecuteDeleteAsync(ct);
        await db.Set<SigningDelegation>().Where(d => d.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<Convocation>().Where(c => c.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<GivenAnswer>().Where(a => a.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<SignedProxy>().Where(p => p.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<WithdrawnProxy>().Where(p => p.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<PaperOpening>().Where(o => o.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<PossibleConflict>().Where(c => c.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<EvocationRequest>().Where(r => r.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<FilePreparation>().Where(p => p.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<MemberQuestion>().Where(q => q.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<Justification>().Where(j => j.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<CededFee>().Where(f => f.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<ClaimedTravel>().Where(t => t.MeetingId == id).ExecuteDeleteAsync(ct);
        await db.Set<DisplayKey>().Where(k => k.MeetingId == id).ExecuteDeleteAsync(ct);
        await Mails.RemoveAsync(db, db.Set<OutgoingMail>().Where(m => m.MeetingId == id), ct);
    }
}
