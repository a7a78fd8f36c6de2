using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Principles;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>Writes proposals, has them discussed and takes them back. Adopting is no act of anybody here: a ballot of the plenary does it.</summary>
/// <remarks>Source: rules of procedure, art. 35 § 2 and 36.</remarks>
public sealed class ProposalDesk(IDbContextFactory<WitaLiveDb> databases, AdoptedTexts texts, RuleBook rules, TimeProvider clock)
{
    /// <param name="id">Null for a new one.</param>
    /// <param name="revision">The one that was read; another one meanwhile refuses.</param>
    public Task<Result<ProposalId>> SaveAsync(ClaimsPrincipal who, ProposalId? id, int revision, Proposal proposal, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return Anew.UntilWrittenAsync<Result<ProposalId>>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var stored = id is { } known ? await db.Set<StoredProposal>().SingleOrDefaultAsync(p => p.Id == known, ct) : null;
            if (id is not null && stored is null)
                return new NoSuchProposal();
            if (stored is { Course.CanBeWritten: false })
                return new ProposalIsSettled();
            if (stored is not null && stored.Revision != revision)
                return new ProposalChangedMeanwhile();
            if (stored is null)
                db.Add(stored = new() { Id = new(Guid.CreateVersion7()), Number = await NextNumberAsync(db, ct), CreatedAt = clock.GetUtcNow() });
            var written = proposal is { Subject: ProposalSubject.Principle, Change: ProposalChange.Begin } ? proposal with { Code = stored.Number } : proposal;
            if (await FlawAsync(db, written, ct) is { } why)
                return why;
            // Members have it before them: it names nobody in any version.
            if (stored.Stage is ProposalStage.Discussed && Certain(await KnownPeople.FindAsync(db, written.Wording, ct)) is > 0 and var places)
                return new ProposalNamesSomebody(places);
            stored.Write(written);
            await db.SaveChangesAsync(ct);
            return stored.Id;
        }, ct);
    }

    /// <summary>Lays it before the members, once nothing in it names anybody.</summary>
    /// <param name="isRead">Whoever proposes it has read it for whatever else would let somebody be recognised.</param>
    public Task<Refusal?> ProposeAsync(ClaimsPrincipal who, ProposalId id, bool isRead, CancellationToken ct) => ChangeAsync(who, id, async (db, stored) =>
    {
        var proposal = stored.Read();
        if (await FlawAsync(db, proposal, ct) is { } flaw)
            return flaw;
        switch (stored.Course.Propose(Certain(await KnownPeople.FindAsync(db, proposal.Wording, ct)), isRead))
        {
            case Result<ProposalCourse>.Refused(var why):
                return why;
            case Result<ProposalCourse>.Ok(var course):
                (stored.Course, stored.ReadOverBy) = (course, SignedInPerson.Of(who)!.Id);
                break;
        }
        return null;
    }, ct);

    public Task<Refusal?> WithdrawAsync(ClaimsPrincipal who, ProposalId id, CancellationToken ct) => ChangeAsync(who, id, (_, stored) =>
    {
        switch (stored.Course.Withdraw())
        {
            case Result<ProposalCourse>.Refused(var why):
                return Task.FromResult<Refusal?>(why);
            case Result<ProposalCourse>.Ok(var course):
                stored.Course = course;
                break;
        }
        return Task.FromResult<Refusal?>(null);
    }, ct);

    /// <summary>Anyone of the Commission, as long as it is discussed or stands on an agenda.</summary>
    /// <param name="remark">Made by the sender: sent twice, it is one remark.</param>
    public async Task<Refusal?> RemarkAsync(ClaimsPrincipal who, ProposalId id, Guid remark, string typed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var text = FreeText.Of(typed);
        if (text.Length is 0 or > ProposalRemark.LongestText)
            return new RemarkUnusable(ProposalRemark.LongestText);
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<StoredProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } stored)
                return new NoSuchProposal();
            if (stored.Stage is not (ProposalStage.Discussed or ProposalStage.OnAgenda))
                return new ProposalNotDiscussed();
            if (await db.Set<ProposalRemark>().AnyAsync(r => r.Id == remark, ct))
                return null;
            db.Add(new ProposalRemark { Id = remark, ProposalId = id, By = SignedInPerson.Of(who)!.Id, At = clock.GetUtcNow(), Text = text });
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    private Task<Refusal?> ChangeAsync(ClaimsPrincipal who, ProposalId id, Func<WitaLiveDb, StoredProposal, Task<Refusal?>> change, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<StoredProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } stored)
                return new NoSuchProposal();
            if (await change(db, stored) is { } why)
                return why;
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    private async Task<Refusal?> FlawAsync(WitaLiveDb db, Proposal proposal, CancellationToken ct)
    {
        var inForce = rules.On(texts.Today);
        if (proposal.Flaw(inForce.Principles, inForce.Composition.Domains) is { } why)
            return why;
        var there = (await texts.ReadAsync(db, proposal.Subject, proposal.Code, ct)).FirstOrDefault();
        if (proposal is { Change: ProposalChange.Begin, Subject: ProposalSubject.Activity } && there is not null)
            return new ActivityCodeTaken(proposal.Code);
        if (proposal.Change is not ProposalChange.Begin && there?.Versions[^1] is not { Until: null })
            return new NothingToChange(proposal.Code);
        if (proposal.Activities.IsEmpty)
            return null;
        var cadastre = (await texts.ReadAsync(db, ProposalSubject.Activity, null, ct)).Select(entry => entry.Code).ToHashSet();
        return proposal.Activities.FirstOrDefault(code => !cadastre.Contains(code)) is { } unknown ? new NothingToChange(unknown) : null;
    }

    private async Task<string> NextNumberAsync(WitaLiveDb db, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{texts.Today.Year}-{Proposal.NumberLetter}-");
        var last = await db.Set<StoredProposal>().Where(p => p.Number.StartsWith(prefix)).MaxAsync(p => (string?)p.Number, ct);
        var next = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:0000}");
    }

    private static int Certain(ImmutableArray<Trace> traces) => traces.Count(trace => trace.IsCertain);
}
