using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Reports;

/// <summary>A report that somebody has to supply.</summary>
public sealed record ReportDue(MeetingId Meeting, ChamberId Chamber, DateTimeOffset StartsAt, DateOnly DueOn, bool IsUrgent);

/// <summary>Reads the report of a meeting for those who may: <see cref="ReportDesk"/> says who. Members read it once it is supplied.</summary>
public sealed class ReportReading(ReportDesk desk, ReportLending lending, ReportComposer composer, IDbContextFactory<WitaLiveDb> databases, RuleBook rules, TimeProvider clock)
{
    private static readonly ImmutableArray<MeetingState> s_over = [MeetingState.Closed, MeetingState.Adjourned];

    /// <summary>Null when there is no such report, or none that this person may read yet.</summary>
    public async Task<ReportSheet?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var own = await desk.ReadAsync(who, id, ct);
        // Of another chamber: only what is lent to theirs, once its own members have it.
        if ((own ?? (await lending.MayReadAsync(who, id, ct) ? await desk.LentAsync(id, ct) : null)) is not { Meeting.OpenedAt: not null } facts)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var stage = await db.Set<ReportStage>().AsNoTracking().SingleOrDefaultAsync(s => s.MeetingId == id, ct);
        var isSecretariat = Policies.Allow(who, Policies.Secretariat);
        if (!isSecretariat && stage is null)
            return null;
        facts.IsWithoutApplicants = !isSecretariat; // as on the page, which names none to anybody

        var me = SignedInPerson.Of(who)!.Id;
        var rule = rules.On(facts.Plan.StartsAt.DayInBrussels()).Reports;
        var parts = await db.Set<ReportPart>().AsNoTracking().Where(p => p.MeetingId == id).OrderBy(p => p.Version).ToListAsync(ct);
        var remarks = await db.Set<ReportRemark>().AsNoTracking().Where(r => r.MeetingId == id).OrderBy(r => r.MadeAt).ToListAsync(ct);
        var (next, earlier) = await NeighboursAsync(db, id, facts, ct);
        var earlierRemarks = await db.Set<ReportRemark>().AsNoTracking().Where(r => earlier.Select(m => m.Id).Contains(r.MeetingId)).OrderBy(r => r.MadeAt).ToListAsync(ct);
        var names = await NamesAsync(db, [.. parts.Select(p => p.WrittenBy), .. remarks.Concat(earlierRemarks).Select(r => r.AuthorId), .. new[] { stage?.ChairId, stage?.SecretaryId }.OfType<PersonId>()], ct);
        return new(
            facts, composer.Compose(facts), ProgressOf(facts, stage),
            facts.Meeting.EndedAt is { } ended ? ReportProgress.DueOn(ended.DayInBrussels(), rule) : null, rule.Source, stage)
        {
            Parts = [.. parts.Select(p => new ShownVersion(p, names.GetValueOrDefault(p.WrittenBy)))],
            Remarks = Shown(remarks, names, me),
            Earlier = [.. earlier.Select(m => new EarlierRemarks(m.Id, m.StartsAt, Shown(earlierRemarks.Where(r => r.MeetingId == m.Id), names, me))).Where(e => e.Remarks.Length > 0)],
            Confirmed = (NameOf(stage?.ChairId), NameOf(stage?.SecretaryId)),
            IsSecretariat = isSecretariat,
            IsLent = own is null,
            Loans = isSecretariat ? await lending.AskedAsync(who, id, ct) : [],
            IsChair = MayConfirmAsChair(facts, me),
            HasSatSince = stage is not null && next is { } sat && sat > stage.SuppliedAt,
        };

