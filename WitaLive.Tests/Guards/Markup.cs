using System.Text.RegularExpressions;

namespace WitaLive.Tests.Guards;

/// <summary>Markup holds no code, and nothing that the content security policy would refuse.</summary>
public partial class Markup
{
    [Fact]
    public void Holds_no_code_block() => Assert.Equal([], Where(CodeBlock()));

    [Fact]
    public void Holds_no_inline_style() => Assert.Equal([], Where(InlineStyle()));

    // The script of every page stops the second half of a double click; an act says on itself that it wants that.
    [Fact]
    public void Marks_its_acts_as_the_script_that_stops_a_double_click_knows_them()
    {
        Assert.Contains("[data-once]", Repository.Files("WitaLive.App", "start.js").Single().Text, StringComparison.Ordinal);
        foreach (var act in (string[])["Act.razor", "ConfirmButton.razor"])
            Assert.Contains("<button type=\"button\" data-once ", Repository.Files("WitaLive.App", act).Single().Text, StringComparison.Ordinal);
    }

    // Under a finger, which hovers over nothing, a tint would stay on what was pressed.
    [Fact]
    public void Tints_what_is_hovered_over_only_where_something_hovers() =>
        Assert.Equal([], Repository.Files("WitaLive.App", "*.css").Where(file => HoverTint().IsMatch(Hovering().Replace(file.Text, ""))).Select(file => file.Path));

    [Fact] // what is heard by every key and written by the page is bound; otherwise what came late is written over what was typed since
    public void Binds_each_field_that_is_heard_by_every_key() =>
        Assert.Equal([], Repository.Files("WitaLive.App", "*.razor").Where(file => HeardAndWritten().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Holds_no_inline_script() =>
        Assert.Equal([], Repository.Files("WitaLive.App", "*.razor").Where(file => HasInlineScript(file.Text)).Select(file => file.Path));

    [Theory]
    [InlineData("<button onclick=\"go()\">", true)]
    [InlineData("<button type=\"button\" ONCLICK = 'go()'>", true)]
    [InlineData("<details ontoggle=\"go()\">", true)]
    [InlineData("<Panel>\n<img onerror=\"go()\" />", true)]
    [InlineData("<script>go()</script>", true)]
    [InlineData("<a href=\"javascript:go()\">", true)]
    [InlineData("<button @onclick=\"() => Go()\">", false)]
    [InlineData("<InputFile id=\"file\"\n    OnChange=\"TakeAsync\" />", false)]
    [InlineData("<script src=\"start.js\">", false)]
    public void Tells_a_script_in_an_element_from_a_parameter_of_a_component(string markup, bool isScript) =>
        Assert.Equal(isScript, HasInlineScript(markup));

    // «OnChange» on a component is a parameter; on an element of HTML, however it is written, a script.
    private static bool HasInlineScript(string markup) =>
        InlineScript().IsMatch(markup)
        || Handler().Matches(markup).Any(handler => Tag().Match(markup, handler.Index) is not { Success: true } tag || char.IsAsciiLetterLower(tag.Groups[1].Value[0]));

    private static IEnumerable<string> Where(Regex wrong) =>
        Repository.Files("WitaLive.App", "*.razor").Where(file => wrong.IsMatch(file.Text)).Select(file => file.Path);

    [GeneratedRegex("""\svalue="@[^<]*?\s@oninput=|\s@oninput=[^<]*?\svalue="@""")]
    private static partial Regex HeardAndWritten();

    [GeneratedRegex(@"^\s*@(code|functions)\b", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\sstyle\s*=|<style\b", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"\son[a-z]+\s*=(?!=)", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex(@"@media \(hover: hover\) \{(?:[^{}]*\{[^{}]*\})*\s*\}")]
    private static partial Regex Hovering();

    // Every selector of the rule asks for the pointer, and it gives a ground.
    [GeneratedRegex(@"^[ \t]*[^\s{},@/][^{},]*:hover[^{},]*(?:,[^{},]*:hover[^{},]*)*\{[^{}]*\bbackground(?:-color)?:(?! none)", RegexOptions.Multiline)]
    private static partial Regex HoverTint();

    // The tag that was opened last before a place.
    [GeneratedRegex(@"<([A-Za-z])", RegexOptions.RightToLeft)]
    private static partial Regex Tag();
}
