using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.App.Mail;

namespace WitaLive.App.Reports;

/// <summary>A report as a page of its own, which a browser prints to PDF: its headings, tables and languages become the tags of the file.</summary>
public sealed partial class ReportPaper : ComponentBase
{
    [Parameter, EditorRequired]
    public required ReportSheet Sheet { get; set; }

    private static string Day(ReportDocument document, DateTimeOffset at) => ReceiverLanguage.Run(document.Language, () => at.ToLongDay());

    private static string Confirmed(ReportDocument document, string? name, DateTimeOffset? at) => at is { } when ? $"{name}, {Day(document, when)}" : document["NotYet"];
}
