using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace WitaLive.App.Layout;

/// <summary>The whole document. Pages are interactive unless they say that they need the request itself.</summary>
public sealed partial class App : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = default!;

    private InteractiveServerRenderMode? Interactive => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;
}
