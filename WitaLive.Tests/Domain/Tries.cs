using FsCheck;

namespace WitaLive.Tests.Domain;

/// <summary>How often a property is tried: briefly with every run, WITALIVE_TRIES times as often for an exploration (README).</summary>
internal static class Tries
{
    private static readonly double s_times =
        double.TryParse(Environment.GetEnvironmentVariable("WITALIVE_TRIES"), NumberStyles.Float, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;

    /// <summary>Fails with the seed that shows it: Config.Replay runs that one again.</summary>
    /// <param name="usual">Random cases with every run.</param>
    public static void IsTried(this Property property, int usual = 100) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Of(usual)).WithParallelRunConfig(null));

    /// <summary>Whether this run is shorter than usual, so that chance may not have brought everything about.</summary>
    public static bool AreFew => s_times < 1;

    private static int Of(int usual) => Math.Max(1, (int)(usual * s_times));
}
