using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>A number that opens the list it counts.</summary>
public sealed partial class CountCell : ComponentBase
{
    [Parameter, EditorRequired]
    public int Count { get; set; }

    [Parameter]
    public string? Address { get; set; }

    /// <summary>The number with what it counts, for who hears the link alone.</summary>
    [Parameter]
    public string? Label { get; set; }
}
