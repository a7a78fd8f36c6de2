using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Simulators;

/// <summary>A whole number of seats; what is no number is reported as none.</summary>
public sealed partial class NumberInput : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Under which a form without script sends it; none where nothing does.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Parameter]
    public int? Value { get; set; }

    [Parameter]
    public EventCallback<int?> ValueChanged { get; set; }

    [Parameter]
    public int Most { get; set; }

    [Parameter]
    public string? LabelledBy { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public bool Wrong { get; set; }

    private Task ReadAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync(
        int.TryParse(change.Value as string, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);
}
