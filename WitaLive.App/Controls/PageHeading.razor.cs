using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>The one h1 of a page, which is also its title in the browser.</summary>
public sealed partial class PageHeading : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Of a title that somebody wrote, in whatever language; null for the reader's.</summary>
    [Parameter]
    public string? TitleLanguage { get; set; }

    /// <summary>A word on what kind of thing the title names, in small letters above it.</summary>
    [Parameter]
    public string? Above { get; set; }

    [Parameter]
    public string? Lead { get; set; }

    /// <summary>What can be done with the whole page, beside the title.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }
}
