using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Reports;

/// <summary>Remarks on a report, each anonymous unless its author wants otherwise (rules of procedure, art. 39).</summary>
public sealed partial class ReportRemarks : ComponentBase
{
    [Parameter, EditorRequired]
    public ImmutableArray<ShownRemark> Remarks { get; set; }

    /// <summary>How an author is called who is not named.</summary>
    [Parameter, EditorRequired]
    public required string Anonymous { get; set; }

    /// <summary>What stands behind the author: what one can do with it.</summary>
    [Parameter]
    public RenderFragment<ShownRemark>? ChildContent { get; set; }
}
