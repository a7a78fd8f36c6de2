using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Rules;
using WitaLive.App.Simulators;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Simulators;

public class ShowingTheWorking
{
    [Theory]
    [InlineData("fr", "Pour 6, contre 0", "Chambre restreinte", "Arrêté royal du 13\u00a0mars 2023")]
    [InlineData("nl", "Voor 6, tegen 0", "Beperkte kamer", "Koninklijk besluit van 13\u00a0maart 2023")]
    [InlineData("de", "Dafür 6, dagegen 0", "Eingeschränkte Kammer", "Königlicher Erlass vom 13.\u00a0März 2023")]
    [InlineData("en", "6 for, 0 against", "Restricted chamber", "Royal decree of 13\u00a0March 2023")]
    public async Task Of_a_decision_in_each_language(string language, string votes, string formation, string article)
    {
        var html = await AsHtml<DecisionPage>(language);

        Assert.Contains(votes, html, StringComparison.Ordinal);
        Assert.Contains(formation, html, StringComparison.Ordinal);
        Assert.Contains(article, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Le quorum est atteint."), InlineData("nl", "Het quorum is bereikt."), InlineData("de", "Die Sitzung ist beschlussfähig."), InlineData("en", "The quorum is reached.")]
    public async Task Of_a_quorum_in_each_language(string language, string reached) =>
        Assert.Contains(reached, await AsHtml<QuorumPage>(language), StringComparison.Ordinal);

    [Theory]
    [InlineData("fr", "Au plus tard le mercredi 25\u00a0novembre 2026", "ordre intérieur, art.\u00a05"), InlineData("nl", "Uiterlijk op woensdag 25\u00a0november 2026", "Huishoudelijk reglement")]
    [InlineData("de", "Spätestens am Mittwoch, 25.\u00a0November 2026", "Geschäftsordnung"), InlineData("en", "By Wednesday 25\u00a0November 2026 at the latest", "Rules of procedure")]
    public async Task Of_a_notice_in_each_language(string language, string latest, string article)
    {
        var html = await AsHtml<NoticePage>(language);

        Assert.Contains(latest, html, StringComparison.Ordinal);
        Assert.Contains(article, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Au plus tard le jeudi 25\u00a0février 2027"), InlineData("nl", "Uiterlijk op donderdag 25\u00a0februari 2027")]
    [InlineData("de", "Spätestens am Donnerstag, 25.\u00a0Februar 2027"), InlineData("en", "By Thursday 25\u00a0February 2027 at the latest")]
    public async Task Of_a_due_date_in_each_language(string language, string due) =>
        Assert.Contains(due, await AsHtml<DeadlinePage>(language, new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero)), StringComparison.Ordinal);

    [Theory]
    [InlineData("fr", "aucune attestation"), InlineData("nl", "geen enkel attest"), InlineData("de", "keine Bescheinigung"), InlineData("en", "no attestation")]
    public async Task Of_where_figures_point_in_each_language(string language, string none) =>
        Assert.Contains(none, await AsHtml<EligibilityPage>(language), StringComparison.Ordinal);

    private static Task<string> AsHtml<TPage>(string language, DateTimeOffset? now = null) where TPage : IComponent => Rendered.AsHtml<TPage>(language, [], services => services
        .AddSingleton<TimeProvider>(new FakeTimeProvider(now ?? new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)))
        .AddSingleton(TheRules.Book)
        .AddSingleton(new Names(File.ReadAllText(Path.Combine(Repository.Root, "data", "names.json"))))
        .AddSingleton<QuorumSimulator>()
        .AddSingleton<DecisionSimulator>()
        .AddSingleton<NoticeSimulator>()
        .AddSingleton<DeadlineSimulator>()
        .AddSingleton<EligibilitySimulator>());
}
