using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>Writes proposals, has them discussed and takes them back. Adopting is no act of anybody here: a ballot of the plenary does it.</summary>
/// <remarks>Source: rules of procedure, art. 35 § 2 and 36.</remarks>
public sealed class ProposalDesk(IDbContextFactory<WitaLiveDb> databases, ProposalChecks checks, ProposalVersions versions, TimeProvider clock)
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
            if (await ProposalChecks.SittingAsync(db, stored, ct) is { } sits)
                return sits;
            var written = await checks.AsItEndsAsync(db, proposal is { Subject: ProposalSubject.Principle, Change: ProposalChange.Begin } ? proposal with { Code = stored.Number } : proposal, ct);
            if (await checks.FlawAsync(db, written, ct) is { } why)
                return why;
            // Members have it before them: it names nobody in any version.
            if (stored.Stage is ProposalStage.Discussed && await ProposalChecks.NamesAsync(db, written, ct) is > 0 and var places)
                return new ProposalNamesSomebody(places);
            var before = stored.Payload;
            stored.Write(written);
            if (stored.Stage is ProposalStage.Discussed)
                await versions.KeepAsync(db, stored, before, SignedInPerson.Of(who)!.Id, ct);
            await db.SaveChangesAsync(ct);
            return stored.Id;
        }, ct);
    }

    /// <summary>Lays it before the members, once nothing in it names anybody.</summary>
    /// <param name="revision">The one that was read: nobody answers for what another wrote meanwhile.</param>
    /// <param name="isRead">Whoever proposes it has read it for whatever else would let somebody be recognised.</param>
    public Task<Refusal?> ProposeAsync(ClaimsPrincipal who, ProposalId id, int revision, bool isRead, CancellationToken ct) => ChangeAsync(who, id, revision, async (db, stored) =>
    {
        var proposal = stored.Read();
        if (await checks.FlawAsync(db, proposal, ct) is { } flaw)
            return flaw;
        switch (stored.Course.Propose(await ProposalChecks.NamesAsync(db, proposal, ct), isRead))
        {
            case Result<ProposalCourse>.Refused(var why):
                return why;
            case Result<ProposalCourse>.Ok(var course):
                (stored.Course, stored.ReadOverBy) = (course, SignedInPerson.Of(who)!.Id);
                await versions.KeepAsync(db, stored, null, SignedInPerson.Of(who)!.Id, ct);
                break;
        }
        return null;
    }, ct);

    public Task<Refusal?> WithdrawAsync(ClaimsPrincipal who, ProposalId id, int revision, CancellationToken ct) => ChangeAsync(who, id, revision, async (db, stored) =>
    {
        if (await ProposalChecks.SittingAsync(db, stored, ct) is { } sits)
            return sits;
        switch (stored.Course.Withdraw())
        {
            case Result<ProposalCourse>.Refused(var why):
                return why;
            case Result<ProposalCourse>.Ok(var course):
                stored.Course = course;
                break;
        }
        return null;
    }, ct);

    /// <summary>Anyone of the Commission, as long as it is discussed or stands on an agenda.</summary>
    /// <param name="remark">Made by the sender: sent twice, it is one remark.</param>
    public async Task<Refusal?> RemarkAsync(ClaimsPrincipal who, ProposalId id, Guid remark, string typed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var text = FreeText.Of(typed);
        if (text.Length is 0 or > ProposalRemark.LongestText)
            return new RemarkUnusable(ProposalRemark.LongestText);
        if (await NamedAsync(SignedInPerson.Of(who)!.Language, text, ct) is { } named)
            return named;
        return await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<StoredProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } stored)
                return new NoSuchProposal();
            if (await db.Set<ProposalRemark>().AnyAsync(r => r.Id == remark, ct))
                return null; // recorded, whatever became of the proposal since
            if (stored.Stage is not (ProposalStage.Discussed or ProposalStage.OnAgenda))
                return new ProposalNotDiscussed();
            db.Add(new ProposalRemark { Id = remark, ProposalId = id, By = SignedInPerson.Of(who)!.Id, At = clock.GetUtcNow(), Text = text });
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    // What surely names somebody, as in a question of interpretation: everyone reads it, and it stays.
    private async Task<RemarkNamesSomebody?> NamedAsync(string language, string text, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await KnownPeople.FindAsync(db, new Anonymity(Wording.Typed([], [new(language, text)])), ct)).FirstOrDefault(trace => trace.IsCertain) is { } trace ? new(trace.Found) : null;
    }

    private Task<Refusal?> ChangeAsync(ClaimsPrincipal who, ProposalId id, int revision, Func<WitaLiveDb, StoredProposal, Task<Refusal?>> change, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        return Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<StoredProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } stored)
                return new NoSuchProposal();
            if (stored.Revision != revision)
                return new ProposalChangedMeanwhile();
            if (await change(db, stored) is { } why)
                return why;
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
    }

    private async Task<string> NextNumberAsync(WitaLiveDb db, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().DayInBrussels().Year}-{Proposal.NumberLetter}-");
        var last = await db.Set<StoredProposal>().Where(p => p.Number.StartsWith(prefix)).MaxAsync(p => (string?)p.Number, ct);
        var next = last is null ? 1 : int.Parse(last[prefix.Length..], CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{next:0000}");
    }
}
