using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>Writes the free parts of a report, supplies it, takes remarks and confirmations (rules of procedure, art. 39; law reference §10, O-11).</summary>
public sealed class ReportWriting(
    ReportDesk desk, ReportReading reading, ReportRecord record, ReportLanguages languages, ReportMails mails, IDbContextFactory<WitaLiveDb> databases, JobBell bell, TimeProvider clock)
{
    /// <summary>Keeps the next version of a part. Somebody else's version of meanwhile stays below it, and is said: nothing typed is ever lost.</summary>
    /// <param name="basedOn">The version that was on the screen; 0 for none.</param>
    /// <returns>Whether somebody else had written a version meanwhile.</returns>
    public async Task<Result<bool>> WriteAsync(ClaimsPrincipal who, MeetingId id, Guid place, string language, string typed, int basedOn, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (await FactsAsync(who, id, ct) is not { } facts || !languages.Of(facts).Contains(language) || (place != ReportPart.Whole && facts.Meeting.ItemOf(new(place)) is null))
            return new NoSuchMeeting();
        var text = FreeText.Of(typed);
        for (var tries = 0; ; tries++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (ReportReading.ProgressOf(facts, await StageAsync(db, id, ct)).WhyNotWrite(text) is { } why)
                return why;
            var last = await db.Set<ReportPart>().AsNoTracking().Where(p => p.MeetingId == id && p.Place == place && p.Language == language).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
            if (last?.Text == text)
                return false;
            db.Add(new ReportPart
            {
                MeetingId = id, Place = place, Language = language, Version = (last?.Version ?? 0) + 1, Text = text, WrittenBy = SignedInPerson.Of(who)!.Id, WrittenAt = clock.GetUtcNow(),
            });
            try
            {
                await db.SaveChangesAsync(ct);
                return (last?.Version ?? 0) > basedOn;
            }
            catch (DbUpdateException) when (tries < 3)
            {
                // Another writer took that number: the next one is ours.
            }
        }
    }

    /// <summary>Its members have it from now on, and are written to.</summary>
    public async Task<Refusal?> SupplyAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (await FactsAsync(who, id, ct) is not { } facts)
            return new NoSuchMeeting();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (ReportReading.ProgressOf(facts, await StageAsync(db, id, ct)).WhyNotSupply() is { } why)
            return why;
        var now = clock.GetUtcNow();
        db.Add(new ReportStage { MeetingId = id, SuppliedAt = now, SuppliedBy = SignedInPerson.Of(who)!.Id });
        await mails.SuppliedAsync(db, id, facts, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another secretary was first; anything else is a fault, and not supplied.
            if (await StageAsync(db, id, ct) is null)
                throw;
            return new ReportIsSupplied();
        }
        bell.Ring<SendDueMail>();
        return null;
    }

    /// <param name="key">Made with the page: sent twice, a remark counts once.</param>
    /// <param name="isNamed">The author wants their name beside it.</param>
    public async Task<Refusal?> RemarkAsync(ClaimsPrincipal who, MeetingId id, Guid key, string typed, bool isNamed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (await FactsAsync(who, id, ct) is not { } facts)
            return new NoSuchMeeting();
        var text = FreeText.Of(typed);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (ReportReading.ProgressOf(facts, await StageAsync(db, id, ct)).WhyNotRemark(text) is { } why)
            return why;
        if (await db.Set<ReportRemark>().AnyAsync(r => r.Id == key, ct))
            return null;
        db.Add(new ReportRemark { Id = key == Guid.Empty ? Guid.NewGuid() : key, MeetingId = id, AuthorId = SignedInPerson.Of(who)!.Id, IsNamed = isNamed, Text = text, MadeAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The other half of a double click was first; anything else is a fault, and not kept.
            if (!await db.Set<ReportRemark>().AnyAsync(r => r.Id == key, ct))
                throw;
        }
        return null;
    }

    /// <summary>Takes back one's own remark while the report is open.</summary>
    public async Task<Refusal?> TakeBackAsync(ClaimsPrincipal who, MeetingId id, Guid remark, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (await FactsAsync(who, id, ct) is not { } facts)
            return new NoSuchMeeting();
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (ReportReading.ProgressOf(facts, await StageAsync(db, id, ct)).State is ReportState.Closed)
            return new ReportIsClosed();
        await db.Set<ReportRemark>().Where(r => r.Id == remark && r.MeetingId == id && r.AuthorId == me).ExecuteDeleteAsync(ct);
        return null;
    }

    /// <summary>The chair's word, or a secretary's, that the report stands; with both it is closed.</summary>
    public async Task<Refusal?> ConfirmAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        if (await FactsAsync(who, id, ct) is not { } facts)
            return new NoSuchMeeting();
        var (isChair, isSecretary) = (reading.MayConfirmAsChair(facts, me), Policies.Allow(who, Policies.Secretariat));
        if (!isChair && !isSecretary)
            return new OnlyTheChair();
        await using var db = await databases.CreateDbContextAsync(ct);
        var stage = await db.Set<ReportStage>().SingleOrDefaultAsync(s => s.MeetingId == id, ct);
        var (next, _) = await ReportReading.NeighboursAsync(db, id, facts, ct);
        if (ReportReading.ProgressOf(facts, stage).WhyNotConfirm(next > stage?.SuppliedAt) is { } why)
        {
            if (why is ReportIsClosed)
                await record.CloseAsync(id, new(me, isSecretary), ct); // whoever confirmed last may have got no answer: then the journal does not say so yet
            return why;
        }
        if (isSecretary)
            stage!.ConfirmAsSecretary(me, clock.GetUtcNow());
        else
            stage!.ConfirmAsChair(me, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await record.CloseAsync(id, new(me, isSecretary), ct);
        return null;
    }

    // What was never opened has no report.
    private async Task<MeetingReport?> FactsAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct) =>
        await desk.ReadAsync(who, id, ct) is { Meeting.OpenedAt: not null } facts ? facts : null;

    private static Task<ReportStage?> StageAsync(WitaLiveDb db, MeetingId id, CancellationToken ct) => db.Set<ReportStage>().AsNoTracking().SingleOrDefaultAsync(s => s.MeetingId == id, ct);
}
