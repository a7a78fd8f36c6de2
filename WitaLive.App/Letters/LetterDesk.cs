using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Letters;

/// <summary>The secretariat's own words for letters: saved as new versions, never over old ones; any version can be taken up again.</summary>
public sealed class LetterDesk(IDbContextFactory<WitaLiveDb> databases, ShippedLetters shipped, TimeProvider clock)
{
    public async Task<LetterSheet> ReadAsync(ClaimsPrincipal who, LetterKind kind, string language, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var first = shipped[kind, language];
        await using var db = await databases.CreateDbContextAsync(ct);
        var versions = await db.Set<LetterVersion>().AsNoTracking().Where(v => v.Kind == kind && v.Language == language).OrderByDescending(v => v.Number).ToListAsync(ct);
        var savers = versions.Select(v => v.SavedBy).OfType<PersonId>().Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => savers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        return new(
            kind, language, versions.FirstOrDefault()?.Number ?? 0, versions.FirstOrDefault()?.Subject ?? first.Subject, versions.FirstOrDefault()?.Body ?? first.Body,
            [
                .. versions.Select(v => new LetterVersionLine(v.Number, v.SavedAt, v.SavedBy is { } by ? names.GetValueOrDefault(by) : null, v.Subject)),
                new(0, null, null, first.Subject),
            ]);
    }

    /// <param name="basedOn">The number of the version that was changed: a newer one meanwhile refuses it.</param>
    /// <returns>The refusal, or null when it is saved.</returns>
    public async Task<Refusal?> SaveAsync(ClaimsPrincipal who, LetterKind kind, string language, int basedOn, string subject, string body, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (!Person.Languages.Contains(language))
            throw new ArgumentException($"Letters are not written in {language}.", nameof(language));
        switch (LetterTemplate.Read(kind, subject, body))
        {
            case Result<LetterTemplate>.Refused(var why):
                return why;
            case Result<LetterTemplate>.Ok(var letter):
                await using (var db = await databases.CreateDbContextAsync(ct))
                    return await AddAsync(db, new()
                    {
                        Kind = kind, Language = language, Number = basedOn + 1, Subject = letter.Subject, Body = letter.Body,
                        SavedAt = clock.GetUtcNow(), SavedBy = SignedInPerson.Of(who)?.Id,
                    }, ct);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Makes an earlier version the newest.</summary>
    /// <param name="number">0 for the words that were shipped.</param>
    public async Task<Refusal?> RestoreAsync(ClaimsPrincipal who, LetterKind kind, string language, int basedOn, int number, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (number == 0)
            return await SaveAsync(who, kind, language, basedOn, shipped[kind, language].Subject, shipped[kind, language].Body, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var earlier = await db.Set<LetterVersion>().AsNoTracking().SingleAsync(v => v.Kind == kind && v.Language == language && v.Number == number, ct);
        return await SaveAsync(who, kind, language, basedOn, earlier.Subject, earlier.Body, ct);
    }

    private static async Task<Refusal?> AddAsync(WitaLiveDb db, LetterVersion version, CancellationToken ct)
    {
        if (await db.Set<LetterVersion>().AnyAsync(v => v.Kind == version.Kind && v.Language == version.Language && v.Number >= version.Number, ct))
            return new LetterChangedMeanwhile();
        db.Add(version);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return new LetterChangedMeanwhile();
        }
    }
}
