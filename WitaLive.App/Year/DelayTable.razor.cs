using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>How long each step took.</summary>
public sealed partial class DelayTable(YearWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required YearReport Report { get; set; }

    /// <summary>Whether the lists behind the figures are for this reader.</summary>
    [Parameter]
    public bool MayOpen { get; set; }

    private int Most => (int)(Report.Delays.Max(delay => delay.Days?.Ninetieth) ?? 0);

    private string? Address(DelayFigure delay) => MayOpen ? FigureList.Address(delay.Of, delay.Part, Report.Period) : null;
}
