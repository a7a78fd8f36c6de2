using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Reports;
using WitaLive.Tests.Access;
using WitaLive.Tests.Browser;

namespace WitaLive.Tests.Reports;

/// <summary>The one form of a report's page, sent as a browser sends it.</summary>
public sealed class PostingTheReport
{
    [Fact]
    public async Task Keeps_a_megabyte_of_what_was_typed_and_hands_back_what_came_too_late()
    {
        await using var app = await RunningApp.StartAsync();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = new MeetingId((await SweptMandates.HoldAsync(app.Services, now.AddDays(-30))).Meeting);
        using var browser = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(browser, "Bram Haeseldonckx");
        var text = "=1+1 עברית \u202E<b>" + new string('é', 1_000_000);
        var place = $"{ReportPart.Whole:N}:fr";

        var page = await AtTheReport.PostAsync(browser, id, new() { [$"text:{place}"] = text.Replace("<", "\u0001<", StringComparison.Ordinal), [$"version:{place}"] = "0", ["Act"] = "Supply" });

        Assert.Contains("Het verslag is bezorgd", page, StringComparison.Ordinal); // the text was saved first
        Assert.Equal(text, await LastAsync(app, id));
        page = await browser.GetStringAsync(new Uri($"meetings/{id.Value}/report", UriKind.Relative));
        Assert.Matches(@"<details>\s*<summary>Een lange tekst, van 1.000.0\d\d tekens\.", page); // or every browser would lay out a megabyte in a field before it shows the page
        Assert.Matches($@"</summary>\s*<div class=""field""><label for=""{place}""", page);
        page = await CorrectAsync(browser, id, reason: ""); // refused, and what was typed still stands there
        Assert.Contains("Er is een reden nodig", page, StringComparison.Ordinal);
        Assert.Contains("value=\"00:00:07\"", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("Er is een reden nodig").Length - 1); // above the page, and beside the fact
        page = await CorrectAsync(browser, id, "klok van de zaal", ("Act", "Save")); // Enter in a field presses the first button
        Assert.Contains("Verbeterd. Het verslag toont", page, StringComparison.Ordinal);
        Assert.Contains("klok van de zaal", page, StringComparison.Ordinal);
        Assert.Contains("00:00:07 – ", page, StringComparison.Ordinal);
        page = await CorrectAsync(browser, id, "encore l’horloge", ("Corrections", "0")); // opened before the other correction
        Assert.Contains("Iemand anders heeft dit verslag verbeterd", page, StringComparison.Ordinal);
        Assert.Contains("encore l’horloge", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("name=\"Corrections\" value=\"1\"", page, StringComparison.Ordinal);
        var remark = new string('r', ReportRemarks.LongestShown + 1);
        Assert.Null(await app.Services.GetRequiredService<ReportWriting>().RemarkAsync(Who.With(Roles.Secretariat), id, Guid.NewGuid(), remark, false, default));
        page = await browser.GetStringAsync(new Uri($"meetings/{id.Value}/report", UriKind.Relative));
        Assert.Equal(2, page.Split(remark).Length); // folded, and sent once
        Assert.Contains("Een lange opmerking, van 2.001 tekens.", page, StringComparison.Ordinal);
        page = await AtTheReport.PostAsync(browser, id, new() { ["RemarkKey"] = Guid.NewGuid().ToString(), ["Text"] = new string('q', ReportProgress.LongestText - 5), ["Act"] = "Remark" });
        page = WebUtility.HtmlDecode(await AtTheReport.PostAsync(browser, id, new() { ["RemarkKey"] = Guid.NewGuid().ToString(), ["Text"] = "Nog één woord", ["Act"] = "Remark" }));
        Assert.Contains("er is nog plaats voor 5.", page, StringComparison.Ordinal);
        Assert.Contains(">Nog één woord</p>", page, StringComparison.Ordinal); // refused, and still there: the secretariat has no field for it
        await CloseAsync(app, id, now);
        page = await AtTheReport.PostAsync(browser, id, new() { [$"text:{place}"] = "Une précision", [$"version:{place}"] = "1", ["Act"] = "Save" });
        Assert.Contains("Er is niets gewijzigd", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Une précision", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(text, await LastAsync(app, id));
        Assert.Contains("<p class=\"typed\" dir=\"auto\"", page, StringComparison.Ordinal); // what turns the line round turns nothing else
        Assert.Contains("Versie 1 van Bram Haeseldonckx", page, StringComparison.Ordinal);

        // Changed in the database, by somebody who can: said on the page.
        Assert.DoesNotContain("buiten dit systeem gewijzigd", page, StringComparison.Ordinal);
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
            await db.Set<JournalEntry>().Where(e => e.MeetingId == id && e.Sequence == 5).ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, e => e.Payload + " "));
        Assert.Contains("buiten dit systeem gewijzigd: vanaf nummer 5", await browser.GetStringAsync(new Uri($"meetings/{id.Value}/report", UriKind.Relative)), StringComparison.Ordinal);

        // Who is of no chamber that has it, or to which it is lent, is kept out.
        using var stranger = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(stranger, "Lutgart Eeckhaerts");
        using var refused = await stranger.GetAsync(new Uri($"meetings/{id.Value}/report", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Leaves_what_cannot_be_kept_in_its_field()
    {
        await using var app = await RunningApp.StartAsync();
        var id = new MeetingId((await SweptMandates.HoldAsync(app.Services, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-30))).Meeting);
        using var browser = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(browser, "Bram Haeseldonckx");
        var (place, typed) = ($"{ReportPart.Whole:N}:fr", new string('x', ReportProgress.LongestText + 1));

        var page = await AtTheReport.PostAsync(browser, id, new() { [$"text:{place}"] = typed, [$"version:{place}"] = "0", ["Act"] = "Save" });

        Assert.Contains(typed, page, StringComparison.Ordinal);
        Assert.Null(await LastAsync(app, id));
    }

    [Fact]
    public async Task Leaves_alone_what_somebody_else_has_written_in_a_field_that_this_page_never_touched()
    {
        await using var app = await RunningApp.StartAsync();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = new MeetingId((await SweptMandates.HoldAsync(app.Services, now.AddDays(-30))).Meeting);
        using var browser = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(browser, "Bram Haeseldonckx");
        var (writing, secretary) = (app.Services.GetRequiredService<ReportWriting>(), Who.With(App.Access.Roles.Secretariat));
        var whole = $"{ReportPart.Whole:N}:fr";
        await AtTheReport.PostAsync(browser, id, new() { [$"text:{whole}"] = "", [$"version:{whole}"] = "0", ["Act"] = "Save" }); // nothing stood there, and nothing was typed
        Assert.Empty(await VersionsAsync());
        Assert.Null(await writing.WriteAsync(secretary, id, ReportPart.Whole, "fr", "Première version", 0, default));
        // The page has been opened; meanwhile somebody else goes on writing.
        Assert.Null(await writing.WriteAsync(secretary, id, ReportPart.Whole, "fr", "Deuxième version", 1, default));

        await AtTheReport.PostAsync(browser, id, new() { [$"text:{whole}"] = "Première version", [$"version:{whole}"] = "1", ["Act"] = "Save" });
        Assert.Equal(["Première version", "Deuxième version"], await VersionsAsync());
        var many = Enumerable.Range(0, 2_000).ToDictionary(n => $"further:{n}", n => ""); // of a long agenda
        (many[$"text:{whole}"], many[$"version:{whole}"], many["Act"]) = ("Première version, complétée", "1", "Save");
        var page = await SendAsync(many);
        Assert.Equal(["Première version", "Deuxième version"], await VersionsAsync());

        // Said where it happened: one's own text in its field, theirs below it, and nothing else is done before it is chosen.
        var why = page[page.IndexOf($"id=\"{whole}\"", StringComparison.Ordinal)..page.IndexOf("class=\"contested\"", StringComparison.Ordinal)];
        Assert.Contains("Première version, complétée</textarea>", why, StringComparison.Ordinal);
        var choice = page.Split("class=\"contested\"")[1].Split("</section>")[0];
        Assert.Contains("Iemand anders heeft hier intussen geschreven", choice, StringComparison.Ordinal);
        Assert.Contains(">Deuxième version</p>", choice, StringComparison.Ordinal);
        Assert.Matches("<del[^>]*>.*Deuxième version</del><ins[^>]*>.*Première version, complétée</ins>", choice);
        Assert.Contains($"name=\"version:{whole}\" value=\"1\"", page, StringComparison.Ordinal);
        page = await SendAsync(new() { [$"text:{whole}"] = "Première version, complétée", [$"version:{whole}"] = "1", ["Act"] = "Supply" });
        Assert.Contains("class=\"contested\"", page, StringComparison.Ordinal);
        Assert.Null((await app.Services.GetRequiredService<ReportReading>().ReadAsync(secretary, id, default))!.Stage);
        await SendAsync(new() { [$"text:{whole}"] = "Première version, complétée", [$"version:{whole}"] = "1", ["Keep"] = $"{whole}:2" });
        Assert.Equal(["Première version", "Deuxième version", "Première version, complétée"], await VersionsAsync());

        // Theirs holds on; what was typed stays below it.
        page = await SendAsync(new() { [$"text:{whole}"] = "Encore une autre", [$"version:{whole}"] = "2", ["Take"] = $"{whole}:3" });
        Assert.DoesNotContain("class=\"contested\"", page, StringComparison.Ordinal);
        Assert.Equal(["Première version", "Deuxième version", "Première version, complétée", "Encore une autre", "Première version, complétée"], await VersionsAsync());
        page = await SendAsync(new() { [$"text:{whole}"] = "Trop tard", [$"version:{whole}"] = "2", ["Keep"] = $"{whole}:3" }); // a third one was faster
        Assert.Contains("class=\"contested\"", page, StringComparison.Ordinal);
        Assert.Equal(5, (await VersionsAsync()).Count());

        async Task<string> SendAsync(Dictionary<string, string> fields) => WebUtility.HtmlDecode(await AtTheReport.PostAsync(browser, id, fields));

        async Task<IEnumerable<string>> VersionsAsync() => (await app.Services.GetRequiredService<ReportReading>().ReadAsync(secretary, id, default))!.Parts.Select(p => p.Part.Text);
    }

    [Fact]
    public async Task Puts_a_pause_right_and_refuses_hours_that_turn_coming_into_going()
    {
        await using var app = await RunningApp.StartAsync();
        var start = BrusselsTime.At(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-30).DayInBrussels(), new(14, 0));
        var id = new MeetingId((await SweptMandates.HoldAsync(app.Services, start)).Meeting); // until 15:45
        using var browser = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(browser, "Bram Haeseldonckx");
        var reading = app.Services.GetRequiredService<ReportReading>();
        var member = (await ReadAsync()).Meeting.Attendances.Keys.First();

        var page = await SendAsync("pause", "14:40:00", "14:20:00", "personne ne l’avait notée");
        Assert.Contains("Deze schorsing klopt niet", page, StringComparison.Ordinal);
        Assert.Contains("value=\"14:40:00\"", page, StringComparison.Ordinal); // what was typed still stands there
        page = await SendAsync("pause", "14:20:00", "14:40:00", "personne ne l’avait notée");
        Assert.Contains("Suspension de la réunion : 14:20:00 – 14:40:00", Plain(page), StringComparison.Ordinal);
        Assert.Contains("auparavant : aucune. Rectifié le", Plain(page), StringComparison.Ordinal);
        page = await SendAsync("pause:0", "14:20:00", "14:30:00", "reprise plus tôt");
        Assert.Contains("Suspension de la réunion : 14:20:00 – 14:30:00", Plain(page), StringComparison.Ordinal);
        Assert.Contains("auparavant : 14:20:00 – 14:40:00", Plain(page), StringComparison.Ordinal);
        Assert.Equal(start.AddMinutes(30), Assert.Single((await ReadAsync()).Meeting.PausesHeld).Until);

        page = await SendAsync($"stay:{member.Value:N}:0", "15:50:00", "", "l’entrée était une sortie");
        Assert.Contains("ze overlappen een andere aanwezigheid", page, StringComparison.Ordinal);
        Assert.Equal(start, (await ReadAsync()).Meeting.Attendances[member].Stays[0].From);

        async Task<MeetingReport> ReadAsync() => (await reading.ReadAsync(Who.With(App.Access.Roles.Secretariat), id, default))!.Facts;

        async Task<string> SendAsync(string fact, string from, string until, string reason) => WebUtility.HtmlDecode(await AtTheReport.PostAsync(
            browser, id, new() { [$"fix:{fact}:from"] = from, [$"fix:{fact}:until"] = until, [$"fix:{fact}:reason"] = reason, ["Correct"] = fact }));

        static string Plain(string page) => page.Replace('\u202f', ' ').Replace('\u00a0', ' ');
    }

    private static async Task<string> CorrectAsync(HttpClient browser, MeetingId id, string reason, (string Name, string Value)? button = null) => WebUtility.HtmlDecode(await AtTheReport.PostAsync(
        browser, id, new() { ["fix:hours:from"] = "00:00:07", ["fix:hours:reason"] = reason, [button?.Name ?? "Correct"] = button?.Value ?? "hours" }));

    private static async Task<string?> LastAsync(RunningApp app, MeetingId id) => (await app.Services.GetRequiredService<ReportReading>().ReadAsync(
        Who.With(App.Access.Roles.Secretariat), id, default))!.Parts.LastOrDefault()?.Part.Text;

    // The chamber sits again, and chair and secretary confirm.
    private static async Task CloseAsync(RunningApp app, MeetingId id, DateTimeOffset now)
    {
        var held = await SweptMandates.HoldAsync(app.Services, now.AddDays(-1));
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync())
        {
            await db.Set<PlannedMeeting>().Where(m => m.Id == new MeetingId(held.Meeting)).ExecuteUpdateAsync(set => set.SetProperty(m => m.StartsAt, now.AddDays(1)).SetProperty(m => m.OpenedAt, now.AddDays(1)));
        }
        var (writing, chair) = (app.Services.GetRequiredService<ReportWriting>(), (await app.Services.GetRequiredService<ReportReading>().ReadAsync(
            Who.With(App.Access.Roles.Secretariat), id, default))!.Facts.Plan.Presiders[0].Person);
        Assert.Null(await writing.ConfirmAsync(Who.With(chair), id, default));
        Assert.Null(await writing.ConfirmAsync(Who.With(App.Access.Roles.Secretariat), id, default));
    }
}
