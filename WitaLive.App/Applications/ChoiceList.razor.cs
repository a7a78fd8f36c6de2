using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Applications;

/// <param name="IsOpen">Whether it can be ticked or unticked.</param>
public sealed record ChoiceLine(Guid Id, string Text, bool IsChosen, bool IsOpen)
{
    /// <summary>As <see cref="WitaLive.App.Profiles.MissingFields.Kind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What is still to be filled in of it.</summary>
    public ImmutableArray<WitaLive.Domain.Applications.LineField> Missing { get; init; } = [];
}

/// <summary>Lines of one kind to be taken into an application.</summary>
public sealed partial class ChoiceList : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<ChoiceLine> Lines { get; set; }

    /// <summary>What is said when there is none.</summary>
    [Parameter, EditorRequired]
    public required string None { get; set; }

    [Parameter]
    public EventCallback<(Guid Line, bool IsChosen)> OnChoose { get; set; }
}
