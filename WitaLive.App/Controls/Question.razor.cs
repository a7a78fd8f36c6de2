using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace WitaLive.App.Controls;

/// <summary>Says what will happen before it does, and does it when that is confirmed.</summary>
/// <remarks>The browser's own dialog: it holds the focus, closes with Escape and gives the focus back to where it was.</remarks>
public sealed partial class Question(IJSRuntime js, IStringLocalizer<ControlTexts> texts) : ComponentBase, IAsyncDisposable
{
    private readonly string _titleId = $"confirm-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private IJSObjectReference? _module;

    /// <summary>The question: «Close the meeting?»</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What will happen, and whether it can be undone.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter, EditorRequired]
    public required string ConfirmLabel { get; set; }

    /// <summary>What is asked is what most often is meant: one more key does it. Otherwise one more key leaves everything as it is.</summary>
    [Parameter]
    public bool EnterConfirms { get; set; }

    [Parameter]
    public EventCallback OnConfirm { get; set; }

    public async Task AskAsync()
    {
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Controls/Question.razor.js"]}");
        await _module.InvokeVoidAsync("open", _dialog);
    }

    public ValueTask DisposeAsync() => _module.LetGoAsync();

    private async Task ConfirmAsync()
    {
        if (_module is not null)
            await _module.InvokeVoidAsync("close", _dialog);
        await OnConfirm.InvokeAsync();
    }
}
