namespace WitaLive.App.Ballots;

internal static class BallotsComposition
{
    public static IServiceCollection AddBallots(this IServiceCollection services) => services.AddSingleton<RuleSentence>().AddSingleton<PutWords>();
}
