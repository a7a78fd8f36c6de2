using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <param name="By">Empty where nobody knows.</param>
public sealed record SaidVersion(int Number, Proposal Proposal, string By, DateTimeOffset At);

/// <param name="Versions">Earliest first; none of what was never laid before the members, or before versions were kept.</param>
/// <param name="Read">The one that the reader read last; null when they read none.</param>
public sealed record ProposalVersionSheet(ImmutableArray<SaidVersion> Versions, int? Read)
{
    public static ProposalVersionSheet Empty { get; } = new([], null);

    /// <summary>What the reader read last, when the text is another one now.</summary>
    public SaidVersion? ChangedSince => Read is { } read && !Versions.IsEmpty && Versions[^1].Number > read ? Versions.FirstOrDefault(version => version.Number == read) : null;
}

/// <summary>Keeps each text of a proposal that members had before them, and who read which: whoever read another one is told.</summary>
public sealed class ProposalVersions(IDbContextFactory<WitaLiveDb> databases, TimeProvider clock)
{
    /// <summary>For whoever reads the proposal itself.</summary>
    internal static async Task<ProposalVersionSheet> ReadAsync(WitaLiveDb db, PersonId me, ProposalId id, CancellationToken ct)
    {
        var rows = await (
            from version in db.Set<ProposalVersion>().AsNoTracking()
            where version.ProposalId == id
            join person in db.Persons on version.By equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            orderby version.Number
            select new { Row = version, Given = person == null ? "" : person.GivenName, Family = person == null ? "" : person.FamilyName }).ToListAsync(ct);
        var read = await db.Set<ProposalRead>().Where(r => r.ProposalId == id && r.ReaderId == me).Select(r => (int?)r.Number).SingleOrDefaultAsync(ct)
            ?? await RemarkedAsync(db, me, id, rows.Select(one => one.Row), ct);
        return new([.. rows.Select(one => new SaidVersion(one.Row.Number, one.Row.Read(), $"{one.Given} {one.Family}".Trim(), one.Row.At))], read);
    }

    /// <summary>The proposals that are discussed or stand on an agenda and whose text is another one than this person read.</summary>
    internal static async Task<ImmutableHashSet<ProposalId>> ChangedAsync(WitaLiveDb db, PersonId me, CancellationToken ct)
    {
        var rows = await db.Set<StoredProposal>().Where(p => p.Stage == ProposalStage.Discussed || p.Stage == ProposalStage.OnAgenda)
            .Select(p => new
            {
                p.Id,
                Last = db.Set<ProposalVersion>().Where(v => v.ProposalId == p.Id).OrderByDescending(v => v.Number).Select(v => new { v.Number, v.At }).FirstOrDefault(),
                Read = db.Set<ProposalRead>().Where(r => r.ProposalId == p.Id && r.ReaderId == me).Select(r => (int?)r.Number).FirstOrDefault(),
                Remarked = db.Set<ProposalRemark>().Where(r => r.ProposalId == p.Id && r.By == me).OrderByDescending(r => r.At).Select(r => (DateTimeOffset?)r.At).FirstOrDefault(),
            }).ToListAsync(ct);
        return [.. rows.Where(row => row.Last is { } last && (row.Read is { } read ? last.Number > read : last.At > row.Remarked)).Select(row => row.Id)];
    }

    /// <summary>Says which version was before the reader's eyes.</summary>
    public async Task MarkReadAsync(ClaimsPrincipal who, ProposalId id, int number, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        _ = await Anew.UntilWrittenAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Set<ProposalVersion>().AnyAsync(v => v.ProposalId == id && v.Number == number, ct))
                await ReadByAsync(db, id, me, number, ct);
            return await db.SaveChangesAsync(ct);
        }, ct);
    }

    /// <summary>Keeps the text that members have before them now, once; who wrote it has read it. The caller saves.</summary>
    /// <param name="before">What was there until now, for a proposal of which no version was kept yet.</param>
    internal async Task KeepAsync(WitaLiveDb db, StoredProposal stored, string? before, PersonId by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = await db.Set<ProposalVersion>().AsNoTracking().Where(v => v.ProposalId == stored.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (last is null && before is not null && before != stored.Payload)
            db.Add(last = new() { ProposalId = stored.Id, Number = 1, Payload = before, By = null, At = stored.CreatedAt });
        if (last?.Payload == stored.Payload)
            return;
        var number = (last?.Number ?? 0) + 1;
        db.Add(new ProposalVersion { ProposalId = stored.Id, Number = number, Payload = stored.Payload, By = by, At = now });
        await ReadByAsync(db, stored.Id, by, number, ct);
    }

    private async Task ReadByAsync(WitaLiveDb db, ProposalId id, PersonId reader, int number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<ProposalRead>().SingleOrDefaultAsync(r => r.ProposalId == id && r.ReaderId == reader, ct) is not { } read)
            db.Add(new ProposalRead { ProposalId = id, ReaderId = reader, Number = number, At = now });
        else if (read.Number < number)
            (read.Number, read.At) = (number, now);
    }

    // Who said something before it was kept who reads what had read what was there.
    private static async Task<int?> RemarkedAsync(WitaLiveDb db, PersonId me, ProposalId id, IEnumerable<ProposalVersion> versions, CancellationToken ct)
    {
        var at = await db.Set<ProposalRemark>().Where(r => r.ProposalId == id && r.By == me).OrderByDescending(r => r.At).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(ct);
        return at is { } said ? versions.LastOrDefault(version => version.At <= said)?.Number ?? versions.FirstOrDefault()?.Number : null;
    }
}