        string? NameOf(PersonId? person) => person is { } one ? names.GetValueOrDefault(one) : null;
    }

    /// <summary>Whether there is a report that this person may read: the secretariat from the opening on, whoever else may read the meeting once it is supplied.</summary>
    public async Task<bool> IsThereAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (Policies.Allow(who, Policies.Secretariat))
            return true;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ReportStage>().AnyAsync(s => s.MeetingId == id, ct);
    }

    /// <summary>Reports that are not supplied yet, those first that are due first.</summary>
    public async Task<ImmutableArray<ReportDue>> DueAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var today = clock.GetUtcNow().DayInBrussels();
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = await db.Set<PlannedMeeting>().AsNoTracking()
            .Where(m => s_over.Contains(m.State) && !db.Set<ReportStage>().Any(s => s.MeetingId == m.Id))
            .Select(m => new { m.Id, m.ChamberId, m.StartsAt }).ToListAsync(ct);
        return
        [
            .. waiting.OrderBy(m => m.StartsAt).Select(m =>
            {
                var (day, rule) = (m.StartsAt.DayInBrussels(), rules.On(m.StartsAt.DayInBrussels()).Reports);
                return new ReportDue(m.Id, m.ChamberId, m.StartsAt, ReportProgress.DueOn(day, rule), ReportProgress.IsUrgent(day, rule, today));
            }),
        ];
    }

    /// <summary>Reports that this person can confirm: their chamber has sat again since they were supplied.</summary>
    public async Task<ImmutableArray<(MeetingId Meeting, DateTimeOffset StartsAt)>> ToConfirmAsync(ClaimsPrincipal who, int most, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var (me, isSecretariat) = (SignedInPerson.Of(who)!.Id, Policies.Allow(who, Policies.Secretariat));
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await (
            from stage in db.Set<ReportStage>().AsNoTracking()
            join meeting in db.Set<PlannedMeeting>().AsNoTracking() on stage.MeetingId equals meeting.Id
            where isSecretariat ? stage.SecretaryAt == null : stage.ChairAt == null
            where db.Set<PlannedMeeting>().Any(m => m.ChamberId == meeting.ChamberId && m.State == MeetingState.Closed && m.StartsAt > meeting.StartsAt && (m.OpenedAt ?? m.StartsAt) > stage.SuppliedAt)
            orderby meeting.StartsAt
            select new { meeting.Id, meeting.StartsAt }).ToListAsync(ct);
        var own = ImmutableArray.CreateBuilder<(MeetingId, DateTimeOffset)>();
        foreach (var report in open.TakeWhile(_ => own.Count < most))
            if (isSecretariat || (await desk.ReadAsync(who, report.Id, ct) is { } facts && MayConfirmAsChair(facts, me)))
                own.Add((report.Id, report.StartsAt));
        return own.ToImmutable();
    }

    /// <summary>Whoever led the meeting, or may by election or office. A jurist of the secretariat, who only stands in, may for a meeting that they led.</summary>
    internal bool MayConfirmAsChair(MeetingReport facts, PersonId person)
    {
        var composition = rules.On(facts.Plan.StartsAt.DayInBrussels()).Composition;
        return facts.Presided.Exists(p => p.Presider?.Person == person)
            || facts.Plan.Presiders.Any(p => p.Person == person && composition.HolderOf(p.Role) is not ChairHolder.Jurists);
    }

    internal static ReportProgress ProgressOf(MeetingReport facts, ReportStage? stage) =>
        new(facts.Meeting.IsOver ? facts.Meeting.EndedAt : null, stage?.SuppliedAt, stage?.ChairAt is not null, stage?.SecretaryAt is not null);

    /// <summary>When the chamber last sat after a meeting, and the one meeting before it, if any: remarks on its report are taken at this one.</summary>
    internal static async Task<(DateTimeOffset? Next, List<(MeetingId Id, DateTimeOffset StartsAt)> Earlier)> NeighboursAsync(
        WitaLiveDb db, MeetingId id, MeetingReport facts, CancellationToken ct)
    {
        var chamber = await db.Set<PlannedMeeting>().Where(m => m.Id == id).Select(m => m.ChamberId).SingleAsync(ct);
        var others = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.ChamberId == chamber && m.Id != id && m.State == MeetingState.Closed)
            .Select(m => new { m.Id, m.StartsAt, m.OpenedAt }).ToListAsync(ct);
        var startsAt = facts.Plan.StartsAt;
        var before = others.Where(m => m.StartsAt < startsAt).OrderByDescending(m => m.StartsAt).Take(1).Select(m => (m.Id, m.StartsAt)).ToList();
        return (others.Where(m => m.StartsAt > startsAt).Select(m => m.OpenedAt ?? (DateTimeOffset?)m.StartsAt).Max(), before);
    }

    private static async Task<Dictionary<PersonId, string>> NamesAsync(WitaLiveDb db, PersonId[] people, CancellationToken ct) =>
        await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, ct);

    private static ImmutableArray<ShownRemark> Shown(IEnumerable<ReportRemark> remarks, Dictionary<PersonId, string> names, PersonId me) =>
        [.. remarks.Select(r => new ShownRemark(r.Id, r.IsNamed ? names.GetValueOrDefault(r.AuthorId) : null, r.Text, r.AuthorId == me))];
}
