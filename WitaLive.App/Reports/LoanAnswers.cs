using System.Data;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>What the secretariat answers to a chamber that asks for the report of another; who asked is written to.</summary>
/// <remarks>Source: rules of procedure, art. 39. Whoever was told no may be told yes later, or ask again; what was lent is not taken back, for it may have been read.</remarks>
public sealed class LoanAnswers(MeetingJournal journal, ReportMails mails, IDbContextFactory<WitaLiveDb> databases, JobBell bell, TimeProvider clock)
{
    public Task<Refusal?> LendAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return AnswerAsync(meeting, file, loan => loan.LentAt is null, loan => loan.Lend(SignedInPerson.Of(who)!.Id, clock.GetUtcNow()), ct);
    }

    public async Task<Refusal?> DeclineAsync(ClaimsPrincipal who, MeetingId meeting, FileId file, string typed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var reason = FreeText.Of(typed);
        return reason.Length == 0 ? new ReasonForDecliningMissing()
            : reason.Length > ReportLoan.LongestReason ? new ReportTextTooLong(ReportLoan.LongestReason)
            : await AnswerAsync(meeting, file, loan => loan.Waits, loan => loan.Decline(SignedInPerson.Of(who)!.Id, clock.GetUtcNow(), reason), ct, loan => loan.LentAt is null ? null : new ReportIsLent());
    }

    // Serializable: of two secretaries who answer at the same moment, one was first.
    private async Task<Refusal?> AnswerAsync(MeetingId meeting, FileId file, Predicate<ReportLoan> isOpen, Action<ReportLoan> answer, CancellationToken ct, Func<ReportLoan, Refusal?>? otherwise = null) =>
        await Anew.UntilWrittenAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (await db.Set<ReportLoan>().SingleOrDefaultAsync(l => l.MeetingId == meeting && l.FileId == file, ct) is not { } loan)
                return new NothingReferred();
            if (!isOpen(loan))
                return otherwise?.Invoke(loan);
            answer(loan);
            await TellAsync(db, loan, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);

    private async Task TellAsync(WitaLiveDb db, ReportLoan loan, CancellationToken ct)
    {
        var number = await db.Set<ApplicationFile>().Where(f => f.Id == loan.FileId).Select(f => f.Number).SingleAsync(ct);
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == loan.AskedBy, ct) is { } person && (await journal.ReadAsync(loan.ReportOf, new Meeting(), ct)).Plan is { } plan)
            mails.Answered(db, loan, number, plan, person, clock.GetUtcNow());
    }
}

/// <summary>Who does not lend a report says why.</summary>
public sealed record ReasonForDecliningMissing : Refusal;

/// <summary>Another secretary has lent it meanwhile.</summary>
public sealed record ReportIsLent : Refusal;
