using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Measures;

/// <summary>What is asked for, by whom and why, and what the person says to it.</summary>
public sealed partial class MeasureFacts(MeasureWords texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required MeasureSheet Sheet { get; set; }
}
