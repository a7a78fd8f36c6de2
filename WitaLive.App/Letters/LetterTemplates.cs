using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Letters;

/// <summary>The words each letter has now: the newest the secretariat saved, otherwise those that were shipped.</summary>
public sealed class LetterTemplates(ShippedLetters shipped)
{
    /// <returns>Those saved; for the others, what was shipped holds.</returns>
    public async Task<LetterTemplatesNow> ReadAsync(WitaLiveDb db, CancellationToken ct)
    {
        var newest = await db.Set<LetterVersion>().AsNoTracking()
            .Where(v => !db.Set<LetterVersion>().Any(later => later.Kind == v.Kind && later.Language == v.Language && later.Number > v.Number))
            .ToListAsync(ct);
        return new(shipped, newest
            .Select(v => (Key: (v.Kind, v.Language), Letter: LetterTemplate.Read(v.Kind, v.Subject, v.Body)))
            .Where(read => read.Letter is Result<LetterTemplate>.Ok) // one that no longer fits the fields of this version of the app is passed over
            .ToImmutableDictionary(read => read.Key, read => ((Result<LetterTemplate>.Ok)read.Letter).Value));
    }
}

public sealed class LetterTemplatesNow(ShippedLetters shipped, ImmutableDictionary<(LetterKind, string), LetterTemplate> saved)
{
    public LetterTemplate this[LetterKind kind, string language] => saved.TryGetValue((kind, language), out var own) ? own : shipped[kind, language];
}
