using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>What came in and what was decided, month by month.</summary>
public sealed partial class MonthTable(YearWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required YearReport Report { get; set; }

    /// <summary>Whether the lists behind the figures are for this reader.</summary>
    [Parameter]
    public bool MayOpen { get; set; }

    private int Most => Report.Months.IsEmpty ? 0 : Report.Months.Max(month => Math.Max(month.Received, month.Decided));

    private string? Address(FigureKind kind, MonthFigures month) => MayOpen ? FigureList.Address(kind, "", Report.Period with { From = month.First, Until = month.Last }) : null;
}
