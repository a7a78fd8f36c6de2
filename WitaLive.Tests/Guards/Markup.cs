using System.Text.RegularExpressions;

namespace WitaLive.Tests.Guards;

/// <summary>Markup holds no code, and nothing that the content security policy would refuse.</summary>
public partial class Markup
{
    [Fact]
    public void Holds_no_code_block() => Assert.Equal([], Where(CodeBlock()));

    [Fact]
    public void Holds_no_inline_style() => Assert.Equal([], Where(InlineStyle()));

    [Fact]
    public void Holds_no_inline_script() => Assert.Equal([], Where(InlineScript()));

    private static IEnumerable<string> Where(Regex wrong) =>
        Repository.Files("WitaLive.App", "*.razor").Where(file => wrong.IsMatch(file.Text)).Select(file => file.Path);

    [GeneratedRegex(@"^\s*@(code|functions)\b", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\sstyle\s*=|<style\b", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|\s(?-i:on)(click|change|input|submit|load|error|key\w+|mouse\w+|focus|blur)\s*=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
