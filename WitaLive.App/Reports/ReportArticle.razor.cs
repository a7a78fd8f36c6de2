using System.Globalization;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.App.Mail;

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

    /// <summary>Whether something is said of the meeting as a whole, or can be.</summary>
    [Parameter]
    public bool HasWhole { get; set; } = true;

    /// <summary>Whether long remarks are folded; not on paper.</summary>
    [Parameter]
    public bool FoldsRemarks { get; set; }

    private string PreviousTitle(EarlierRemarks earlier) =>
        string.Format(CultureInfo.InvariantCulture, Document["HeadPrevious"], ReceiverLanguage.Run(Document.Language, () => earlier.Day.ToShortDay()));

    private string TitleId => $"report-{Document.Language}";
}
