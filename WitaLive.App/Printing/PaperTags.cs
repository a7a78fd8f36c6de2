using System.Text.RegularExpressions;

namespace WitaLive.App.Printing;

/// <summary>Says on paper with other elements what Chromium tags in a PDF so that readers lose it: it looks the same, and is read.</summary>
/// <remarks>
/// «strong» and «em» become the tags Strong and Em, which a PDF 1.4 does not have: programs that read aloud skip such words. A list of facts has no tag at all there;
/// as a table, each fact is read with its name. What was typed is encoded, and holds no element.
/// </remarks>
internal static partial class PaperTags
{
    public static string Set(string html)
    {
        var plain = Emphasis().Replace(html, part => $"<{part.Groups["end"]}{(part.Groups["name"].Value is "em" ? "i" : "b")}");
        return Facts().Replace(plain, list => $"<table class=\"facts\"{list.Groups["rest"]}><tbody>{Parts().Replace(list.Groups["facts"].Value, Part)}</tbody></table>");
    }

    private static string Part(Match part) => (part.Groups["name"].Value, part.Groups["end"].Length) switch
    {
        ("dt", 0) => "<tr><th scope=\"row\"",
        ("dt", _) => "</th",
        (_, 0) => "<td",
        _ => "</td></tr",
    };

    [GeneratedRegex("<(?<end>/?)(?<name>strong|em)(?=[ >])")]
    private static partial Regex Emphasis();

    [GeneratedRegex("<dl class=\"facts\"(?<rest>[^>]*)>(?<facts>.*?)</dl>", RegexOptions.Singleline)]
    private static partial Regex Facts();

    [GeneratedRegex("<(?<end>/?)(?<name>d[td])(?=[ >])")]
    private static partial Regex Parts();
}
