using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using WitaLive.App.Calendar;
using WitaLive.App.Meetings;
using WitaLive.App.Public;
using WitaLive.App.Simulators;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Simulators;

namespace WitaLive.Tests.Public;

public class WhatThePublicReads(PublicApp app) : IClassFixture<PublicApp>
{
    [Theory]
    [InlineData("attestation", "13,546.00", "65,400.00", "5 years")]
    [InlineData("amateur", "80.18", "22.91", "572.71", "30 days")]
    [InlineData("sittings", "No sitting is set")]
    [InlineData("accessibility", "EN 301 549", "witalive@localhost")]
    [InlineData("privacy", "10 years")]
    [InlineData("genuine", "witalive@localhost")]
    public async Task Follows_from_the_rules_and_settings_in_every_language_and_needs_no_script(string page, params string[] facts)
    {
        var english = await ReadAsync(page, "en");
        Assert.All(facts, fact => Assert.Contains(fact, english, StringComparison.Ordinal));
        Assert.Contains("data-page=\"static\"", english, StringComparison.Ordinal);
        Assert.DoesNotContain("notice-problem", english, StringComparison.Ordinal); // nobody has entered anything yet
        var titles = new List<string>();
        foreach (var language in new[] { "en", "fr", "nl", "de" })
        {
            var html = await ReadAsync(page, language);
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
            titles.Add(html[(html.IndexOf("<h1", StringComparison.Ordinal) + 4)..html.IndexOf("</h1>", StringComparison.Ordinal)]);
        }
        Assert.True(page == "privacy" || titles.Distinct().Count() == 4, string.Join(", ", titles));
    }

