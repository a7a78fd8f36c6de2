using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.App.Interpretation;

/// <param name="Asker">Full name; empty when the account is gone.</param>
/// <param name="Answerer">Full name; empty until it is answered.</param>
/// <param name="HasFile">The file from which it was asked is still kept.</param>
public sealed record InterpretationLine(InterpretationQuestion Question, string Asker, string Answerer, bool HasFile);

/// <summary>Reads questions of interpretation, for the secretariat and its jurists.</summary>
public sealed class InterpretationReading(IDbContextFactory<WitaLiveDb> databases)
{
    /// <summary>What waits first, longest wait on top; then what is answered, newest answer on top.</summary>
    /// <param name="words">All of them stand in title, question or answer; null or empty for all.</param>
    public async Task<ImmutableArray<InterpretationLine>> ListAsync(ClaimsPrincipal who, string? words, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Colleagues);
        var sought = SearchText.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await using var db = await databases.CreateDbContextAsync(ct);
        // Some dozens a year: read whole, so that accents and capitals need no index of their own.
        var found = (await db.Set<InterpretationQuestion>().AsNoTracking().ToListAsync(ct)).Where(q => HasAll(q, sought));
        return await WithNamesAsync(db, [.. found.OrderBy(q => q.AnsweredAt is not null).ThenBy(q => q.AnsweredAt is { } at ? -at.UtcTicks : q.AskedAt.UtcTicks)], ct);
    }

    /// <summary>Those asked from one file, the oldest first.</summary>
    public async Task<ImmutableArray<InterpretationLine>> OfFileAsync(ClaimsPrincipal who, FileId file, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await WithNamesAsync(db, await db.Set<InterpretationQuestion>().AsNoTracking().Where(q => q.FileId == file).OrderBy(q => q.AskedAt).ToListAsync(ct), ct);
    }

    /// <summary>One of them, or null.</summary>
    public async Task<InterpretationLine?> ReadAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Colleagues);
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await WithNamesAsync(db, await db.Set<InterpretationQuestion>().AsNoTracking().Where(q => q.Id == id).ToListAsync(ct), ct)).FirstOrDefault();
    }

    public async Task<int> WaitingAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Colleagues);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<InterpretationQuestion>().CountAsync(q => q.AnsweredAt == null, ct);
    }

    private static bool HasAll(InterpretationQuestion question, string[] sought)
    {
        var text = sought.Length == 0 ? "" : SearchText.Fold($"{question.Title} {question.Text} {question.Answer}");
        return Array.TrueForAll(sought, word => text.Contains(word, StringComparison.Ordinal));
    }

    private static async Task<ImmutableArray<InterpretationLine>> WithNamesAsync(WitaLiveDb db, List<InterpretationQuestion> questions, CancellationToken ct)
    {
        var ids = questions.Select(q => q.AskedBy).Concat(questions.Where(q => q.AnsweredBy is not null).Select(q => q.AnsweredBy!.Value)).Distinct().ToList();
        var names = (await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.FullName);
        var files = questions.Select(q => q.FileId).Distinct().ToList();
        var kept = (await db.Set<ApplicationFile>().Where(f => files.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
        return [.. questions.Select(q => new InterpretationLine(q, names.GetValueOrDefault(q.AskedBy, ""), q.AnsweredBy is { } by ? names.GetValueOrDefault(by, "") : "", kept.Contains(q.FileId)))];
    }
}
