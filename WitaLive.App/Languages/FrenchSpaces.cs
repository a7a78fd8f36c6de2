using System.Text.RegularExpressions;

namespace WitaLive.App.Languages;

/// <summary>French as it is printed: a line never ends before a colon or inside guillemets, and the apostrophe is curved.</summary>
/// <remarks>Texts are written with ordinary spaces: nobody sees, while translating, which of two spaces stands in a file.</remarks>
public static partial class FrenchSpaces
{
    private const string Wide = "\u00a0";
    private const string Narrow = "\u202f";

    public static string Set(string text) =>
        Straight().Replace(BeforeNarrow().Replace(Inside().Replace(text, Wide), Narrow), "’");

    [GeneratedRegex(@"(?<=«) | (?=[:»%€](?:[^\w/]|$))|(?<=\b[Aa]rt(?:\.|icle)|§) (?=[\d{])")]
    private static partial Regex Inside();

    [GeneratedRegex(@" (?=[;?!](?:\W|$))")]
    private static partial Regex BeforeNarrow();

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L})")]
    private static partial Regex Straight();
}
