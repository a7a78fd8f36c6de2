using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Attestations;

/// <summary>Reminds holders before their attestation ends and when it does (data/rules/procedure.json), and gives numbers and codes to attestations of before there were any.</summary>
/// <remarks>
/// May run twice, on two nodes at once, and be killed at any line: each mail and the row that says it was written are one transaction, and the key
/// of that row lets each reminder go once.
/// </remarks>
public sealed class WatchAttestations(IDbContextFactory<WitaLiveDb> databases, RuleBook rules, AttestationMails mails, JobBell bell, TimeProvider clock) : ISweep
{
    // Nobody wants a reminder at night.
    private static readonly TimeOnly s_from = new(8, 0);

    // Longer after the end a reminder is no help; the app may have been away, or the attestation may have been imported.
    private const int LatestDays = 31;

    public async Task RunAsync(CancellationToken ct)
    {
        await CompleteAsync(ct);
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        if (now < BrusselsTime.At(today, s_from))
            return;
        var rule = rules.On(today).Procedure.Renewal;
        if (rule.ReminderMonths.IsEmpty)
            return;
        await Each.InTurnAsync(await EndingAsync(today, now - rules.On(today).Planning.UndoFor, rule, ct), id => RemindAsync(id, today, rule, ct));
        bell.Ring<SendDueMail>();
    }

    // The last of each holder who has an account, while it ends soon or has just ended. A decision that the chair can still take back changes which one that is,
    // and its holder is not told of it yet: the reminder waits as long.
    private async Task<List<Guid>> EndingAsync(DateOnly today, DateTimeOffset told, RenewalRule rule, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (first, last) = (today.AddDays(-LatestDays), today.AddMonths(rule.ReminderMonths[0]).AddDays(1));
        return await db.Set<Attestation>().Where(a => a.HolderId != null && a.DiedOn == null && a.Measure != MeasureRule.Annulment && a.Until >= first && a.Until <= last
            && !db.Set<Attestation>().Any(newer => newer.HolderId == a.HolderId && newer.Measure != MeasureRule.Annulment && newer.Until > a.Until)
            && !db.Set<ApplicationFile>().Any(f => f.ApplicantId == a.HolderId && f.State == FileState.Decided && f.ChangedAt >= told)).Select(a => a.Id).ToListAsync(ct);
    }

    // The latest one that is due is written; those before it were too late, and count as written.
    private async Task RemindAsync(Guid id, DateOnly today, RenewalRule rule, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var attestation = await db.Set<Attestation>().AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var told = await db.Set<AttestationReminder>().Where(r => r.AttestationId == id).Select(r => r.Months).ToListAsync(ct);
        var due = rule.ReminderMonths.Where(months => today >= attestation.Until.AddMonths(-months) && !told.Contains(months)).ToList();
        if (due.Count == 0 || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == attestation.HolderId && p.IsActive, ct) is not { } holder)
            return;
        var now = clock.GetUtcNow();
        db.AddRange(due.Select(months => new AttestationReminder { AttestationId = id, Months = months, At = now }));
        if (!told.Exists(months => months < due[^1]))
            Outbox.Add(db, mails.Ending(holder, attestation, Renewal.Of(attestation.Held, rule), await AskedAsync(db, holder.Id, ct), now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another run wrote it; if it was something else, the next run finds it still to write.
        }
    }

    // Whoever has asked for the next one already is not told to.
    private static Task<ApplicationFile?> AskedAsync(WitaLiveDb db, PersonId holder, CancellationToken ct) => db.Set<ApplicationFile>().AsNoTracking()
        .Where(f => f.ApplicantId == holder && f.Kind == FileKind.Application && f.SubmittedAt != null && AttestationReading.Undecided.Contains(f.State))
        .OrderBy(f => f.SubmittedAt).FirstOrDefaultAsync(ct);

    private async Task CompleteAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var bare in await db.Set<Attestation>().Where(a => a.Code == "").ToListAsync(ct))
        {
            bare.Number = await db.Set<ApplicationFile>().Where(f => f.Id == bare.FileId).Select(f => f.Number).SingleOrDefaultAsync(ct) ?? "";
            bare.Code = CheckCode.New();
            bare.SearchAnew();
        }
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The words of mails about attestations: the number, the days and a link.</summary>
public sealed class AttestationMails(MailFrame frame, SiteAddress site, IStringLocalizer<AttestationTexts> texts)
{
    public const string Purpose = "attestation";

    /// <param name="asked">The application for the next one, when it is in and not decided.</param>
    public OutgoingMail Ending(Person to, Attestation attestation, Renewal renewal, ApplicationFile? asked, DateTimeOffset at) => ReceiverLanguage.Run(to.Language, () => new OutgoingMail
    {
        ToAddress = to.Email,
        ToName = to.FullName,
        Language = to.Language,
        Subject = texts["EndingSubject", attestation.Until.ToLongDay()].Value,
        Text = frame.Write(to.Language, to.FullName, () => asked is { SubmittedAt: { } filed }
            ? texts[
                filed.DayInBrussels() > renewal.KeepsUntil ? "EndingAskedLateText" : asked.CompleteOn is null ? "EndingAskedText" : "EndingKeptText", attestation.Number, attestation.Until.ToLongDay(),
                asked.Number, filed.DayInBrussels().ToLongDay(), renewal.LinksUntil.ToLongDay(), site.Of($"my/applications/{asked.Id.Value}")].Value
            : texts[
                at.DayInBrussels() <= renewal.KeepsUntil ? "EndingText" : "EndingSoonText", attestation.Number, attestation.Until.ToLongDay(), renewal.KeepsUntil.ToLongDay(),
                renewal.LinksUntil.ToLongDay(), site.Of("my/applications")].Value),
        Purpose = Purpose,
        CreatedAt = at,
        PersonId = to.Id,
    });
}
