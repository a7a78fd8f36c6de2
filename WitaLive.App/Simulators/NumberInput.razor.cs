using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Simulators;

/// <summary>A whole number; an empty field is reported as none, and what is no whole number as <see cref="WholeNumber.None"/>.</summary>
public sealed partial class NumberInput : ComponentBase
{
    private string _typed = "";

    // How often something else than the typing has filled the field: each time it is a new field. What is typed before that has come to a slow browser then
    // belongs to the field of before, and is written into the new one; in one field the two would pass each other, and it would show what no longer holds.
    private int _given;

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

    // What stands in the field is left as it was typed while it says the same.
    protected override void OnParametersSet()
    {
        if (WholeNumber.Read(_typed) == Value)
            return;
        _typed = Value is { } number and not WholeNumber.None ? number.ToString(CultureInfo.InvariantCulture) : "";
        _given++;
    }

    private Task ReadAsync(string typed)
    {
        _typed = typed;
        return ValueChanged.InvokeAsync(WholeNumber.Read(typed));
    }
}
