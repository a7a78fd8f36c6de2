using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;

namespace WitaLive.Tests.Controls;

public class FollowTests
{
    [Fact]
    public async Task Shows_each_value_in_the_language_of_its_reader_whoever_caused_it()
    {
        var feed = new Feed();
        await using var stage = await Stage.SetAsync(Following(feed.WatchAsync), "nl");
        Assert.Equal("<i>waiting</i>", await stage.HtmlAsync());

        await feed.SayAsync("1234.5", from: "en-US");

        Assert.Equal("<p>1.234,50</p>", await stage.HtmlAsync());
    }

    [Fact]
    public async Task Leaves_the_old_source_when_it_is_given_another()
    {
        var (first, second) = (new Feed(), new Feed());
        await using var stage = await Stage.SetAsync(Following(first.WatchAsync), "en");
        await first.SayAsync("1");

        await stage.DrawAgainAsync(Following(second.WatchAsync));
        await first.Left;
        Assert.Equal("<i>waiting</i>", await stage.HtmlAsync());

        await second.SayAsync("2");
        Assert.StartsWith("<p>2", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_its_source_when_the_page_goes()
    {
        var feed = new Feed();
        await using (await Stage.SetAsync(Following(feed.WatchAsync)))
        {
        }

        await feed.Left.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static RenderFragment Following(Func<CancellationToken, IAsyncEnumerable<string>> source) => builder =>
    {
        builder.OpenComponent<Follow<string>>(0);
        builder.AddComponentParameter(1, "Source", source);
        builder.AddComponentParameter(2, "ChildContent", (RenderFragment<string>)(value => content =>
            content.AddMarkupContent(0, $"<p>{double.Parse(value, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.CurrentCulture)}</p>")));
        builder.AddComponentParameter(3, "Waiting", (RenderFragment)(content => content.AddMarkupContent(0, "<i>waiting</i>")));
        builder.CloseComponent();
    };

    /// <summary>A value is taken only when the one before has been shown: asking for the next says so.</summary>
    private sealed class Feed
    {
        private readonly Channel<string> _values = Channel.CreateUnbounded<string>();
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Channel<bool> _shown = Channel.CreateUnbounded<bool>();

        public Task Left => _left.Task;

        public async Task SayAsync(string value, string from = "en-BE")
        {
            await Task.Run(async () =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(from);
                await _values.Writer.WriteAsync(value);
            });
            await _shown.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        }

        public async IAsyncEnumerable<string> WatchAsync([EnumeratorCancellation] CancellationToken left)
        {
            try
            {
                await foreach (var value in _values.Reader.ReadAllAsync(left))
                {
                    yield return value;
                    _shown.Writer.TryWrite(true);
                }
            }
            finally
            {
                _left.TrySetResult();
            }
        }
    }
}
