using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Papers;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Profiles;

/// <summary>Papers that prove what a profile says: kept by content, shown to their owner, to the secretariat, and to members with the file they belong to.</summary>
public sealed class ProofDesk(IDbContextFactory<WitaLiveDb> databases, PaperFiles files, ProfileDesk profiles, FileForMembers members)
{
    /// <param name="about">The id of an activity, an income or an inactivity; null for the profile itself.</param>
    /// <param name="name">As the sender calls it.</param>
    /// <param name="known">Its id, when it has one already: added twice, it is there once.</param>
    public async Task<Refusal?> AddAsync(ClaimsPrincipal who, Guid? about, string name, Stream content, CancellationToken ct, Guid? known = null)
    {
        Policies.Demand(who, Policies.Account);
        switch (await KeepAsync(who, name, content, ct, known))
        {
            case Result<Proof>.Ok(var kept):
                var hash = await HashAsync(kept.Id, ct);
                var full = await profiles.ChangeAsync(
                    who, profile => profile.Proofs.Any(p => p.Id == kept.Id) ? profile : profile with { Proofs = profile.Proofs.Add(kept with { About = about, Hash = hash }) }, ct);
                if (full is not null)
                    await ForgetAsync(SignedInPerson.Of(who)!.Id, kept.Id, ct);
                return full;
            case Result<Proof>.Refused(var why):
                return why;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<string?> HashAsync(ProofId id, CancellationToken ct)
    {
        await using var content = files.Open(id.Value);
        return content is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }

    /// <summary>A link to what shows the work: a site, a recording, a review.</summary>
    public async Task<Refusal?> AddLinkAsync(ClaimsPrincipal who, Guid? about, string typed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        return ProofLink.Of(new(Guid.CreateVersion7()), about, typed) switch
        {
            Result<Proof>.Ok(var link) => await profiles.ChangeAsync(who, profile => profile with { Proofs = profile.Proofs.Add(link) }, ct),
            Result<Proof>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Says of what was added for no line which one it proves.</summary>
    public async Task<Refusal?> TieAsync(ClaimsPrincipal who, ProofId id, Guid line, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        return await profiles.ChangeAsync(who, profile => profile.Tie(id, line), ct);
    }

    /// <summary>A paper that goes with an answer and not into the profile.</summary>
    /// <param name="known">Its id, when it has one already: kept twice, it is there once.</param>
    public async Task<Result<Proof>> KeepAsync(ClaimsPrincipal who, string name, Stream content, CancellationToken ct, Guid? known = null)
    {
        Policies.Demand(who, Policies.Account);
        switch (await files.KeepAsync(name, content, ct, known))
        {
            case Result<Paper>.Ok(var paper):
                await using (var db = await databases.CreateDbContextAsync(ct))
                {
                    if (await db.Set<StoredProof>().AnyAsync(p => p.Id == new ProofId(paper.Id), ct))
                        return new Proof(new(paper.Id), null, paper.Name, paper.ContentType, paper.Size);
                    db.Add(new StoredProof
                    {
                        Id = new(paper.Id), PersonId = SignedInPerson.Of(who)!.Id, Name = paper.Name, ContentType = paper.ContentType, Size = paper.Size, AddedAt = paper.AddedAt,
                    });
                    await db.SaveChangesAsync(ct);
                }
                return new Proof(new(paper.Id), null, paper.Name, paper.ContentType, paper.Size);
            case Result<Paper>.Refused(var why):
                return why;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>One's own papers among these, as an answer takes them along.</summary>
    public async Task<ImmutableArray<Proof>> KeptAsync(ClaimsPrincipal who, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var (me, wanted) = (SignedInPerson.Of(who)!.Id, ids.Select(id => new ProofId(id)).ToList());
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.Set<StoredProof>().AsNoTracking().Where(p => p.PersonId == me && wanted.Contains(p.Id)).OrderBy(p => p.AddedAt).ToListAsync(ct))
            .Select(p => new Proof(p.Id, null, p.Name, p.ContentType, p.Size))];
    }

    /// <summary>Takes a paper out of the profile. One that went with an application stays where that application is read.</summary>
    public async Task<Refusal?> RemoveAsync(ClaimsPrincipal who, ProofId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        if (await profiles.ChangeAsync(who, profile => profile with { Proofs = profile.Proofs.RemoveAll(proof => proof.Id == id) }, ct) is { } why)
            return why;
        var me = SignedInPerson.Of(who)!.Id;
        if (!await IsSentAsync(me, id, ct))
            await ForgetAsync(me, id, ct);
        return null;
    }

    /// <summary>Removes a paper that was kept for an answer and went with none.</summary>
    internal async Task ForgetUnsentAsync(PersonId owner, ProofId id, CancellationToken ct)
    {
        if (!await IsSentAsync(owner, id, ct))
            await ForgetAsync(owner, id, ct);
    }

    // It stands in what was sent in, or in a step that came after it.
    private async Task<bool> IsSentAsync(PersonId owner, ProofId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var written = id.Value.ToString();
        var mine = db.Set<ApplicationFile>().Where(f => f.ApplicantId == owner).Select(f => f.Id);
        return await db.Set<FileSnapshot>().AnyAsync(s => mine.Contains(s.FileId) && s.Payload.Contains(written), ct)
            || await db.Set<ApplicationStep>().AnyAsync(s => mine.Contains(s.FileId) && s.Payload.Contains(written), ct);
    }

    private async Task ForgetAsync(PersonId owner, ProofId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<StoredProof>().Where(p => p.Id == id && p.PersonId == owner).ExecuteDeleteAsync(ct) == 1)
            files.Remove(id.Value);
    }

    /// <summary>A paper and its bytes; null when there is none, or none that this person may read.</summary>
    public async Task<(StoredProof Proof, Stream Content)?> OpenAsync(ClaimsPrincipal who, ProofId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Account);
        var me = SignedInPerson.Of(who)!;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<StoredProof>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } proof
            && (proof.PersonId == me.Id || await members.MayOpenAsync(who, proof.PersonId, id, ct)) && files.Open(id.Value) is { } content ? (proof, content) : null;
    }
}
