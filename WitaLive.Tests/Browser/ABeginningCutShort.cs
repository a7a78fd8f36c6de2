using Microsoft.Playwright;

namespace WitaLive.Tests.Browser;

public class ABeginningCutShort(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Begins_anew_by_itself()
    {
        var visitor = await VisitorAsync(mayComplain: true);
        var sockets = 0;
        await visitor.Page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), async socket =>
        {
            if (++sockets == 1)
                await socket.CloseAsync(new() { Code = 3001, Reason = "cut" });
            else
                socket.ConnectToServer();
        });

        await visitor.GoAsync("/specimens");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByText("Pressed 1 times.")).ToBeVisibleAsync();
        Assert.Equal(2, sockets);
    }
}
