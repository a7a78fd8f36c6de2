using System.Threading.RateLimiting;

namespace WitaLive.App.Attestations;

/// <summary>So many codes a minute from one address: enough for a counter, too few to try codes out.</summary>
public sealed class CheckGate : IDisposable
{
    public const int AMinute = 20;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>False when this address has asked enough for now.</summary>
    public bool TryEnter(string address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
