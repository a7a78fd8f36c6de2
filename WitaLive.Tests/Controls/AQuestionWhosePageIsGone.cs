using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using WitaLive.App.Controls;

namespace WitaLive.Tests.Controls;

/// <summary>A page that goes while its browser answers nobody takes its questions with it, and that is no fault.</summary>
public class AQuestionWhosePageIsGone
{
    [Fact]
    public async Task Ends_in_silence()
    {
        var (made, browser) = (new Made(), new Stalled());
        await using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<IJSRuntime>(browser).AddSingleton<IComponentActivator>(made).BuildServiceProvider();
        made.Services = services;
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(() => renderer.RenderComponentAsync<Question>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Title"] = "Close?", ["ConfirmLabel"] = "Close" })));
        await renderer.Dispatcher.InvokeAsync(made.Question!.AskAsync);

        await made.Question.DisposeAsync();

        Assert.Equal(1, browser.Left);
    }

    private sealed class Made : IComponentActivator
    {
        public IServiceProvider? Services { get; set; }

        public Question? Question { get; private set; }

        public IComponent CreateInstance(Type componentType)
        {
            var component = (IComponent)ActivatorUtilities.CreateInstance(Services!, componentType);
            Question ??= component as Question;
            return component;
        }
    }

    private sealed class Stalled : IJSRuntime, IJSObjectReference
    {
        public int Left { get; private set; }

        public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args) => ValueTask.FromResult(typeof(T) == typeof(IJSObjectReference) ? (T)(object)this : default!);

        public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<T>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Left++;
            return ValueTask.FromException(new TaskCanceledException());
        }
    }
}
