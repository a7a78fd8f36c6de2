using System.Globalization;
using System.Text.Json;
using WitaLive.App.Languages;
using WitaLive.Domain;

namespace WitaLive.App.Rules;

/// <summary>The Commission's own words for what the rule data names, in the four languages: data/names.json.</summary>
public sealed class Names
{
    private const string SoftHyphen = "\u00ad";

    private readonly Dictionary<string, Dictionary<string, string>> _names;

    /// <exception cref="InvalidDataException">The text is not a list of names, or a name lacks a language.</exception>
    public Names(string json)
    {
        try
        {
            _names = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(json) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"names.json: {e.Message}", e);
        }
        foreach (var (key, name) in _names)
        {
            if (Language.All.FirstOrDefault(language => string.IsNullOrWhiteSpace(name.GetValueOrDefault(language.Code))) is { } missing)
                throw new InvalidDataException($"names.json, {key}: there is no name in {missing.Code}.");
            foreach (var language in Language.All)
                name[language.Code] = Typesetting.Set(name[language.Code], language.Code);
        }
    }

    public IEnumerable<string> Keys => _names.Keys;

    /// <param name="key">Such as group.experts or formation.enlarged.</param>
    /// <param name="culture">Null for the language of the screen or mail that is being made.</param>
    /// <returns>The bare code where nobody has given a name.</returns>
    public string Of(string key, CultureInfo? culture = null) => Breakable(key, culture).Replace(SoftHyphen, "", StringComparison.Ordinal);

    /// <summary>The same with the soft hyphens that its long words have in the file: for a narrow column, where not every browser knows how to break a word. Not for mails, sheets and attributes.</summary>
    /// <inheritdoc cref="Of(string, CultureInfo?)"/>
    public string Breakable(string key, CultureInfo? culture = null)
    {
        var language = Language.Find((culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName) ?? Language.Fallback;
        return _names.TryGetValue(key, out var name) ? name[language.Code] : key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>By language; the bare code where nobody has given a name.</summary>
    public ImmutableDictionary<string, string> InEveryLanguage(string key) =>
        Language.All.ToImmutableDictionary(language => language.Code, language => Of(key, language.Culture));

    public string Of(GroupCode group, CultureInfo? culture = null) => Of($"group.{group}", culture);

    public string Of(FormationCode formation, CultureInfo? culture = null) => Of($"formation.{formation}", culture);

    public string Of(ChairRole role, CultureInfo? culture = null) => Of($"role.{role.Value}", culture);

    /// <summary>Several articles, each text of the law named once: «rules of procedure, art. 5 § 2, 5 § 4, 23 § 1».</summary>
    public string OfSources(IEnumerable<string> sources, CultureInfo? culture = null) => string.Join(Typesetting.SemicolonIn(culture), sources.Distinct()
        .Select(source => source.Split(' ', 2))
        .GroupBy(parts => parts[0])
        .Select(text => OfSource(string.Join(' ', text.Key, string.Join(", ", text.Select(parts => parts[^1]))), culture)));

    /// <summary>An article or open point in full: "AR 4 §3" is «Royal decree of 13 March 2023, art. 4 § 3».</summary>
    public string OfSource(string source, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.StartsWith("O-", StringComparison.Ordinal))
            return string.Format(CultureInfo.InvariantCulture, Of("source.O", culture), source, Of($"openPoint.{source}", culture));
        return source.Split(' ', 2) is [var text, var article] && _names.ContainsKey($"source.{text}")
            ? string.Format(CultureInfo.InvariantCulture, Of($"source.{text}", culture), article.Replace("§", "§\u00a0", StringComparison.Ordinal))
            : source;
    }
}
