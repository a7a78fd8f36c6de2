using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Letters;

/// <summary>A letter on a sheet of paper.</summary>
public sealed partial class PaperSheet : ComponentBase
{
    /// <summary>Of the letter.</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }

    [Parameter, EditorRequired]
    public required string From { get; set; }

    /// <summary>The name, and the lines of the address where it is known.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<string> To { get; set; }

    [Parameter, EditorRequired]
    public required string PlaceAndDay { get; set; }

    [Parameter, EditorRequired]
    public required string Subject { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
