using Microsoft.Playwright;
using WitaLive.App.Security;

namespace WitaLive.Tests.Browser;

[Collection(Browsers.Sitting)]
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

    [FactNeeding(Need.Chromium)]
    public async Task Says_that_too_many_windows_are_open_and_does_not_begin_anew()
    {
        var visitor = await VisitorAsync(mayComplain: true);
        await visitor.SignInAsync("Aline Delvausart", "fr");
        await visitor.Page.EvaluateAsync("""
            lines => Promise.all(Array.from({ length: lines }, () => new Promise(done => {
                const line = new WebSocket(location.origin.replace('http', 'ws') + '/_blazor');
                line.onopen = () => { line.send('{"protocol":"blazorpack","version":1}\u001e'); done(); };
                line.onerror = done;
            })))
            """, OpenLines.AtOnceOfAPerson);

        var page = await visitor.Context.NewPageAsync();
        await page.GotoAsync("meetings");

        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToContainTextAsync("Trop de fenêtres de ce site sont ouvertes à votre nom. Fermez-en quelques-unes");
        await Assertions.Expect(page.Locator("#blazor-error-ui")).Not.ToContainTextAsync("Cette page");
        await Visitor.PictureAsync(page, "too-many-lines", wholePage: false);
    }
}
