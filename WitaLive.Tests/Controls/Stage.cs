using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Controls;

/// <summary>Renders a piece of markup and lets a test draw it again, as a page does with its parts.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly HtmlRenderer _renderer;
    private readonly Frame _frame;
    private readonly Func<string> _html;

    private Stage(HtmlRenderer renderer, Frame frame, Func<string> html) => (_renderer, _frame, _html) = (renderer, frame, html);

    public static async Task<Stage> SetAsync(RenderFragment content, string language = "en")
    {
        var renderer = new HtmlRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Find(language)!.Culture;
            Frame? frame = null;
            var root = renderer.BeginRenderingComponent<Frame>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(Frame.Content)] = content,
                [nameof(Frame.Made)] = (Action<Frame>)(made => frame = made),
            }));
            return new Stage(renderer, frame!, root.ToHtmlString);
        });
    }

    public Task<string> HtmlAsync() => _renderer.Dispatcher.InvokeAsync(_html);

    public Task DrawAgainAsync(RenderFragment content) => _renderer.Dispatcher.InvokeAsync(() => _frame.Show(content));

    public ValueTask DisposeAsync() => _renderer.DisposeAsync();

    internal sealed class Frame : ComponentBase
    {
        [Parameter, EditorRequired]
        public required RenderFragment Content { get; set; }

        [Parameter, EditorRequired]
        public required Action<Frame> Made { get; set; }

        private RenderFragment? _later;

        public void Show(RenderFragment content)
        {
            _later = content;
            StateHasChanged();
        }

        protected override void OnInitialized() => Made(this);

        protected override void BuildRenderTree(RenderTreeBuilder builder) => (_later ?? Content)(builder);
    }
}
