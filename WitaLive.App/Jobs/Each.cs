namespace WitaLive.App.Jobs;

/// <summary>Does the same for each of many, one after the other: a fault with one of them keeps none of the others back, and is told at the end.</summary>
internal static class Each
{
    /// <exception cref="AggregateException">What went wrong, each with whom it went wrong for.</exception>
    public static async Task InTurnAsync<T>(IEnumerable<T> all, Func<T, Task> work)
    {
        List<Exception> faults = [];
        foreach (var one in all)
        {
            try
            {
                await work(one);
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                faults.Add(new InvalidOperationException($"{one}: {e.Message}", e));
            }
        }
        if (faults.Count > 0)
            throw new AggregateException(faults);
    }
}
