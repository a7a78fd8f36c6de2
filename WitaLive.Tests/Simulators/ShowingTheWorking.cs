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
        Assert.Contains(none, await AsHtml<EligibilityPage>(language, address: "?filingOn=2026-11-23&performances=0"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", 1), InlineData("?filingOn=2026-11-23&performances=&year=2026&amount=&activity=Core&proven=0", 1)]
    [InlineData("?filingOn=2027-11-23&year=2026&amount=&activity=Core&proven=0&add=yes", 2)]
    public async Task Of_no_figures_says_what_to_enter_and_points_nowhere(string address, int lines)
    {
        var html = await AsHtml<EligibilityPage>("en", address: address);

        Assert.Contains("Enter an income or tick what applies to you", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"verdict\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"conditions\"", html, StringComparison.Ordinal);
        Assert.Equal(lines, html.Split("name=\"amount\"").Length - 1);
    }

    [Theory]
    [InlineData("performances=0"), InlineData("plan=yes"), InlineData("diploma=yes"), InlineData("heldPlus=yes"), InlineData("heldBefore=yes")]
    [InlineData("year=2026&amount=0&activity=Core&proven=0")]
    public async Task Of_anything_entered_points_somewhere(string entered) =>
        Assert.Contains("class=\"verdict\"", await AsHtml<EligibilityPage>("en", address: $"?filingOn=2026-11-23&{entered}"), StringComparison.Ordinal);

    [Fact]
    public async Task Keeps_what_was_sent_and_says_beside_it_what_is_no_amount()
    {
        var html = await AsHtml<EligibilityPage>("en", address: "?filingOn=2026-11-23&year=2026&amount=twelve&activity=Peripheral&year=2025&amount=7.50&activity=Core&proven=1");

        Assert.Contains("value=\"twelve\"", html, StringComparison.Ordinal);
        Assert.Contains("An amount in euros with at most two decimals is expected here.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"verdict\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"7.50\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("performances=2.5", "A whole number is expected here."), InlineData("performances=-3", "The number is below 0"), InlineData("performances=abc", "A whole number is expected here.")]
    [InlineData("plan=yes&year=20.5&amount=7&activity=Core&proven=0", "A whole number is expected here."), InlineData("plan=yes&year=999999999999&amount=7&activity=Core&proven=0", "The year is after the filing")]
    public async Task Says_what_is_no_number_and_counts_nothing_with_it(string entered, string said)
    {
        var html = await AsHtml<EligibilityPage>("en", address: $"?filingOn=2026-11-23&{entered}");

        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"verdict\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("-2147483648", html, StringComparison.Ordinal);
    }

    [Theory] // whoever writes an address by hand need not know what the form says beside it
    [InlineData("?formation=restricted&experts=1", "Please fill in this field"), InlineData("?formation=restricted&experts=1&shown=enlarged", "The quorum is reached."), InlineData("?formation=restricted", "The quorum is reached.")]
    public async Task Of_a_quorum_counts_with_the_seats_that_were_given(string address, string said) =>
        Assert.Contains(said, await AsHtml<QuorumPage>("en", address: address), StringComparison.Ordinal);

    [Fact]
    public async Task Of_a_quorum_has_the_chair_there_where_an_address_says_nothing_of_it() =>
        Assert.Contains("The quorum is reached.", await AsHtml<QuorumPage>("en", address: "?formation=restricted&experts=3&administrations=1&unions=1&employers=1"), StringComparison.Ordinal);

    [Fact]
    public async Task Of_a_decision_counts_with_the_votes_that_were_given() =>
        Assert.Contains("Please fill in this field", await AsHtml<DecisionPage>("en", address: "?formation=restricted&experts-infavour=1&experts-for=1"), StringComparison.Ordinal);

    [Fact]
    public async Task Says_that_more_seats_than_there_are_is_too_many_however_many()
    {
        var html = await AsHtml<QuorumPage>("en", address: "?formation=restricted&shown=restricted&experts=999999999999");

        Assert.Contains("please give no more", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2147483647\"", html, StringComparison.Ordinal); // the largest there is
    }

    [Theory] // the line that is removed is another one than those that stay
    [InlineData("remove=0", "year=2025&amount=13546.01&activity=Core&proven=1"), InlineData("remove=7", "")]
    public async Task Removes_a_line_and_reads_the_others_as_they_were(string remove, string second)
    {
        var html = await AsHtml<EligibilityPage>("en", address: $"?filingOn=2026-11-23&year=2026&amount=1&activity=Core&proven=0&{second}&{remove}");

        Assert.Equal(1, html.Split("name=\"amount\"").Length - 1);
        Assert.Equal(second.Length > 0, html.Contains("value=\"13546.01\"", StringComparison.Ordinal));
        Assert.Equal(second.Length > 0, html.Contains("plus", StringComparison.Ordinal) && html.Contains("13,546.01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_due_date_reads_pauses_that_were_sent()
    {
        var html = await AsHtml<DeadlinePage>("en", address: "?completeOn=2024-01-10&from=2024-02-01&to=2024-02-10&add=yes");

        Assert.Contains("30\u00a0April 2024", html, StringComparison.Ordinal); // with the ten days of the one that was added
        Assert.Equal(2, html.Split("name=\"from\"").Length - 1);
    }

    private static Task<string> AsHtml<TPage>(string language, DateTimeOffset? now = null, string address = "") where TPage : IComponent => Rendered.AsHtml<TPage>(language, [], services => services
        .AddSingleton<TimeProvider>(new FakeTimeProvider(now ?? new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)))
        .AddSingleton<NavigationManager>(new Here(address))
        .AddSingleton(TheRules.Book)
        .AddSingleton(new Names(File.ReadAllText(Path.Combine(Repository.Root, "data", "names.json"))))
        .AddSingleton<QuorumSimulator>()
        .AddSingleton<DecisionSimulator>()
        .AddSingleton<NoticeSimulator>()
        .AddSingleton<DeadlineSimulator>()
        .AddSingleton<EligibilitySimulator>());

    private sealed class Here : NavigationManager
    {
        public Here(string address) => Initialize("https://live.example.be/", $"https://live.example.be/simulators{address}");
    }
}
