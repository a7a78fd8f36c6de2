using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>A sentence on what has just happened. Its place stands in the page from the start, for a screen reader announces only what changes in it.</summary>
public sealed partial class Notice : ComponentBase
{
    [Parameter]
    public NoticeKind Kind { get; set; }

    /// <summary>Nothing is shown when there is neither text nor content.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Says how things are rather than what has just happened: it scrolls away with the page.</summary>
    [Parameter]
    public bool IsStanding { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private bool HasContent => !string.IsNullOrEmpty(Text) || ChildContent is not null;
}
