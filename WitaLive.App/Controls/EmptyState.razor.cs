using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>A list without rows: what it will show, and how to begin.</summary>
public sealed partial class EmptyState : ComponentBase
{
    /// <summary>Null under a heading that says it already.</summary>
    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public string? Text { get; set; }

    /// <summary>The first act.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
