using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>Figures with what they count, the list behind each, and their lengths side by side.</summary>
public sealed partial class FigureTable(YearWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    [Parameter, EditorRequired]
    public ImmutableArray<FigureRow> Rows { get; set; }

    /// <summary>Of what the shares are; null for a table without shares.</summary>
    [Parameter]
    public int? Whole { get; set; }

    private int Most => Whole ?? (Rows.IsDefaultOrEmpty ? 0 : Rows.Max(row => row.Count));
}
