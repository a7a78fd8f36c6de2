using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>Meetings by formation and language, and the files on their agendas.</summary>
public sealed partial class MeetingsTable(YearWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required YearReport Report { get; set; }

    /// <summary>Whether the lists behind the figures are for this reader.</summary>
    [Parameter]
    public bool MayOpen { get; set; }

    private int Most => Report.Meetings.IsEmpty ? 0 : Report.Meetings.Max(meetings => meetings.Held);

    private string? Address(FigureKind kind, string part) => MayOpen ? FigureList.Address(kind, part, Report.Period) : null;
}
