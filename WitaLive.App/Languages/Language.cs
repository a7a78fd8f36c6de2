using System.Globalization;

namespace WitaLive.App.Languages;

/// <summary>A language of the screens. Dates and numbers are written as in Belgium in each of them; in English, which is not spoken there by law, as in Britain.</summary>
public sealed record Language(string Code, string Name)
{
    public static readonly ImmutableArray<Language> All = [new("fr", "Français"), new("nl", "Nederlands"), new("de", "Deutsch"), new("en", "English")];

    /// <summary>For whoever asks for a language there is not.</summary>
    public static readonly Language Fallback = All.Single(language => language.Code == "en");

    public CultureInfo Culture { get; } = WithShortDays(CultureInfo.GetCultureInfo(Code == "en" ? "en-GB" : $"{Code}-BE"), Code == "de" ? "dd.MM.yyyy" : "dd'/'MM'/'yyyy");

    /// <summary>The language of the person whose screen or mail is being made now.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Fallback;

    /// <summary>By its code, or by the name of any culture that speaks it: «nl», «nl-NL».</summary>
    public static Language? Find(string? name) =>
        All.FirstOrDefault(language => name is not null
            && (name.Equals(language.Code, StringComparison.OrdinalIgnoreCase) || name.StartsWith($"{language.Code}-", StringComparison.OrdinalIgnoreCase)));

    // A day takes the same room wherever it stands: 01/02/2026, where the cultures of Belgium would have 1/02/2026.
    private static CultureInfo WithShortDays(CultureInfo culture, string pattern)
    {
        var own = (CultureInfo)culture.Clone();
        own.DateTimeFormat.ShortDatePattern = pattern;
        return CultureInfo.ReadOnly(own);
    }
}
