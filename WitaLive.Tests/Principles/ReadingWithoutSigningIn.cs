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

    private async Task WriteAsync(string number, bool isAdopted, string title)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var proposal = new StoredProposal { Id = new(Guid.NewGuid()), Number = number, CreatedAt = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        proposal.Write(AProposal.Principle(title) with { Code = number });
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
