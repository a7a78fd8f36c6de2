using Microsoft.JSInterop;

namespace WitaLive.Tests.Components;

/// <summary>There is no script to be called.</summary>
internal sealed class NoBrowser : IJSRuntime, IJSObjectReference
{
    public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args) =>
        ValueTask.FromResult(typeof(T) == typeof(IJSObjectReference) ? (T)(object)this : default!);

    public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<T>(identifier, args);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
