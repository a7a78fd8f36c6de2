using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using WitaLive.App.Controls;

namespace WitaLive.App.Meetings;

/// <summary>What the meeting's page asks of the browser: dragging, copying, where the focus goes. One module, read when first needed.</summary>
public sealed class PlanBrowser(IJSRuntime js, NavigationManager navigation) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>The whole address of a page, as this browser knows the site.</summary>
    public string AddressOf(string page) => navigation.ToAbsoluteUri(page).ToString();

    /// <summary>Has drags of the list's handles reported to <paramref name="page"/> as DropAsync(item, position).</summary>
    public async Task WatchAsync<T>(ElementReference list, DotNetObjectReference<T> page) where T : class =>
        await (await ModuleAsync()).InvokeVoidAsync("watch", list, page);

    /// <summary>Puts the focus on the first of these that can take it: a button that has just become useless gives it to its neighbour.</summary>
    public async Task FocusAsync(params string[] ids) => await (await ModuleAsync()).InvokeVoidAsync("focusFirst", (object)ids);

    /// <returns>False when the browser forbids it; the text is then selected.</returns>
    public async Task<bool> CopyAsync(string id) => await (await ModuleAsync()).InvokeAsync<bool>("copy", id);

    public ValueTask DisposeAsync() => _module is null ? ValueTask.CompletedTask : UnlessGone.DoAsync(async () => await (await _module).DisposeAsync());

    private Task<IJSObjectReference> ModuleAsync() => _module ??= js.InvokeAsync<IJSObjectReference>("import", "./meeting-plan.js").AsTask();
}
