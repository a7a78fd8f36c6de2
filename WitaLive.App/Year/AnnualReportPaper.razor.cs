using Microsoft.AspNetCore.Components;
using WitaLive.App.Rules;

namespace WitaLive.App.Year;

/// <summary>The activity report as a page of its own, which a browser prints to PDF: its headings, tables and languages become the tags of the file.</summary>
public sealed partial class AnnualReportPaper(YearWords words, Names names) : ComponentBase
{
    [Parameter, EditorRequired]
    public required AnnualReport Report { get; set; }

    [Parameter, EditorRequired]
    public required YearReport Figures { get; set; }
}
