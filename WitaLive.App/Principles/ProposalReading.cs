using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <param name="IsChanged">Its text is another one than the reader read.</param>
public sealed record ProposalLine(ProposalId Id, string Number, Proposal Proposal, ProposalStage Stage, DateOnly? AdoptedOn, int Remarks, bool IsChanged);

/// <summary>A plenary that is planned.</summary>
/// <param name="WhyNot">Why no proposal can go on its agenda any more; null when one can.</param>
public sealed record PlannedPlenary(MeetingId Id, DateTimeOffset StartsAt, Refusal? WhyNot);

public sealed record SaidRemark(Guid Id, string By, DateTimeOffset At, string Text);

/// <param name="Before">What it would change, as it holds or held last; null for something new.</param>
/// <param name="Traces">For the secretariat, while it can still be written.</param>
/// <param name="Meetings">Those that could adopt it, also when it comes too late for them.</param>
/// <param name="IsReadOver">Somebody has said to have read it as it is written now.</param>
/// <param name="Cadastre">Where it concerns activities: to call them by their titles.</param>
/// <param name="Texts">What members had before them.</param>
public sealed record ProposalSheet(
    ProposalLine Line, int Revision, DateTimeOffset? MeetingOn, MeetingId? Meeting, ImmutableArray<SaidRemark> Remarks, DatedVersion<AdoptedText>? Before,
    ImmutableArray<Trace> Traces, ImmutableArray<PlannedPlenary> Meetings, bool IsReadOver, ImmutableArray<AdoptedHistory> Cadastre, ProposalVersionSheet Texts)
{
    /// <summary>When anyone can read what was adopted; null before, and once they can.</summary>
    public DateTimeOffset? PublishedFrom { get; init; }
}

/// <summary>Proposals as the Commission reads them: all for the secretariat, for members those that are discussed or were.</summary>
public sealed class ProposalReading(IDbContextFactory<WitaLiveDb> databases, AdoptedTexts texts, LateItems late, RuleBook rules)
{
    public async Task<ImmutableArray<ProposalLine>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var seesAll = Policies.Allow(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Set<StoredProposal>().AsNoTracking()
            .Where(p => seesAll || (p.Stage != ProposalStage.Draft && p.Stage != ProposalStage.Withdrawn))
            .OrderByDescending(p => p.Number)
            .Select(p => new { Row = p, Remarks = db.Set<ProposalRemark>().Count(r => r.ProposalId == p.Id) }).ToListAsync(ct);
        var changed = await ProposalVersions.ChangedAsync(db, SignedInPerson.Of(who)!.Id, ct);
        return [.. rows.Select(row => Line(row.Row, row.Remarks, changed.Contains(row.Row.Id)))];
    }

    /// <summary>Null when there is none, or none for this reader.</summary>
    public async Task<ProposalSheet?> ReadAsync(ClaimsPrincipal who, ProposalId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var isSecretariat = Policies.Allow(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<StoredProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } stored
            || (!isSecretariat && stored.Stage is ProposalStage.Draft or ProposalStage.Withdrawn))
            return null;
        var remarks = await (
            from remark in db.Set<ProposalRemark>().AsNoTracking()
            where remark.ProposalId == id
            join person in db.Persons on remark.By equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            orderby remark.At
            select new { remark.Id, remark.At, remark.Text, Given = person == null ? "" : person.GivenName, Family = person == null ? "" : person.FamilyName }).ToListAsync(ct);
        var (proposal, meeting) = (stored.Read(), stored.MeetingId);
        var before = proposal.Change is ProposalChange.Begin ? null : (await texts.ReadAsync(db, proposal.Subject, proposal.Code, ct)).FirstOrDefault();
        var versions = await ProposalVersions.ReadAsync(db, SignedInPerson.Of(who)!.Id, id, ct);
        return new(
            Line(stored, remarks.Count, versions.ChangedSince is not null),
            stored.Revision,
            meeting is null ? null : await db.Set<PlannedMeeting>().Where(m => m.Id == meeting).Select(m => (DateTimeOffset?)m.StartsAt).SingleOrDefaultAsync(ct),
            meeting,
            [.. remarks.Select(r => new SaidRemark(r.Id, $"{r.Given} {r.Family}".Trim(), r.At, r.Text))],
            before?.Versions.LastOrDefault(version => version.Content.Number != stored.Number),
            isSecretariat && stored.Course.CanBeWritten && proposal.Change is not ProposalChange.End ? await KnownPeople.FindAsync(db, proposal, ct) : [],
            isSecretariat && stored.Stage is ProposalStage.Discussed ? await MeetingsAsync(db, ct) : [],
            stored.ReadOverBy is not null,
            proposal.Activities.IsEmpty ? [] : await texts.ReadAsync(db, ProposalSubject.Activity, null, ct),
            versions)
        {
            PublishedFrom = stored.AdoptedAt is { } adopted && !texts.IsTold(adopted) ? texts.ToldFrom(adopted) : null,
        };
    }

    private async Task<ImmutableArray<PlannedPlenary>> MeetingsAsync(WitaLiveDb db, CancellationToken ct)
    {
        var formation = rules.On(texts.Today).Principles.AdoptedBy;
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => m.Formation == formation && m.State == MeetingState.Planned && m.CancelledAt == null)
            .OrderBy(m => m.StartsAt).ToListAsync(ct);
        return [.. meetings.Select(m => new PlannedPlenary(m.Id, m.StartsAt, late.WhyNoProposal(m, rules.On(m.StartsAt.DayInBrussels()))))];
    }

    private static ProposalLine Line(StoredProposal stored, int remarks, bool isChanged) => new(stored.Id, stored.Number, stored.Read(), stored.Stage, stored.AdoptedOn, remarks, isChanged);
}
