namespace WitaLive.App.Jobs;

/// <summary>Work done again and again, and at once when its bell rings. It looks into the tables for what there is to do.</summary>
/// <remarks>It may run twice, on two nodes at once, or break off at any line; each says in its summary why that is harmless.</remarks>
public interface ISweep
{
    Task RunAsync(CancellationToken ct);
}
