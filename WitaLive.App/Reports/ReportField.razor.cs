using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Reports;

/// <summary>The field in which a free part of a report is written.</summary>
public sealed partial class ReportField : ComponentBase
{
    /// <summary>Of the place and its language, by which the form knows it.</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Spoken { get; set; }

    [Parameter]
    public string? Text { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }
}
