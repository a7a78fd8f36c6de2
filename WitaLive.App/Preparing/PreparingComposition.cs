using WitaLive.App.Jobs;
using WitaLive.App.Start;

namespace WitaLive.App.Preparing;

public static class PreparingComposition
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(6);

    public static IServiceCollection AddPreparing(this IServiceCollection services) => services
        .AddSingleton<PreparationWords>()
        .AddSingleton<PreparationDesk>()
        .AddSingleton<QuestionDesk>()
        .AddSingleton<IStartTask, QuestionTask>()
        .AddSweep<ForgetPreparations>(s_every, "ForgetPreparations");
}
