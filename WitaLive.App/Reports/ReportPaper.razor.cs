using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Reports;

/// <summary>A report as a page of its own, which a browser prints to PDF: its headings, tables and languages become the tags of the file.</summary>
public sealed partial class ReportPaper : ComponentBase
{
    [Parameter, EditorRequired]
    public required ReportSheet Sheet { get; set; }
}
