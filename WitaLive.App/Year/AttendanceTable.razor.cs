using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>What became of the seats of each group at the meetings of the period.</summary>
public sealed partial class AttendanceTable(YearWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required YearReport Report { get; set; }

    /// <summary>Whether the lists behind the figures are for this reader.</summary>
    [Parameter]
    public bool MayOpen { get; set; }

    private string? Address(AttendanceFigures group, string turnout) => MayOpen ? FigureList.Address(FigureKind.Seats, $"{group.Group.Value}-{turnout}", Report.Period) : null;
}
