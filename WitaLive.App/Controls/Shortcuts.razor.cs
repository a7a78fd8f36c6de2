using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace WitaLive.App.Controls;

/// <summary>
/// The keys that lead somewhere on this page, shown by «?». A key goes to what carries it in <c>data-key</c>, and on lists to the next row
/// (<c>data-row</c>); it never acts by itself. Whoever speaks to their computer turns them off there (WCAG 2.1.4).
/// </summary>
public sealed partial class Shortcuts(IJSRuntime script, IStringLocalizer<ControlTexts> texts) : ComponentBase
{
    private readonly string _titleId = $"keys-{Guid.NewGuid():N}";

    [Parameter, EditorRequired]
    public required ImmutableArray<(string Key, string Words)> Keys { get; set; }

    // The module listens once for the whole site; on pages without keys it hears and does nothing.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await script.InvokeAsync<IJSObjectReference?>("import", $"./{Assets["Controls/Shortcuts.razor.js"]}") is { } module)
        {
            await module.InvokeVoidAsync("ready");
            await module.DisposeAsync();
        }
    }
}
