using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.Domain;
using WitaLive.Domain.Ties;

namespace WitaLive.App.Conflicts;

/// <summary>What a person declares to be tied to.</summary>
public sealed class OwnTies(IDbContextFactory<WitaLiveDb> databases, JobBell bell, TimeProvider clock)
{
    private const int Most = 100;

    public async Task<ImmutableArray<DeclaredTie>> ReadAsync(PersonId who, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.Set<DeclaredTie>().AsNoTracking().Where(t => t.PersonId == who).OrderBy(t => t.Kind).ThenBy(t => t.Words).ToListAsync(ct)];
    }

    public async Task<Refusal?> AddAsync(PersonId who, TieKind kind, string words, CancellationToken ct)
    {
        var line = OneLine.Of(words);
        if (Tie.WhyNot(line) is { } why)
            return why;
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = await db.Set<DeclaredTie>().AsNoTracking().Where(t => t.PersonId == who).ToListAsync(ct);
        if (mine.Exists(t => t.Kind == kind && t.Words == line))
            return null;
        if (mine.Count >= Most)
            return new TooManyTies(Most);
        db.Add(new DeclaredTie { Id = Guid.CreateVersion7(), PersonId = who, Kind = kind, Words = line, AddedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        bell.Ring<FindConflicts>();
        return null;
    }

    /// <summary>What was already proposed because of it stays.</summary>
    public async Task RemoveAsync(PersonId who, Guid tie, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<DeclaredTie>().Where(t => t.Id == tie && t.PersonId == who).ExecuteDeleteAsync(ct);
    }
}

public sealed record TooManyTies(int Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Most];
}
