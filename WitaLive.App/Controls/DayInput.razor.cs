using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>A day of the calendar with its label and its error; what is no day is reported as none.</summary>
public sealed partial class DayInput : ComponentBase
{
    // What stands in the field while it is no day: drawing the page anew leaves it there.
    private string? _typed;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Under which a form without script sends it; none where nothing does.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>What it depends on, or what an empty one means.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public DateOnly? Value { get; set; }

    [Parameter]
    public EventCallback<DateOnly?> ValueChanged { get; set; }

    [Parameter]
    public DateOnly? First { get; set; }

    [Parameter]
    public DateOnly? Last { get; set; }

    [Parameter]
    public string? Error { get; set; }

    private string ErrorId => $"{Id}-error";

    private static string? Machine(DateOnly? day) => day is { } known ? DayText.Of(known) : null;

    private Task ReadAsync(ChangeEventArgs change)
    {
        var text = change.Value as string;
        var read = DayText.Read(text);
        _typed = read is null ? text : null;
        return ValueChanged.InvokeAsync(read);
    }
}
