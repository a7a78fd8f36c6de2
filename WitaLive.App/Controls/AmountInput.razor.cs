using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>An amount of euro, written and read in the language of the page; what is no amount stays in the field and is reported as none.</summary>
/// <remarks>No number field: a browser reads those in its own language, and drops the comma of a page in another one.</remarks>
public sealed partial class AmountInput : ComponentBase
{
    private string _shown = "";
    private decimal? _known;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Under which a form without script sends it; none where nothing does.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>What such a form sent and is no amount: it stands in the field until something else is typed.</summary>
    [Parameter]
    public string? Misread { get; set; }

    [Parameter]
    public decimal? Value { get; set; }

    [Parameter]
    public EventCallback<decimal?> ValueChanged { get; set; }

    /// <summary>Raised before <see cref="ValueChanged"/>: whether something stands there that is no amount.</summary>
    [Parameter]
    public EventCallback<bool> OnMisread { get; set; }

    [Parameter]
    public string? LabelledBy { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public bool Wrong { get; set; }

    protected override void OnInitialized() => _shown = Misread ?? "";

    protected override void OnParametersSet()
    {
        if (Value == _known)
            return;
        (_known, _shown) = (Value, Written(Value));
    }

    private static string Written(decimal? amount) => amount == 0 ? "0" : AmountText.Of(amount);

    private async Task ReadAsync(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        _known = AmountText.Read(text);
        _shown = _known is null ? text : Written(_known);
        await OnMisread.InvokeAsync(_known is null && !string.IsNullOrWhiteSpace(text));
        await ValueChanged.InvokeAsync(_known);
    }
}
