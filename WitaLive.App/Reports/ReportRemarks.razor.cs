using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Reports;

/// <summary>Remarks on a report, each anonymous unless its author wants otherwise (rules of procedure, art. 39).</summary>
public sealed partial class ReportRemarks : ComponentBase
{
    /// <summary>A remark that is longer is folded on a screen, so that those after it are found. Unit: characters.</summary>
    public const int LongestShown = 2_000;

    private const int Beginning = 300;

    [Parameter, EditorRequired]
    public ImmutableArray<ShownRemark> Remarks { get; set; }

    /// <summary>How an author is called who is not named.</summary>
    [Parameter, EditorRequired]
    public required string Anonymous { get; set; }

    /// <summary>What is said of a long remark, with a gap for its length; null on paper, where nothing can be unfolded and all stand whole.</summary>
    [Parameter]
    public string? LongText { get; set; }

    /// <summary>What stands behind the author: what one can do with it.</summary>
    [Parameter]
    public RenderFragment<ShownRemark>? ChildContent { get; set; }

    private static string LengthOf(string text, string said) => string.Format(CultureInfo.CurrentCulture, said, text.Length.ToString("N0", CultureInfo.CurrentCulture));

    // Never half a sign.
    internal static string BeginningOf(string text) => text[..(char.IsHighSurrogate(text[Beginning - 1]) ? Beginning - 1 : Beginning)] + "…";
}
