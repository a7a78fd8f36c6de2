using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>A button for what cannot be taken back: it first says what will happen. What can be undone needs no such question.</summary>
public sealed partial class ConfirmButton : ComponentBase
{
    private Question? _question;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What the button does, in words, when its label is a sign.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <inheritdoc cref="Question.Title"/>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <inheritdoc cref="Question.ChildContent"/>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public string? ConfirmLabel { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Whether there is something to be asked; otherwise it is done at once.</summary>
    [Parameter]
    public bool Asks { get; set; } = true;

    /// <inheritdoc cref="Question.EnterConfirms"/>
    [Parameter]
    public bool EnterConfirms { get; set; }

    [Parameter]
    public EventCallback OnConfirm { get; set; }

    private Task PressAsync() => Asks ? _question!.AskAsync() : OnConfirm.InvokeAsync();
}
