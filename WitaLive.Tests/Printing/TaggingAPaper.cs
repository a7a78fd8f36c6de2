using WitaLive.App.Printing;

namespace WitaLive.Tests.Printing;

public class TaggingAPaper
{
    [Theory]
    [InlineData("<p><strong class=\"code\">A</strong> <em>b</em> &lt;strong&gt;</p>", "<p><b class=\"code\">A</b> <i>b</i> &lt;strong&gt;</p>")]
    [InlineData("<dl class=\"facts\" b-1><dt b-1>Date</dt><dd>5 &lt;dd&gt;</dd>\n<dt>End</dt><dd dir=\"auto\">x</dd></dl><dl class=\"other\"><dt>a</dt></dl>",
        "<table class=\"facts\" b-1><tbody><tr><th scope=\"row\" b-1>Date</th><td>5 &lt;dd&gt;</td></tr>\n<tr><th scope=\"row\">End</th><td dir=\"auto\">x</td></tr></tbody></table><dl class=\"other\"><dt>a</dt></dl>")]
    [InlineData("<embed><details></details>", "<embed><details></details>")]
    public void Says_it_with_elements_that_are_read(string drawn, string printed) => Assert.Equal(printed, PaperTags.Set(drawn));
}
