using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>An amount of euro; what is no number is reported as none. The browser writes and reads it in the reader's way.</summary>
public sealed partial class AmountInput : ComponentBase
{
    private string? _typed;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public decimal? Value { get; set; }

    [Parameter]
    public EventCallback<decimal?> ValueChanged { get; set; }

    [Parameter]
    public string? LabelledBy { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public bool Wrong { get; set; }

    private static string? Machine(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private Task ReadAsync(ChangeEventArgs change)
    {
        var text = change.Value as string;
        decimal? read = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;
        _typed = read is null ? text : null;
        return ValueChanged.InvokeAsync(read);
    }
}
