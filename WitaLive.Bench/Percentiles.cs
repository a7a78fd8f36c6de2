namespace WitaLive.Bench;

/// <summary>Durations, and what to say of them. Unit: milliseconds.</summary>
internal sealed class Percentiles(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    /// <summary>With fewer than a hundred values this is the worst one.</summary>
    public double P99 => At(0.99);

    public double Max => _sorted[^1];

    public override string ToString() => FormattableString.Invariant($"p50 {P50:0.0}, p95 {P95:0.0}, p99 {P99:0.0}, max {Max:0.0} ms (n = {Count})");

    private double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
