using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Simulators;

/// <summary>A choice among the readings of one open point.</summary>
public sealed partial class PolicySelect<TWord>(IStringLocalizer<SimulatorTexts> texts) : ComponentBase where TWord : struct, Enum
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>The beginning of the texts' keys: SplitLabel, SplitAllSeats.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public TWord Value { get; set; }

    [Parameter]
    public EventCallback<TWord> ValueChanged { get; set; }

    private Task ReadAsync(ChangeEventArgs change) =>
        Words.Find<TWord>(change.Value as string) is { } word ? ValueChanged.InvokeAsync(word) : Task.CompletedTask;
}
