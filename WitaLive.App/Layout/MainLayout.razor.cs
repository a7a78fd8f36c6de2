using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using WitaLive.App.Controls;

namespace WitaLive.App.Layout;

/// <summary>What stands round every page.</summary>
public sealed partial class MainLayout(IStringLocalizer<LayoutTexts> texts, IStringLocalizerFactory allTexts, IOptions<LayoutParts> parts) : LayoutComponentBase
{
    private const string Starting = "starting";

    private PanelBoundary? _boundary;

    /// <summary>«starting» until the page answers to clicks: its controls then take nothing, and after a moment look it.</summary>
    private string State => RendererInfo.IsInteractive ? "live" : AssignedRenderMode is null && !HasLivePart ? "static" : Starting;

    private bool HasLivePart => Http?.GetEndpoint()?.Metadata.GetMetadata<HasLivePartAttribute>() is not null;

    private string? Waiting => State == Starting ? texts["Starting"].Value : null;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    // Another page is a new beginning: what failed on the last one is left behind.
    protected override void OnParametersSet() => _boundary?.Recover();
}
