using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.App.QrCodes;

namespace WitaLive.App.Attestations;

/// <summary>A text as a QR code, black on white in dark colours too: readers of such codes expect it.</summary>
public sealed partial class QrSquare : Part
{
    private QrPath _path = new(0, "");

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What it is for whoever does not see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    protected override void OnParametersSet() => _path = QrPath.Of(Text);
}
