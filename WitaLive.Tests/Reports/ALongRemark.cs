using WitaLive.App.Reports;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Reports;

public class ALongRemark
{
    private static readonly string s_long = new string('a', 299) + "🎭" + new string('b', ReportRemarks.LongestShown) + "la fin";

    [Fact]
    public async Task Is_folded_on_a_screen_and_whole_on_paper()
    {
        var screen = await HtmlAsync(s_long, "Une longue remarque, de {0} caractères. Elle commence ainsi :");
        Assert.Contains("<details>", screen, StringComparison.Ordinal);
        Assert.Matches("de 2.307 caractères", screen);
        Assert.Contains($"<span dir=\"auto\">{new string('a', 299)}…</span>", screen, StringComparison.Ordinal); // not half a mask
        Assert.Equal(2, screen.Split(s_long).Length); // once

        Assert.DoesNotContain("<details>", await HtmlAsync(s_long, null), StringComparison.Ordinal);
        Assert.Contains(s_long, await HtmlAsync(s_long, null), StringComparison.Ordinal);
        Assert.DoesNotContain("<details>", await HtmlAsync(s_long[..ReportRemarks.LongestShown], "{0}"), StringComparison.Ordinal);
    }

    private static Task<string> HtmlAsync(string text, string? said) => Rendered.AsHtml<ReportRemarks>("fr", new()
    {
        [nameof(ReportRemarks.Remarks)] = (ImmutableArray<ShownRemark>)[new(Guid.NewGuid(), null, text, false)],
        [nameof(ReportRemarks.Anonymous)] = "Un membre",
        [nameof(ReportRemarks.LongText)] = said,
    });
}
