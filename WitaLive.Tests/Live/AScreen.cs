using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Controls;
using WitaLive.App.Live;

namespace WitaLive.Tests.Live;

public class AScreen
{
    [Fact]
    public async Task Keeps_its_language_when_someone_else_votes_in_another()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var feed = new LiveFeed<string>("0");
        var rendered = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        RenderFragment<string> content = value => builder =>
        {
            if (value != "0")
                rendered.TrySetResult(string.Create(CultureInfo.CurrentCulture, $"{CultureInfo.CurrentUICulture.Name} {double.Parse(value, CultureInfo.InvariantCulture):N1}"));
            builder.AddContent(0, value);
        };
        await renderer.Dispatcher.InvokeAsync(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("nl-BE");
            renderer.BeginRenderingComponent<Follow<string>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(Follow<string>.Source)] = (Func<CancellationToken, IAsyncEnumerable<string>>)feed.WatchAsync,
                [nameof(Follow<string>.ChildContent)] = content,
            }));
        });

        await Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("fr-BE");
            feed.Publish("1234.5");
        });

        Assert.Equal("nl-BE 1.234,5", await rendered.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(1, feed.Watchers);
        await renderer.DisposeAsync();
        Assert.True(SpinWait.SpinUntil(() => feed.Watchers == 0, TimeSpan.FromSeconds(20)), "a screen that is gone still watches");
    }
}
