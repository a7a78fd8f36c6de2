using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Letters;

/// <summary>The words each letter has before anyone writes others: data/letters, one file a kind and language, its subject on the first line.</summary>
public sealed class ShippedLetters
{
    private readonly ImmutableDictionary<(LetterKind, string), LetterTemplate> _letters;

    /// <exception cref="InvalidDataException">A letter is missing, or has a field that there is not.</exception>
    public ShippedLetters(string folder) => _letters = (
        from kind in Enum.GetValues<LetterKind>()
        from language in Person.Languages
        select (kind, language)).ToImmutableDictionary(key => key, key => Read(folder, key.kind, key.language));

    public LetterTemplate this[LetterKind kind, string language] => _letters[(kind, language)];

    private static LetterTemplate Read(string folder, LetterKind kind, string language)
    {
        var file = Path.Combine(folder, $"{NameOf(kind)}.{language}.md");
        if (!File.Exists(file))
            throw new InvalidDataException($"{file} is missing.");
        var parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n\n", 2);
        return LetterTemplate.Read(kind, parts[0], parts.Length > 1 ? parts[1] : "") switch
        {
            Result<LetterTemplate>.Ok(var letter) => letter,
            Result<LetterTemplate>.Refused(var why) => throw new InvalidDataException($"{file}: {why.Key} {string.Join(' ', why.Gaps)}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string NameOf(LetterKind kind) => string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
