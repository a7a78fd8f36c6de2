using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>Shows the newest value of a feed. The one component that follows something outside its circuit.</summary>
public sealed partial class Follow<T> : ComponentBase, IDisposable where T : class
{
    private CancellationTokenSource? _following;
    private Func<CancellationToken, IAsyncEnumerable<T>>? _source;
    private T? _current;

    /// <summary>Gives the value of now at once, then the newest whenever it is asked. Another source ends the first.</summary>
    [Parameter, EditorRequired]
    public required Func<CancellationToken, IAsyncEnumerable<T>> Source { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<T> ChildContent { get; set; }

    /// <summary>Stands in the place of the content until there is a first value; keep its size.</summary>
    [Parameter]
    public RenderFragment? Waiting { get; set; }

    protected override void OnParametersSet()
    {
        if (Source == _source)
            return;

        Leave();
        _current = null;
        _source = Source;
        _following = new CancellationTokenSource();
        _ = FollowAsync(Source, _following.Token);
    }

    public void Dispose() => Leave();

    private void Leave()
    {
        _following?.Cancel();
        _following?.Dispose();
        _following = null;
    }

    // Awaiting here keeps the circuit's thread and the reader's language: both come back after every await.
    private async Task FollowAsync(Func<CancellationToken, IAsyncEnumerable<T>> source, CancellationToken left)
    {
        try
        {
            await foreach (var value in source(left))
            {
                if (left.IsCancellationRequested)
                    return;
                _current = value;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
