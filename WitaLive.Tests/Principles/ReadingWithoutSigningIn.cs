using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Data;
using WitaLive.App.Principles;
using WitaLive.Domain.Principles;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Simulators;

namespace WitaLive.Tests.Principles;

/// <summary>What is published, as a browser without scripts gets it.</summary>
public class ReadingWithoutSigningIn(PublicApp app) : IClassFixture<PublicApp>
{
    [Theory]
    [InlineData("cadastre", "fr", "Cadastre des activités", "Danseur ou danseuse")]
    [InlineData("cadastre", "nl", "Kadaster van activiteiten", "Danser")]
    [InlineData("cadastre", "de", "Tätigkeitskataster", "Kostümherstellung")]
    [InlineData("cadastre", "en", "Cadastre of activities", "Costume maker")]
    [InlineData("cadastre?domain=music", "en", "Singer", "Composer")]
    [InlineData("cadastre/dancer", "fr", "Danseur ou danseuse", "Liste de départ")]
    [InlineData("principles", "nl", "Principebesluiten", "href=\"cadastre\"")]
    [InlineData("", "de", "href=\"cadastre\"", "href=\"principles\"")]
    public async Task The_pages_come_whole_in_four_languages(string address, string language, string one, string other)
    {
        var (code, page) = await GetAsync(address, language);

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Contains(one, page, StringComparison.Ordinal);
        Assert.Contains(other, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_have_no_part_that_waits_for_a_circuit()
    {
        foreach (var address in new[] { "cadastre", "cadastre/dancer", "principles", "principles/2020-P-0001" })
        {
            var (_, page) = await GetAsync(address, "fr");
            Assert.DoesNotContain("<!--Blazor:{\"type\":\"server\"", page, StringComparison.Ordinal);
            Assert.Contains("data-page=\"static\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Words_are_found_in_any_language_and_what_does_not_exist_is_not_found()
    {
        var (_, found) = await GetAsync("cadastre?words=ZANGER", "fr");
        Assert.Contains("cadastre/singer", found, StringComparison.Ordinal);
        Assert.DoesNotContain("cadastre/dancer", found, StringComparison.Ordinal);
        var (_, none) = await GetAsync("cadastre?words=%3Cscript%3Ezzz&domain=cookery", "en");
        Assert.Contains("No activity found", none, StringComparison.Ordinal);
        Assert.Contains("value=\"<script>zzz\"", none, StringComparison.Ordinal); // decoded here: in the page it is no script
        var (_, noDay) = await GetAsync("cadastre?day=9999-99-99", "en");
        Assert.Contains("“9999-99-99” is no day from 2000 to 2100", noDay, StringComparison.Ordinal);
        Assert.Contains("cadastre/dancer", noDay, StringComparison.Ordinal);
        var (_, tooEarly) = await GetAsync("cadastre?day=2001-01-01", "en");
        Assert.Contains("Nothing that you look for had been adopted by that day", tooEarly, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("cadastre/baker", "en")).Code);
        var (code, missing) = await GetAsync("principles/2020-P-0001", "en");
        Assert.Equal(HttpStatusCode.NotFound, code);
        Assert.Contains("There is no such decision of principle", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_principle_says_in_which_language_it_is_when_it_is_not_in_the_readers_and_drafts_are_nowhere()
    {
        await WriteAsync("2019-P-0001", isAdopted: true, "Répétitions adoptées");
        await WriteAsync("2019-P-0002", isAdopted: false, "Projet secret");

        var (_, list) = await GetAsync("principles", "de");
        Assert.Contains("Répétitions adoptées", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Projet secret", list, StringComparison.Ordinal);
        var (_, page) = await GetAsync("principles/2019-P-0001", "de");
        Assert.Contains(">auf Französisch</span>", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", page, StringComparison.Ordinal);
        Assert.Contains("Angenommen vom Plenum vom Dienstag, 5.\u00a0März 2019, Vorschlag 2019-P-0001", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("principles/2019-P-0002", "de")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("principles/2019-p-0001'--", "de")).Code);
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        using var closed = await client.GetAsync(new Uri("/proposals", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task Principles_are_found_by_words_of_any_language_their_number_and_their_art()
    {
        await WriteAsync("2018-P-0001", isAdopted: true, "L’échauffement des danseurs");
        await WriteAsync("2018-P-0002", isAdopted: true, "Les droits voisins");

        var (_, found) = await GetAsync("principles?words=ECHAUFFEMENT%20repetities&domain=theatre", "de");
        Assert.Contains("href=\"principles/2018-P-0001\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("2018-P-0002", found, StringComparison.Ordinal);
        Assert.Contains("value=\"ECHAUFFEMENT repetities\"", found, StringComparison.Ordinal);
        Assert.Contains("href=\"principles/2018-P-0002\"", (await GetAsync("principles?words=2018-p-0002", "fr")).Page, StringComparison.Ordinal);
        var (_, none) = await GetAsync("principles?words=echauffement&domain=music", "fr");
        Assert.DoesNotContain("2018-P-0001", none, StringComparison.Ordinal);
        Assert.Contains("Aucune décision de principe trouvée", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_is_chosen_in_the_address_and_what_was_not_adopted_by_then_is_not_told()
    {
        await WriteAsync("2017-P-0009", isAdopted: true, "Le jour choisi");

        Assert.DoesNotContain("2017-P-0009", (await GetAsync("principles?day=2019-03-04", "fr")).Page, StringComparison.Ordinal);
        var (_, held) = await GetAsync("principles?day=2019-03-05", "fr");
        Assert.Contains("href=\"principles/2017-P-0009?day=2019-03-05\"", held, StringComparison.Ordinal);
        Assert.Contains("Tel qu’il se présente au mardi 5\u00a0mars 2019", held, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("principles/2017-P-0009?day=2019-03-05", "fr")).Code);
        Assert.Contains("No activity found", (await GetAsync("cadastre?day=2023-12-31&words=danseur", "en")).Page, StringComparison.Ordinal);
        Assert.Contains("50 activities on Monday 1\u00a0January 2024", (await GetAsync("cadastre?day=2024-01-01", "en")).Page, StringComparison.Ordinal);
        Assert.Contains("cadastre/dancer", (await GetAsync("cadastre?day=gestern", "en")).Page, StringComparison.Ordinal); // not a day: today
    }

    [Fact]
    public async Task A_heading_says_its_language_and_what_is_to_come_and_to_change_again_says_both_days()
    {
        await WriteAsync("2016-P-0001", isAdopted: true, "", AProposal.Activity("bell-ringer", from: new(2090, 1, 1)));
        await WriteAsync("2016-P-0002", isAdopted: true, "", AProposal.Activity("bell-ringer", ProposalChange.Renew, from: new(2091, 1, 1)));

        var (_, page) = await GetAsync("cadastre/bell-ringer", "en");
        Assert.Contains("<h1 lang=\"fr\">Marionnettiste</h1>", page, StringComparison.Ordinal);
        Assert.Contains("In force from Sunday 1\u00a0January 2090 to Sunday 31\u00a0December 2090", page, StringComparison.Ordinal);
        Assert.Contains("Not in force today", page, StringComparison.Ordinal);
        var (_, list) = await GetAsync("cadastre?words=bell-ringer", "en");
        Assert.Contains("Adopted, in force later", list, StringComparison.Ordinal);
        Assert.DoesNotContain("No activity found", list, StringComparison.Ordinal);
        Assert.Equal((await GetAsync("cadastre?day=2024-01-01", "en")).Page.Contains("50 activities", StringComparison.Ordinal), (await GetAsync("cadastre", "en")).Page.Contains("50 activities", StringComparison.Ordinal)); // what is to come does not count
    }

    private async Task WriteAsync(string number, bool isAdopted, string title, Proposal? said = null)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var proposal = new StoredProposal { Id = new(Guid.NewGuid()), Number = number, CreatedAt = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        proposal.Write(said ?? AProposal.Principle(title) with { Code = number });
        proposal.Course = new(isAdopted ? ProposalStage.Adopted : ProposalStage.Discussed, null);
        if (isAdopted)
            proposal.Adopt(new(2019, 3, 5), new(2019, 3, 5, 14, 0, 0, TimeSpan.Zero));
        db.Add(proposal);
        await db.SaveChangesAsync();
    }

    private async Task<(HttpStatusCode Code, string Page)> GetAsync(string address, string language)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/" + address, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }
}
