using Microsoft.JSInterop;

namespace WitaLive.App.Controls;

/// <summary>
/// What is asked of a browser whose page may be gone, or may stand so still that nobody waits for its answer any more (a minute, with a text of a megabyte
/// loading). Neither is a fault: there is nobody left to tell.
/// </summary>
public static class UnlessGone
{
    public static async ValueTask DoAsync(Func<ValueTask> asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        try
        {
            await asked();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // See above.
        }
    }

    /// <summary>The page needs its module no more; none where it was never read.</summary>
    public static ValueTask LetGoAsync(this IJSObjectReference? module) => module is null ? ValueTask.CompletedTask : DoAsync(module.DisposeAsync);
}
