using WitaLive.App.Jobs;

namespace WitaLive.App.Forecasts;

public static class ForecastsComposition
{
    // The bell rings at every answer; this is for what changes without one: a day that comes near, a mandate that ends.
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddForecasts(this IServiceCollection services) => services
        .AddSingleton<PastMeetings>()
        .AddSingleton<ReceivedProxies>()
        .AddSingleton<Forecasting>()
        .AddSingleton<ForecastWords>()
        .AddSingleton<QuorumAlarms>()
        .AddSweep<WatchQuorum>(s_every, "WatchQuorum");
}
