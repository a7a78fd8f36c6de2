using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WitaLive.App.Mail;

/// <summary>The HTML part of a mail: its plain text in the type of the screens. Nothing is fetched from elsewhere, nothing is said twice.</summary>
internal static partial class MailHtml
{
    private const string Style =
        "body{margin:0;padding:24px;background:#fff;color:#16202b;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif}"
        + "main{max-width:40em}p,ul,ol{margin:0 0 16px}a{color:#174a8b}h1,h2,h3{font-size:20px;margin:24px 0 8px}hr{border:0;border-top:1px solid #d5dbe2;margin:24px 0}";

    public static string From(OutgoingMail mail)
    {
        var html = new StringBuilder(
            $"""
            <!DOCTYPE html>
            <html lang="{WebUtility.HtmlEncode(mail.Language)}">
            <head>
            <meta charset="utf-8">
            <title>{WebUtility.HtmlEncode(mail.Subject)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>

            """);
        if (mail.Markdown is { } markdown)
            return html.Append(MarkdownText.ToHtml(markdown)).Append("</main>\n</body>\n</html>\n").ToString();
        foreach (var paragraph in BlankLines().Split(mail.Text.ReplaceLineEndings("\n")).Where(p => p.Trim('\n').Length > 0))
            html.Append(paragraph.Trim() == "--" ? "<hr>\n" : Paragraph(paragraph));
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Paragraph(string text) => $"<p>{string.Join("<br>\n", text.Trim('\n').Split('\n').Select(Line))}</p>\n";

    // Text between addresses is encoded, addresses become links that show where they lead.
    private static string Line(string line)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (Match link in Links().Matches(line))
        {
            var address = WebUtility.HtmlEncode(link.Value);
            html.Append(WebUtility.HtmlEncode(line[done..link.Index])).Append("<a href=\"" + address + "\">" + address + "</a>");
            done = link.Index + link.Length;
        }
        return html.Append(WebUtility.HtmlEncode(line[done..])).ToString();
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)»]")]
    private static partial Regex Links();
}
