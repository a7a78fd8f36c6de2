using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>A table of the open figures, with what is masked said as such.</summary>
public sealed partial class OpenTableView(YearWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    [Parameter, EditorRequired]
    public required OpenTable Table { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, string> RowName { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, string> ColumnName { get; set; }

    /// <summary>Whether a last row with the sums tells anything that the rows do not.</summary>
    [Parameter]
    public bool HasSums { get; set; } = true;

    private string Shown(int? count) => count is { } known ? YearWords.Number(known) : words["Masked"];
}
