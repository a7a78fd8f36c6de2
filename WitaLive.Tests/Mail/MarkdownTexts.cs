using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

public class MarkdownTexts
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<img")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript")]
    [InlineData("[x][1]\n\n[1]: data:text/html,boo", "data:")]
    [InlineData("![x](https://spy.example/1.png)", "<img")]
    [InlineData("![x][1]\n\n[1]: https://spy.example/1.png", "<img")]
    public void No_html_gets_in_nothing_is_fetched_and_links_lead_to_pages_only(string markdown, string never) =>
        Assert.DoesNotContain(never, MarkdownText.ToHtml(markdown), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("a *b* _c_ **d** `e` [f](g) <h> #i &amp; 1. - + ! | ~ \\ \" ' https://x.example www.x.example a@b.example")]
    [InlineData("# Title"), InlineData("- item"), InlineData("1. item"), InlineData("> quote"), InlineData("a\nb")]
    public void What_is_escaped_says_what_it_says(string text)
    {
        var markdown = MarkdownText.Escape(text);

        Assert.Equal(text.Replace('\n', ' ') + "\n", MarkdownText.ToPlainText(markdown));
        var html = MarkdownText.ToHtml(markdown);
        Assert.StartsWith("<p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<em>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_has_the_same_words_in_the_same_order()
    {
        const string Markdown = "# Convocation\n\nBonjour **Zoë**,\nvoici [la page](https://live.example.be/m/1) et <https://live.example.be/r/1>.\n\n- un\n- deux\n  - dedans\n\n1. premier\n2. second\n\n> cité\n\n---\n\nFin";

        Assert.Equal(
            """
            Convocation

            Bonjour Zoë,
            voici la page: https://live.example.be/m/1 et https://live.example.be/r/1.

            - un
            - deux

              - dedans

            1. premier
            2. second

            > cité

            -- 
            Fin

            """.ReplaceLineEndings("\n"), MarkdownText.ToPlainText(Markdown));
    }
}
