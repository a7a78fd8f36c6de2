using System.Data;
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
using WitaLive.Domain.Principles;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>Writes the free parts of a report, supplies it, takes remarks and confirmations (rules of procedure, art. 39; law reference §10, O-11).</summary>
public sealed class ReportWriting(
    ReportDesk desk, ReportReading reading, ReportRecord record, ReportLanguages languages, ReportMails mails, ReportChanges changes, IDbContextFactory<WitaLiveDb> databases, JobBell bell, TimeProvider clock)
{
    /// <summary>Keeps the next version of a part. A version of meanwhile is not written over unseen: it is refused, and whoever typed chooses.</summary>
    /// <param name="basedOn">The version that was on the screen; 0 for none.</param>
    public Task<Refusal?> WriteAsync(ClaimsPrincipal who, MeetingId id, Guid place, string language, string typed, int basedOn, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return KeepAsync(who, id, place, language, typed, basedOn, isSetAside: false, ct);
    }

    /// <summary>What was typed is kept as a version below the one that was on the screen, which holds on: nothing typed is ever lost.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public Task<Refusal?> SetAsideAsync(ClaimsPrincipal who, MeetingId id, Guid place, string language, string typed, int basedOn, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return KeepAsync(who, id, place, language, typed, basedOn, isSetAside: true, ct);
    }

    private async Task<Refusal?> KeepAsync(ClaimsPrincipal who, MeetingId id, Guid place, string language, string typed, int basedOn, bool isSetAside, CancellationToken ct)
    {
        if (await FactsAsync(who, id, ct) is not { } facts || !languages.Of(facts).Contains(language) || (place != ReportPart.Whole && facts.Meeting.ItemOf(new(place)) is null))
            return new NoSuchMeeting();
        var text = FreeText.Of(typed);
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // Serializable: another writer may take that number, and somebody may confirm what was there until now.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (ReportReading.ProgressOf(facts, await StageAsync(db, id, ct)).WhyNotWrite(text) is { } why)
                return why;
            var last = await db.Set<ReportPart>().AsNoTracking().Where(p => p.MeetingId == id && p.Place == place && p.Language == language).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
            if (last?.Text == text)
                return null;
            if (last?.Version > basedOn)
                return new TextWrittenMeanwhile();
            foreach (var (above, kept) in (isSetAside && last is not null ? new[] { text, last.Text } : [text]).Index())
                db.Add(new ReportPart
                {
                    MeetingId = id, Place = place, Language = language, Version = (last?.Version ?? 0) + 1 + above, Text = kept, WrittenBy = SignedInPerson.Of(who)!.Id, WrittenAt = clock.GetUtcNow(),
                });
            await changes.UnconfirmAsync(db, id, facts.Plan, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
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
        var (text, me, remark) = (FreeText.Of(typed), SignedInPerson.Of(who)!.Id, key == Guid.Empty ? Guid.NewGuid() : key);
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // Serializable: the other half of a double click, or another window, may take the room that is left.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (await db.Set<ReportRemark>().AnyAsync(r => r.Id == remark, ct))
                return null;
            var before = await db.Set<ReportRemark>().Where(r => r.MeetingId == id && r.AuthorId == me).SumAsync(r => (long)r.Text.Length, ct);
            if (ReportReading.ProgressOf(facts, await StageAsync(db, id, ct)).WhyNotRemark(text, before) is { } why)
                return why;
            if (NamedIn(facts, text) is { } named)
                return new RemarkNamesApplicant(named);
            db.Add(new ReportRemark { Id = remark, MeetingId = id, AuthorId = me, IsNamed = isNamed, Text = text, MadeAt = clock.GetUtcNow() });
            await changes.UnconfirmAsync(db, id, facts.Plan, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
    }

    // Whoever reads the report may have stepped aside from an item: a remark names nobody it is about. Members and secretaries it may name.
    private static string? NamedIn(MeetingReport facts, string text)
    {
        var read = new Anonymity(Wording.Typed([], [new("", text)]));
        return facts.Meeting.Items.Select(item => item.Planned.Applicant).OfType<string>().SelectMany(applicant => read.Of(new("", applicant))).FirstOrDefault(trace => trace.Kind is TraceKind.Name)?.Found;
    }

    /// <summary>Takes back one's own remark while the report is open.</summary>
    public async Task<Refusal?> TakeBackAsync(ClaimsPrincipal who, MeetingId id, Guid remark, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (await FactsAsync(who, id, ct) is not { } facts)
            return new NoSuchMeeting();
        var me = SignedInPerson.Of(who)!.Id;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // Serializable: the other half of a double click may take it back too, and somebody may confirm what was there until now.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            if (ReportReading.ProgressOf(facts, await StageAsync(db, id, ct)).State is ReportState.Closed)
                return new ReportIsClosed();
            if (await db.Set<ReportRemark>().Where(r => r.Id == remark && r.MeetingId == id && r.AuthorId == me).ExecuteDeleteAsync(ct) == 0)
                return null;
            await changes.UnconfirmAsync(db, id, facts.Plan, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring<SendDueMail>();
            return null;
        }, ct);
    }

    /// <summary>The chair's word, or a secretary's, that the report stands; with both it is closed.</summary>
    /// <param name="seen">What was on the screen (<see cref="ReportSheet.Changes"/>): of a report that changed since, nobody says so unread.</param>
    public async Task<Refusal?> ConfirmAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct, int? seen = null)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = new Actor(SignedInPerson.Of(who)!.Id, Policies.Allow(who, Policies.Secretariat));
        var why = await Anew.UntilWrittenAsync(async () => await FactsAsync(who, id, ct) is { } facts ? await ConfirmAsync(me, id, facts, seen, ct) : new NoSuchMeeting(), ct);
        // Whoever confirmed last may have got no answer: then the journal does not say so yet.
        if (why is null or ReportIsClosed)
            await record.CloseAsync(id, me, ct);
        return why;
    }

    private async Task<Refusal?> ConfirmAsync(Actor me, MeetingId id, MeetingReport facts, int? seen, CancellationToken ct)
    {
        if (!me.IsSecretariat && !reading.MayConfirmAsChair(facts, me.Person))
            return new OnlyTheChair();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var stage = await db.Set<ReportStage>().SingleOrDefaultAsync(s => s.MeetingId == id, ct);
        var (next, _) = await ReportReading.NeighboursAsync(db, id, facts, ct);
        if (ReportReading.ProgressOf(facts, stage).WhyNotConfirm(next > stage?.SuppliedAt) is { } why)
            return why;
        if (seen is { } shown && shown != ReportSheet.ChangesOf(facts, await db.Set<ReportPart>().CountAsync(p => p.MeetingId == id, ct), await db.Set<ReportRemark>().CountAsync(r => r.MeetingId == id, ct)))
            return new ReportChangedMeanwhile();
        if (me.IsSecretariat)
            stage!.ConfirmAsSecretary(me.Person, clock.GetUtcNow());
        else
            stage!.ConfirmAsChair(me.Person, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    // What was never opened has no report.
    private async Task<MeetingReport?> FactsAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct) =>
        await desk.ReadAsync(who, id, ct) is { Meeting.OpenedAt: not null } facts ? facts : null;

    private static Task<ReportStage?> StageAsync(WitaLiveDb db, MeetingId id, CancellationToken ct) => db.Set<ReportStage>().AsNoTracking().SingleOrDefaultAsync(s => s.MeetingId == id, ct);
}

/// <summary>A remark is read by members who may have stepped aside from the item it speaks of.</summary>
public sealed record RemarkNamesApplicant(string Name) : Refusal
{
    public override ImmutableArray<object> Gaps => [Name];
}

/// <summary>Somebody else has saved a version of this text since the page was shown.</summary>
public sealed record TextWrittenMeanwhile : Refusal;

/// <summary>It is not the report that was read any more.</summary>
public sealed record ReportChangedMeanwhile : Refusal;

/// <summary>Somebody else has put facts of this report right since the page was shown.</summary>
public sealed record FactsCorrectedMeanwhile : Refusal;
