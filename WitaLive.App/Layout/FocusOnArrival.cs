using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace WitaLive.App.Layout;

/// <summary>
/// Another page was opened: who reads with their ears or moves by keys begins at its heading. <see cref="FocusOnNavigate"/> does it where the page
/// has no line to the server; where it has one, its word arrives after the page and would take the focus from whoever has already put it somewhere.
/// </summary>
public sealed class FocusOnArrival(IJSRuntime script) : ComponentBase
{
    private Type? _page;
    private bool _arrived;

    [Parameter, EditorRequired]
    public required Microsoft.AspNetCore.Components.RouteData RouteData { get; set; }

    protected override void OnParametersSet()
    {
        _arrived = _page != RouteData.PageType;
        _page = RouteData.PageType;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (RendererInfo.IsInteractive)
            return;
        builder.OpenComponent<FocusOnNavigate>(0);
        builder.AddComponentParameter(1, nameof(FocusOnNavigate.RouteData), RouteData);
        builder.AddComponentParameter(2, nameof(FocusOnNavigate.Selector), "h1");
        builder.CloseComponent();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_arrived)
            return;
        _arrived = false;
        await script.InvokeVoidAsync("focusHeading");
    }
}
