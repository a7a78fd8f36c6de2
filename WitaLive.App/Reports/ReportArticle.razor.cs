using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Reports;

/// <summary>A report as it is read, on the screen and on paper.</summary>
public sealed partial class ReportArticle : ComponentBase
{
    [Parameter, EditorRequired]
    public required ReportDocument Document { get; set; }

    [Parameter]
    public ImmutableArray<EarlierRemarks> Earlier { get; set; } = [];

    /// <summary>What stands at the place of a free part.</summary>
    [Parameter]
    public RenderFragment<Guid>? Part { get; set; }

    private string TitleId => $"report-{Document.Language}";
}
