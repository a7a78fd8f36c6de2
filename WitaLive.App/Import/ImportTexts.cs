using System.Globalization;
using System.Resources;
using WitaLive.App.Languages;

namespace WitaLive.App.Import;

public sealed class ImportTexts
{
    private static readonly ResourceManager s_texts = new(typeof(ImportTexts));

    /// <summary>What a text is in every language, the reader's own first: a sheet may have been filled in in any of them.</summary>
    internal static ImmutableArray<string> InEveryLanguage(string key) =>
        [.. Language.All.OrderByDescending(language => language == Language.Current).SelectMany(language => In(key, language).Split('|')).Distinct()];

    /// <summary>In the reader's language; where several words stand for one thing, the first.</summary>
    internal static string Here(string key) => In(key, Language.Current).Split('|')[0];

    private static string In(string key, Language language) =>
        s_texts.GetString(key, CultureInfo.GetCultureInfo(language.Code)) ?? throw new MissingManifestResourceException($"ImportTexts has no {key}.");
}
