namespace WitaLive.App.Retention;

/// <summary>Removes one kind of what is kept, when its period is over. They run in the order in which they are registered.</summary>
internal interface IForget
{
    Task RunAsync(DateOnly today, CancellationToken ct);
}
