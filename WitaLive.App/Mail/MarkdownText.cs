using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WitaLive.App.Mail;

/// <summary>Markdown as letters are written in it: headings, lists, emphasis and links. No HTML, no pictures; links lead to web and mail addresses only.</summary>
public static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~&\"'$^=:@";

    private static readonly MarkdownPipeline s_pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UseAutoLinks().Build();

    /// <param name="headingsFrom">The level of a first heading, where the text stands under others: 1 to 6.</param>
    public static string ToHtml(string markdown, int headingsFrom = 1)
    {
        var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        s_pipeline.Setup(renderer);
        var document = Parse(markdown);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + headingsFrom - 1);
        renderer.Render(document);
        return html.ToString();
    }

    /// <summary>The same words in the same order, for those who read mail as text; a link is followed by where it leads.</summary>
    public static string ToPlainText(string markdown)
    {
        var text = new StringBuilder();
        foreach (var block in Parse(markdown))
            Write(text, block, "");
        return text.ToString().Trim('\n') + "\n";
    }

    /// <summary>Text that says what it says, whatever signs are in it; one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(c, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(char.IsControl(c) ? ' ' : c);
        }
        return escaped.ToString();
    }

    private static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(markdown.ReplaceLineEndings("\n"), s_pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false; // nothing is fetched from elsewhere
            if (!IsSafe(link.GetDynamicUrl?.Invoke() ?? link.Url))
                (link.Url, link.GetDynamicUrl) = ("", null);
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)))
            link.Url = "";
        return document;
    }

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    private static void Write(StringBuilder text, Block block, string indent)
    {
        switch (block)
        {
            case ListBlock list:
                var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var first) ? first : 1;
                foreach (var item in list.OfType<ListItemBlock>())
                {
                    text.Append(indent).Append(list.IsOrdered ? $"{number++}. " : "- ");
                    var mark = text.Length;
                    foreach (var part in item)
                        Write(text, part, indent + "  ");
                    text.Remove(mark, Math.Min(indent.Length + 2, text.Length - mark)); // the first line stands behind its mark
                    TrimEnd(text);
                    text.Append('\n');
                }
                text.Append('\n');
                break;
            case ThematicBreakBlock:
                text.Append("-- \n");
                break;
            case LeafBlock { Inline: { } inline }:
                text.Append(indent).Append(TextOf(inline).Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append("\n\n");
                break;
            case LeafBlock leaf:
                text.Append(indent).Append(leaf.Lines.ToString().Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append("\n\n");
                break;
            case ContainerBlock container:
                foreach (var part in container)
                    Write(text, part, container is QuoteBlock ? indent + "> " : indent);
                break;
        }
    }

    private static string TextOf(ContainerInline inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => "\n",
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LinkInline { Url: { Length: > 0 } address } link when TextOf(link) is var said => said == address ? said : $"{said}: {address}",
        ContainerInline container => TextOf(container),
        _ => "",
    }));

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == '\n')
            text.Length--;
    }
}
