using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace WitaLive.App.Controls;

/// <summary>A button for what cannot be taken back: it first says what will happen. What can be undone needs no such question.</summary>
/// <remarks>The browser's own dialog: it holds the focus, closes with Escape and gives the focus back to the button.</remarks>
public sealed partial class ConfirmButton(IJSRuntime js, IStringLocalizer<ControlTexts> texts) : ComponentBase, IAsyncDisposable
{
    private readonly string _titleId = $"confirm-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private IJSObjectReference? _module;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What the button does, in words, when its label is a sign.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The question: «Close the meeting?»</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What will happen, and that it cannot be undone.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public string? ConfirmLabel { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback OnConfirm { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    private async Task AskAsync()
    {
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["Controls/ConfirmButton.razor.js"]}");
        await _module.InvokeVoidAsync("open", _dialog);
    }

    private async Task ConfirmAsync()
    {
        await _module!.InvokeVoidAsync("close", _dialog);
        await OnConfirm.InvokeAsync();
    }
}
