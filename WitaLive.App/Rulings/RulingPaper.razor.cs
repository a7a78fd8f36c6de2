using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Rulings;

/// <summary>A letter as a page of its own, which a browser prints to PDF: its headings and lists become the tags of the file.</summary>
public sealed partial class RulingPaper : ComponentBase
{
    [Parameter, EditorRequired]
    public required RulingDocument Document { get; set; }
}
