using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Layout;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Layout;

public class TheMainNavigation
{
    [Theory]
    [InlineData("files", true), InlineData("files/1", true), InlineData("messages", true), InlineData("messages?page=2", true), InlineData("messages/1", true)]
    [InlineData("messagesofothers", false), InlineData("meetings", false)]
    public async Task Marks_the_entry_through_which_a_page_is_reached(string page, bool isCurrent)
    {
        var html = await Rendered.AsHtml<MenuLink>("en", new()
        {
            ["href"] = "files",
            [nameof(MenuLink.Also)] = ImmutableArray.Create("messages"),
        }, services => services.AddSingleton<NavigationManager>(new On(page)));

        Assert.Equal(isCurrent, html.Contains("aria-current=\"page\"", StringComparison.Ordinal));
        Assert.Equal(isCurrent, html.Contains("class=\"active\"", StringComparison.Ordinal));
    }

    private sealed class On : NavigationManager
    {
        public On(string page) => Initialize("https://live.example.be/", $"https://live.example.be/{page}");
    }
}
