using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Import;

/// <summary>What a file would change, cell by cell what has to be corrected first, and row by row what becomes of it.</summary>
public sealed partial class ImportResult(IStringLocalizer<ImportTexts> texts) : ComponentBase
{
    private const int Shown = 200;
    private const int LongestValue = 60;

    [Parameter, EditorRequired]
    public required ImportPreview Preview { get; set; }

    [Parameter]
    public ImportKind Kind { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<bool> OnConfirm { get; set; }

    private bool CanConfirm => Preview is { IsWritten: false, Problems.Length: 0, ChangesNothing: false };

    private static string Brief(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";

    private string Said(string what, CellProblem problem) => string.Format(CultureInfo.CurrentCulture, texts[$"{what}_{problem.Key}"], [.. problem.Gaps]);
}
