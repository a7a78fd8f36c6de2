using WitaLive.App.Access;
using WitaLive.App.Layout;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Start;

namespace WitaLive.App.Principles;

public static class PrinciplesComposition
{
    public static IServiceCollection AddPrinciples(this IServiceCollection services) => services
        .AddSingleton<AdoptedTexts>()
        .AddSingleton<ProposalChecks>()
        .AddSingleton<ProposalVersions>()
        .AddSingleton<ProposalSteps>()
        .AddSingleton<IFollowAgenda>(all => all.GetRequiredService<ProposalSteps>())
        .AddSingleton<IFollowEvents>(all => all.GetRequiredService<ProposalSteps>())
        .AddSingleton<ProposalReading>()
        .AddSingleton<ProposalDrafts>()
        .AddSingleton<ProposalDesk>()
        .AddSingleton<ProposalPlacing>()
        .AddSingleton<TranslationDesk>()
        .AddSingleton<TranslationAssigning>()
        .AddSingleton<PrincipleWords>()
        .AddSingleton<IStartTask, ProposalTask>()
        .AddSingleton<IStartTask, TranslationTask>()
        .Configure<LayoutParts>(parts => parts.Navigation.Add(new("proposals", typeof(PrincipleTexts), "InNavigation", Order: 23, Policies.SignedIn, Group: NavigationGroup.CaseWork) { Also = ["principles", "cadastre"] }));
}
