using Microsoft.Playwright;

namespace WitaLive.Tests.Browser;

public class ABeginningCutShort(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Begins_anew_by_itself()
    {
        var visitor = await VisitorAsync(mayComplain: true);
        var sockets = 0;
        await visitor.Page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), socket =>
        {
            var server = socket.ConnectToServer();
            if (++sockets > 1)
                return;
            // The line stands and its two ends have greeted each other; it breaks as the page asks for its circuit.
            var sent = 0;
            socket.OnMessage(message =>
            {
                if (++sent == 2)
                    _ = socket.CloseAsync(new() { Code = 3001, Reason = "cut" });
                else if (message.Binary is { } bytes)
                    server.Send(bytes);
                else
                    server.Send(message.Text!);
            });
        });

        await visitor.GoAsync("/specimens");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Press", Exact = true }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByText("Pressed 1 times.")).ToBeVisibleAsync();
        Assert.Equal(2, sockets);
    }
}
