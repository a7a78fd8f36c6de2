using Microsoft.AspNetCore.Components;
using WitaLive.App.Rules;

namespace WitaLive.App.Year;

/// <summary>The activity report on a year in the reader's language: what was written and the figures, on screen and on paper.</summary>
public sealed partial class AnnualReportArticle(YearWords words, Names names) : ComponentBase
{
    [Parameter, EditorRequired]
    public required AnnualReport Report { get; set; }

    [Parameter, EditorRequired]
    public required YearReport Figures { get; set; }

    /// <summary>Whether the lists behind the figures are for this reader.</summary>
    [Parameter]
    public bool MayOpen { get; set; }
}