    [Fact]
    public async Task Answers_a_program_that_asks_for_figures_there_are_not_with_a_sentence_and_no_page()
    {
        using var client = app.CreateClient();
        foreach (var (address, kind) in new[] { ("figures.json", "application/problem+json"), ("figures.csv", "text/plain") })
        {
            using var answer = await client.GetAsync(new Uri($"{address}?year=1999", UriKind.Relative));
            var said = await answer.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.NotFound, kind), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains("1999", said, StringComparison.Ordinal);
            Assert.DoesNotContain("<html", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("days=30&row=7&indemnity=80.18&travel=22.91&year=2025", "Within all limits.", "30 days, €2,405.40 in all.", "€120.27")]
    [InlineData("days=7&row=1&indemnity=81,82&travel=&year=2025", "More than €80.18 a day.", "€572.74", "€28.64")] // 572.71 is the limit
    [InlineData("days=7&indemnity=80.18&year=2025", "Within all limits.", "No contribution is owed.")]
    [InlineData("days=31&row=8&indemnity=1&travel=23&year=2025", "More than 30 days in the year.", "More than 7 days in a row", "More than €22.91 a day for travel.")]
    [InlineData("days=0&indemnity=1", "Enter whole days from 1 to 366")]
    [InlineData("days=367&indemnity=1", "Enter whole days from 1 to 366")]
    [InlineData("days=5&row=6&indemnity=1", "Enter whole days from 1 to 366")]
    [InlineData("days=5&indemnity=1.2345", "Enter amounts in euro below 10,000")]
    [InlineData("days=5&indemnity=10000", "Enter amounts in euro below 10,000")]
    [InlineData("days=5&indemnity=%3Cscript%3E", "Enter amounts in euro below 10,000")]
    public async Task Works_out_what_an_amateur_is_paid(string asked, params string[] said)
    {
        var html = await ReadAsync($"amateur?{asked}", "en");

        Assert.All(said, text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("core=13546.01", "PointsToPlus")]
    [InlineData("core=3000&core=&core=&core=&core=10546,00", "PointsToOrdinary")]
    [InlineData("core=3000&core=&core=&core=&core=10546,01", "PointsToPlus")]
    [InlineData("core=2709.01&heldPlus=yes&heldBefore=yes", "PointsToPlus")]
    [InlineData("core=13,546", "PointsToPlus")] // thousands, on an English page: more than the sum of two years
    [InlineData("core=5,418", "PointsToOrdinary")]
    [InlineData("core=5.418,01", "PointsToPlus")]
    [InlineData("core=5,418.01", "PointsToPlus")]
    [InlineData("core=5 418,1", "PointsToPlus")]
    [InlineData("core=300&performances=0&diploma=yes&plan=yes", "PointsToStarter")]
    [InlineData("core=300&performances=0&diploma=yes", "PointsToNone")]
    public async Task Works_out_what_yearly_sums_point_to(string asked, string verdict)
    {
        var texts = app.Services.GetRequiredService<IStringLocalizer<SimulatorTexts>>();
        CultureInfo.CurrentUICulture = new("en");

        Assert.Contains(texts[verdict].Value, await ReadAsync($"attestation?{asked}", "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("core=&core=&performances=")]
    [InlineData("core=")]
    public async Task Points_nowhere_before_anything_is_entered(string asked)
    {
        var html = await ReadAsync($"attestation?{asked}", "en");

        Assert.Contains("Enter an income or tick what applies to you", html, StringComparison.Ordinal);
        Assert.DoesNotContain("verdict", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("core=x")]
    [InlineData("core=-1")]
    [InlineData("core=1.2345")]
    [InlineData("core=13.54.6")]
    [InlineData("core=13.546")] // three decimals, on an English page
    [InlineData("core=100000000")] // as in a profile and an import
    [InlineData("core=1&performances=x")]
    public async Task Says_what_it_cannot_work_out(string asked)
    {
        var html = await ReadAsync($"attestation?{asked}", "en");

        Assert.Contains("notice-problem", html, StringComparison.Ordinal);
        Assert.DoesNotContain("verdict", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_chambers_sit_and_nothing_else_of_the_months_ahead()
    {
        await using var office = await PlanningOffice.OnAsync();
        var chamber = await office.ChamberAsync();
        var planned = await office.PlanAsync();
        var cancelled = await office.PlanAsync(change: form => form.Day = "2027-01-19");
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, cancelled, "Zeus", default));
        var kept = new ProvisionalDate { Id = new(Guid.NewGuid()), ChamberId = chamber.Id, StartsAt = office.Clock.GetUtcNow().AddMonths(2), Minutes = 60, Mode = MeetingMode.OnSite, Place = "Salle secrète" };
        var beyond = new ProvisionalDate { Id = new(Guid.NewGuid()), ChamberId = chamber.Id, StartsAt = office.Clock.GetUtcNow().AddMonths(7), Minutes = 60, Mode = MeetingMode.OnSite, Place = "Salle secrète" };
        await office.DoAsync(db => db.AddRange(kept, beyond));

        var sittings = await office.Get<PublicSittings>().ReadAsync(default);

        var at = (await office.ReadAsync(planned)).StartsAt;
        Assert.Equal(new[] { at, kept.StartsAt }.Order(), sittings.Select(s => s.StartsAt));
        Assert.All(sittings, s => Assert.True(s.IsProvisional)); // nobody is convened yet
        await office.DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == planned).ConvenedAt = office.Clock.GetUtcNow());
        Assert.Equal(at, Assert.Single(await office.Get<PublicSittings>().ReadAsync(default), s => !s.IsProvisional).StartsAt);
        office.Clock.Advance(at - office.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(await office.Get<PublicSittings>().ReadAsync(default), s => s.StartsAt == at);
    }

    [Fact]
    public async Task Comes_with_a_style_that_is_compressed()
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "app.css");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await client.SendAsync(request);
        var sent = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        using var read = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        await read.CopyToAsync(whole);
        Assert.True(sent.Length < whole.Length / 2, $"{sent.Length} of {whole.Length} bytes");
    }

    private async Task<string> ReadAsync(string page, string language)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var response = await client.GetAsync(new Uri(page, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).Replace('\u00a0', ' ').Replace("\u00ad", "", StringComparison.Ordinal);
    }
}
