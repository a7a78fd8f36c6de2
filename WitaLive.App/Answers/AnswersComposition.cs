namespace WitaLive.App.Answers;

public static class AnswersComposition
{
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddSingleton<PaperOpenings>()
        .AddSingleton<AnswerBook>()
        .AddSingleton<AnswerDesk>()
        .AddSingleton<AnswerLinks>()
        .AddSingleton<AnswerWords>()
        .AddSingleton<AnswerConsequences>()
        .AddSingleton<ProxyMails>()
        .AddSingleton<ProxyEnding>()
        .AddSingleton<ProxyDesk>();
}
