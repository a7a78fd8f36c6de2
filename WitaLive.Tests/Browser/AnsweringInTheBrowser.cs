using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

/// <summary>The planner convenes; a «no» from a telephone calls the substitute; a second one alarms the planner, and the effective member gives a proxy.</summary>
public partial class AnsweringInTheBrowser(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task One_no_calls_the_substitute_two_alarm_the_planner_and_a_proxy_is_given()
    {
        await using var app = await RunningApp.StartAsync();
        var (id, seat) = await PlannedAsync(app);
        await SweptMandates.AddFilesAsync(app.Services, id);
        var planner = await VisitorAsync(app: app);
        await planner.SignInAsync(PlanningInTheBrowser.Secretary, "en");
        await planner.GoAsync($"/meetings/{id.Value}");
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Convene", Exact = true }).ClickAsync();
        await planner.Page.Locator("dialog[open] button.danger").ClickAsync();

        // A telephone, not signed in, in the language of the mail.
        var first = await LinkAsync(app, id, seat.Effective!.Id);
        Assert.Empty(await MailsAsync(app, id, seat.Substitute!.Id));
        var telephone = await VisitorAsync(app: app, width: 390, height: 844);
        var scanner = await telephone.Page.APIRequest.GetAsync(new Uri(app.Address, first).ToString());
        Assert.Equal(200, scanner.Status);
        await telephone.Page.GotoAsync(first);

        // A number is no answer, whatever it would be counted as.
        await telephone.Page.Locator("button[name=Kind]").First.EvaluateAsync("button => button.value = '0'");
        await telephone.Page.Locator("button[name=Kind]").First.ClickAsync();
        await Assertions.Expect(telephone.Page.Locator(".notice-problem")).ToBeVisibleAsync();
        await telephone.Page.GotoAsync(first);
        await Assertions.Expect(telephone.Page.Locator("html")).ToHaveAttributeAsync("lang", seat.Effective.Language);
        await telephone.FitsAsync();
        await telephone.HasNoBarriersAsync();
        await Assertions.Expect(telephone.Page.Locator("#reason-hint")).ToHaveTextAsync(
            ReceiverLanguage.Run(seat.Effective.Language, () => app.Services.GetRequiredService<AnswerWords>().ReasonHint(callsPartner: true)));
        await telephone.PictureAsync("answers/asked");
        var late = await telephone.Page.Context.NewPageAsync(); // the same page in another tab, answered after this one
        await late.GotoAsync(first);
        await telephone.Page.Locator("button[value=Absent]").ClickAsync();
        await Assertions.Expect(telephone.Page.Locator(".notice-problem")).ToBeVisibleAsync(); // without a reason
        await telephone.PictureAsync("answers/no-reason");
        await telephone.Page.Locator("#reason").FillAsync("Grippe");
        await telephone.Page.Locator("button[value=Absent]").ClickAsync();
        await Assertions.Expect(telephone.Page.Locator(".notice-done")).ToBeVisibleAsync();
        await telephone.HasNoBarriersAsync();
        await telephone.PictureAsync("answers/recorded");
        await telephone.Page.GotoAsync(first);
        await Assertions.Expect(telephone.Page.Locator("button[value=Present]")).ToHaveCountAsync(0);
        await Assertions.Expect(telephone.Page.GetByText("Grippe")).ToHaveCountAsync(0); // whoever holds the link does not read why
        await telephone.PictureAsync("answers/used");
        var refused = await late.RunAndWaitForResponseAsync(() => late.Locator("button[value=Present]").ClickAsync(), response => response.Request.Method == "POST");
        Assert.Equal(200, refused.Status);
        await Assertions.Expect(late.Locator(".notice-problem")).ToBeVisibleAsync();
        await Assertions.Expect(late.Locator("html")).ToHaveAttributeAsync("lang", seat.Effective.Language);
        await Assertions.Expect(late.Locator("form[hidden]")).ToHaveCountAsync(0);
        await Assertions.Expect(late.GetByText("Grippe")).ToHaveCountAsync(0);
        await late.CloseAsync();

        await telephone.Page.GotoAsync(await LinkAsync(app, id, seat.Substitute.Id));
        await Assertions.Expect(telephone.Page.Locator("button[value=Partner]")).ToHaveCountAsync(0); // that one has said no already
        Assert.Null(await app.Services.GetRequiredService<AnswerDesk>().AnswerAsync(Who.With(seat.Substitute.Id), id, AnswerKind.Present, null, default)); // elsewhere, meanwhile
        await telephone.Page.Locator("#reason").FillAsync("Voyage");
        await telephone.Page.Locator("button[value=Absent]").ClickAsync();
        await Assertions.Expect(telephone.Page.Locator(".notice-problem")).ToBeVisibleAsync(); // nobody turns an answer round who has not seen it
        await telephone.PictureAsync("answers/meanwhile");
        await Assertions.Expect(telephone.Page.Locator("#reason")).ToHaveValueAsync("Voyage");
        await telephone.Page.Locator("button[value=Absent]").ClickAsync();
        await Assertions.Expect(telephone.Page.Locator(".notice-done")).ToBeVisibleAsync();

        await planner.GoAsync($"/meetings/{id.Value}");
        await Assertions.Expect(planner.Page.GetByText("Nobody is coming for one seat").First).ToBeVisibleAsync();
        await Assertions.Expect(planner.Page.GetByText("Grippe")).ToBeVisibleAsync();
        await planner.HasNoBarriersAsync();
        await planner.PictureAsync("answers/planner-alarmed");

        var giver = await VisitorAsync(app: app, width: 390, height: 844);
        await giver.SignInAsync(seat.Effective.FullName, "en");
        await giver.GoAsync($"/meetings/{id.Value}/proxy");
        await giver.Page.GetByLabel("To whom").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Assertions.Expect(giver.Page.Locator(".proxy-text")).ToContainTextAsync(seat.Effective.FullName);
        await giver.HasNoBarriersAsync();
        await giver.FitsAsync();
        await giver.PictureAsync("answers/proxy");
        await giver.Page.GetByRole(AriaRole.Button, new() { Name = "Sign the proxy" }).ClickAsync();
        await Assertions.Expect(giver.Page.GetByRole(AriaRole.Heading, new() { Name = "The proxy is given" })).ToBeVisibleAsync();
        await giver.HasNoBarriersAsync();
        await giver.PictureAsync("answers/proxy-given");
        await giver.GoAsync($"/meetings/{id.Value}");
        await Assertions.Expect(giver.Page.GetByRole(AriaRole.Heading, new() { Name = "Will you come?" })).ToBeVisibleAsync();
        await giver.HasNoBarriersAsync();
        await giver.PictureAsync("answers/member");
        await planner.GoAsync($"/meetings/{id.Value}");
        await Assertions.Expect(planner.Page.GetByText("holds the proxy").First).ToBeVisibleAsync();
        await RoundItAsync(app, id, seat, planner, giver);
    }

    // Round the same meeting, with the windows that are open.
    private async Task RoundItAsync(RunningApp app, MeetingId id, SeatOnDay seat, Visitor planner, Visitor member)
    {
        await RoundTheMeeting.StepAsideAsync(app, member, id, seat.Effective!.Id);
        var (asker, chair) = (await VisitorAsync(app: app), await VisitorAsync(app: app));
        await asker.SignInAsync(RoundTheMeeting.Administration, "en");
        await chair.SignInAsync(RoundTheMeeting.Chair, "en");
        await RoundTheMeeting.AskForAFileAsync(app, asker, chair, id);
        await RoundTheMeeting.SuspendAsync(app, planner, seat);
        var (_, _, quarter) = await SweptMandates.HoldAsync(app.Services, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-1));
        await RoundTheMeeting.ClaimAsync(chair, planner, quarter);
    }

    [FactNeeding(Need.Chromium)]
    public async Task A_letter_with_an_unknown_field_says_where_and_keeps_what_was_typed()
    {
        var visitor = await VisitorAsync();
        await visitor.SignInAsync(PlanningInTheBrowser.Secretary, "en");
        await visitor.GoAsync("/letters?kind=reminder&language=fr");
        var (page, body) = (visitor.Page, visitor.Page.GetByLabel("Text", new() { Exact = true }));
        var words = await body.InputValueAsync();

        await body.FillAsync(words + "\n{{meeting.dya}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a new version" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"Line {words.Split('\n').Length + 1}: {{{{meeting.dya}}}} is no field of this letter. Nothing was saved; what you typed is still here.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "How it looks" }).GetByRole(AriaRole.Alert)).ToHaveTextAsync($"Line {words.Split('\n').Length + 1}: {{{{meeting.dya}}}} is no field of this letter.");
        Assert.EndsWith("{{meeting.dya}}", await body.InputValueAsync(), StringComparison.Ordinal);
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("letters/refused");

        // Another letter is looked at; what was typed here waits, and whoever leaves the page is told.
        await page.GetByRole(AriaRole.Link, new() { Name = "Convocation", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Typed and not saved yet: Reminder (Français).")).ToBeVisibleAsync();
        await Assertions.Expect(body).Not.ToHaveValueAsync(words + "\n{{meeting.dya}}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Meetings", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("choose the same link once more to leave without it")).ToBeVisibleAsync();
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("letters/unsaved");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reminder", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("What you typed here before is still here. It is not saved yet.")).ToBeVisibleAsync();
        await Assertions.Expect(body).ToHaveValueAsync(words + "\n{{meeting.dya}}");

        await body.FillAsync(words + "\n\nMerci, **vraiment**.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a new version" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved. The next letter of this kind will say this.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".letter-shown strong").Last).ToHaveTextAsync("vraiment");
        await page.GetByText("Versions: 2").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use again: version 0" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Taken up again, as a new version.")).ToBeVisibleAsync();
        Assert.Equal(words, await body.InputValueAsync());
        await visitor.HasNoBarriersAsync();
    }

    // A restricted chamber's meeting with a point on its agenda, and a seat whose two preside nothing.
    internal static async Task<(MeetingId Id, SeatOnDay Seat)> PlannedAsync(RunningApp app)
    {
        var services = app.Services;
        var who = Who.With(Roles.Secretariat);
        var day = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().Date).AddDays(40);
        var chamber = (await services.GetRequiredService<CommissionDirectory>().ReadAsync(day)).Chambers.First(c => c.Section == "fr" && c.AdHocLanguage is null);
        var form = new MeetingForm { Chamber = chamber.Id.Value.ToString(), Day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Hour = "14:00", Place = "Salle Horta", Mode = MeetingMode.Hybrid };
        var (id, problems) = await services.GetRequiredService<MeetingPlanning>().CreateAsync(who, form, default);
        Assert.Empty(problems);
        Assert.Null(await services.GetRequiredService<AgendaPlanning>().AddPointAsync(who, id!.Value, new Dictionary<string, string> { ["fr"] = "Rapport annuel" }, 10, default));
        var presiders = new[] { chamber.Chair?.Id, chamber.SubstituteChair?.Id };
        return (id.Value, chamber.Seats.First(s => s is { Votes: true, Effective: not null, Substitute: not null } && s.Duo.All(p => !presiders.Contains(p.Id))));
    }

    private static async Task<List<OutgoingMail>> MailsAsync(RunningApp app, MeetingId id, PersonId person)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.MeetingId == id && m.PersonId == person).OrderBy(m => m.CreatedAt).ToListAsync();
    }

    /// <summary>The link in the newest mail to someone; waits until there is one.</summary>
    internal static async Task<string> LinkAsync(RunningApp app, MeetingId id, PersonId person)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            if ((await MailsAsync(app, id, person)).Select(m => Link().Match(m.Text)).LastOrDefault(m => m.Success) is { } found)
                return found.Value;
        }
    }

    [GeneratedRegex(@"answer\?key=[^\s]+")]
    private static partial Regex Link();
}
