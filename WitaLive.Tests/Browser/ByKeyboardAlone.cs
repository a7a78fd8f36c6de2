using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

/// <summary>A meeting from its planning to its second convocation, with no hand on a mouse.</summary>
public partial class ByKeyboardAlone(Browsers browsers) : BrowserTest(browsers)
{
    private const string Secretary = PlanningInTheBrowser.Secretary;

    [FactNeeding(Need.Chromium)]
    public async Task The_planner_convenes_hears_a_no_is_alarmed_and_convenes_again()
    {
        var clock = new TheStoryClock();
        await using var app = await RunningApp.StartAsync(web => web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        var planner = await VisitorAsync(app: app);
        await planner.SignInAsync(Secretary, "en");
        var id = await PlanAsync(app, planner, clock);
        await PressAsync(planner.Page, planner.Page.GetByRole(AriaRole.Button, new() { Name = "Convene", Exact = true }));
        await PressAsync(planner.Page, planner.Page.Locator("dialog[open] button.danger"));
        await Assertions.Expect(planner.Page.Locator("#convocation ~ .notice-place .notice-done")).ToBeVisibleAsync();

        // On a telephone's screen, one says no; the substitute is called, and says no too.
        var seats = await SeatsAsync(app, id);
        var telephone = await VisitorAsync(app: app, width: 390, height: 844);
        foreach (var person in seats[0].Duo)
        {
            await telephone.Page.GotoAsync(await AnsweringInTheBrowser.LinkAsync(app, id, person.Id));
            await TabToAsync(telephone.Page, telephone.Page.Locator("#reason"));
            await telephone.Page.Keyboard.TypeAsync("Grippe");
            await PressAsync(telephone.Page, telephone.Page.Locator("button[value=Absent]"));
            await Assertions.Expect(telephone.Page.Locator(".notice-done")).ToBeVisibleAsync();
            await telephone.FitsAsync();
        }
        foreach (var person in seats[1].Duo)
            Assert.Null(await app.Services.GetRequiredService<AnswerDesk>().AnswerAsync(Who.With(person.Id), id, AnswerKind.Absent, "Voyage", default));

        // The start page says so, and leads to whom to call.
        await planner.GoAsync("/");
        await planner.PictureAsync("forecast/start");
        await planner.HasNoBarriersAsync();
        await PressAsync(planner.Page, planner.Page.GetByRole(AriaRole.Link, new() { Name = "Whom to call" }).First);
        await Assertions.Expect(planner.Page.Locator(".calls")).ToBeVisibleAsync();
        await planner.HasNoBarriersAsync();
        await planner.PictureAsync("forecast/unlikely");
        Assert.True(await WaitForAsync(app, m => m.MeetingId == id && EF.Functions.Like(m.Subject, "Quorum%")), "the planner was not written to");

        // The hour comes, and nobody else does.
        clock.PutForwardTo((await MeetingAsync(app, id)).StartsAt.AddMinutes(1));
        var later = await VisitorAsync(app: app);
        await later.SignInAsync(Secretary, "en");
        await later.GoAsync($"/room/{id.Value}");
        await PressAsync(later.Page, later.Page.GetByRole(AriaRole.Button, new() { Name = "Adjourn for want of a quorum" }).First);
        await PressAsync(later.Page, later.Page.Locator("dialog[open] button.danger"));
        await PressAsync(later.Page, later.Page.GetByRole(AriaRole.Link, new() { Name = "Convene for the second time" }));
        await later.ArrivesAtAsync(AnyMeeting());
        await later.HasNoBarriersAsync();
        await later.PictureAsync("forecast/second");
        await PressAsync(later.Page, later.Page.GetByRole(AriaRole.Button, new() { Name = "Convene for the second time" }));
        await Assertions.Expect(later.Page.Locator("dialog[open]")).ToContainTextAsync("Salle Horta");
        await PressAsync(later.Page, later.Page.Locator("dialog[open] button.danger"));
        await Assertions.Expect(later.Page.GetByText("Convened for the second time. The convocations are on their way.")).ToBeVisibleAsync();
        Assert.True(await WaitForAsync(app, m => m.MeetingId != id && EF.Functions.Like(m.Subject, "Seconde convocation%")), "no second convocation was written");
    }

    private static async Task<MeetingId> PlanAsync(RunningApp app, Visitor planner, TimeProvider clock)
    {
        var page = planner.Page;
        await planner.GoAsync("/meetings/new");
        var chamber = (await page.Locator("#chamber option", new() { HasText = "Restricted chamber 1 (FR)" }).First.GetAttributeAsync("value"))!;
        await TypeAsync(page, page.Locator("#chamber"), chamber, "Restricted chamber 1 (FR)");
        var day = clock.GetUtcNow().AddDays(40);
        day = day.AddDays(day.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 });
        await page.EvaluateAsync("() => { window.told = []; document.addEventListener('change', e => e.target.type === 'date' && window.told.push(e.target.value)); }");
        // Which part of a date comes first is the browser's choice, whatever the page's language.
        await TypeAsync(page, page.Locator("#day"), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            day.ToString("MMddyyyy", CultureInfo.InvariantCulture), day.ToString("ddMMyyyy", CultureInfo.InvariantCulture));
        await TypeAsync(page, page.Locator("#hour"), "14:00", "1400", "0200PM");
        await TabToAsync(page, page.Locator("#place"));
        // However often it had to be typed, no year on the way to the right one was told.
        Assert.All(await page.EvaluateAsync<string[]>("window.told"), told => Assert.DoesNotMatch("^0", told));
        Assert.Equal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (await page.EvaluateAsync<string[]>("window.told"))[^1]);
        await page.Keyboard.TypeAsync("Salle Horta");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Plan the meeting" }));
        await planner.ArrivesAtAsync(AnyMeeting());
        var id = new MeetingId(Guid.Parse(page.Url.Split('/')[^1]));
        await PressAsync(page, page.GetByText("Add another item"));
        await TabToAsync(page, page.GetByLabel("Title (Français)"));
        await page.Keyboard.TypeAsync("Rapport annuel");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Add the item" }));
        await Assertions.Expect(page.Locator(".agenda-title")).ToHaveTextAsync("Rapport annuel");
        Assert.Equal(new TimeOnly(14, 0), TimeOnly.FromDateTime((await MeetingAsync(app, id)).StartsAt.InBrussels().DateTime));
        return id;
    }

    // A list and a date take keys as they come within a second: on a busy machine some come later, and one types again, as people do.
    private static async Task TypeAsync(IPage page, ILocator field, string value, params string[] keys)
    {
        for (var tries = 0; tries < 6; tries++)
        {
            await TabToAsync(page, field);
            await page.Keyboard.TypeAsync(keys[tries % keys.Length]);
            if ((await field.InputValueAsync()).StartsWith(value, StringComparison.Ordinal))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        await Assertions.Expect(field).ToHaveValueAsync(value);
    }

    // Two experts who preside nothing: without both there are not enough.
    private static async Task<List<SeatOnDay>> SeatsAsync(RunningApp app, MeetingId id)
    {
        var people = (await app.Services.GetRequiredService<MeetingReading>().ReadAsync(Who.With(Roles.Secretariat), id, default))!.People;
        return [.. people.Seats.Where(s => s.Group.Value == "experts" && s.Duo.All(p => people.Presiders.All(r => r.Person.Id != p.Id))).Take(2)];
    }

    private static async Task PressAsync(IPage page, ILocator what)
    {
        await TabToAsync(page, what);
        await page.Keyboard.PressAsync("Enter");
    }

    // As whoever has no mouse does: on and on until it is there.
    private static async Task TabToAsync(IPage page, ILocator what)
    {
        await what.WaitForAsync();
        for (var presses = 0; presses < 250; presses++)
        {
            if (await what.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{what} cannot be reached by keyboard on {page.Url}.");
    }

    private static async Task<PlannedMeeting> MeetingAsync(RunningApp app, MeetingId id)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        return await db.Set<PlannedMeeting>().AsNoTracking().SingleAsync(m => m.Id == id);
    }

    private static async Task<bool> WaitForAsync(RunningApp app, System.Linq.Expressions.Expression<Func<OutgoingMail, bool>> mail)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!patience.IsCancellationRequested)
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync(CancellationToken.None);
            if (await db.Set<OutgoingMail>().AnyAsync(mail, CancellationToken.None))
                return true;
        }
        return false;
    }

    [GeneratedRegex("/meetings/[0-9a-f-]{36}")]
    private static partial Regex AnyMeeting();
}
