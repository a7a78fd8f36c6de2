using System.Text.RegularExpressions;

namespace WitaLive.App.Languages;

/// <summary>Where the Commission's longest words may be broken on a telephone, for browsers that do not know how.</summary>
/// <remarks>For headings and narrow columns; not for mails, sheets and attributes, where a soft hyphen is a sign like any other.</remarks>
public static partial class LongWords
{
    public static string Breakable(string text) => Beginnings().Replace(text, "$0\u00ad");

    [GeneratedRegex(@"(?:Kunstarbeits|Grundsatz|Vertraulichkeits|Selbstständigen|Tätigkeits|(?:Niederländisch|Französisch|Deutsch)(?=sprach)|Beschluss(?=fähig)|System(?=verwaltung)|[Ss]tell(?=vertret)"
        + "|Kunstwerk(?=deskund)|zelfstandigen(?=org)|ertrouwelijkheids|(?:Nederlands|Frans|Duits)(?=talig)|[Pp]laats(?=vervang))(?=\\p{Ll}{5})")]
    private static partial Regex Beginnings();
}
