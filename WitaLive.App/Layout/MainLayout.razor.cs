using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using WitaLive.App.Controls;

namespace WitaLive.App.Layout;

/// <summary>What stands round every page.</summary>
public sealed partial class MainLayout(IStringLocalizer<LayoutTexts> texts, IOptions<LayoutParts> parts) : LayoutComponentBase
{
    private PanelBoundary? _boundary;

    // Another page is a new beginning: what failed on the last one is left behind.
    protected override void OnParametersSet() => _boundary?.Recover();
}
