using System.Globalization;
using System.Text.RegularExpressions;

namespace WitaLive.App.Languages;

/// <summary>A text as it is printed in its language: an article keeps its number and a month its day in every one, and French has spaces of its own.</summary>
public static partial class Typesetting
{
    public static string Set(string text, string language)
    {
        text = BeforeMonth().Replace(text, "\u00a0");
        return language == "fr" ? FrenchSpaces.Set(text) : Inside().Replace(text, "\u00a0");
    }

    /// <summary>Between a word and what it introduces, where code puts the two together.</summary>
    public static string Colon => IsFrench(CultureInfo.CurrentUICulture) ? FrenchSpaces.Set(" : ") : ": ";

    /// <summary>Between the parts of a list that have commas of their own.</summary>
    public static string Semicolon => SemicolonIn(null);

    /// <param name="culture">Null for the language of the screen or mail that is being made.</param>
    public static string SemicolonIn(CultureInfo? culture) => IsFrench(culture ?? CultureInfo.CurrentUICulture) ? FrenchSpaces.Set(" ; ") : "; ";

    private static bool IsFrench(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr";

    // A gap stands for the number too: it is filled later.
    [GeneratedRegex(@"(?<=\b(?:[Aa]rt\.|[Aa]rtikel|[Aa]rticle)|§) (?=[\d{])|(?<=[\d}]) (?=%)")]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?<=\b\d\d?(?:\.|er)?) (?=(?:[Jj]anuar[iy]?|[Ff]ebruar[iy]?|M[aä]r(?:ch|z)|maart|[Aa]pril|Ma[iy]|mei|[Jj]un[ie]|[Jj]ul[iy]|[Aa]ugust(?:us)?|[Ss]eptember|[Oo][ck]tober|[Nn]ovember|[Dd]e[cz]ember"
        + @"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)")]
    private static partial Regex BeforeMonth();
}
