using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Reports;

/// <summary>A ballot in a report: each option with its count by group and the sum written out.</summary>
public sealed partial class BallotCounts : ComponentBase
{
    [Parameter, EditorRequired]
    public required ReportDocument Document { get; set; }

    [Parameter, EditorRequired]
    public required ReportBallot Ballot { get; set; }
}
