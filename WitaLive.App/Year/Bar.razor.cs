using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Year;

/// <summary>A number as a length, beside the number itself: readers of screens hear the number, paper shows both.</summary>
public sealed partial class Bar : ComponentBase
{
    [Parameter, EditorRequired]
    public int Count { get; set; }

    /// <summary>What fills the whole length.</summary>
    [Parameter, EditorRequired]
    public int Most { get; set; }

    private string Width => (Most <= 0 ? 0 : Math.Round(100m * Count / Most, 2)).ToString(CultureInfo.InvariantCulture);
}
