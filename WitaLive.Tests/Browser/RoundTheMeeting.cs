using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Data;
using WitaLive.App.Evocation;
using WitaLive.App.Mandates;
using WitaLive.Domain;
using WitaLive.Domain.Ties;
using WitaLive.Tests.Access;

namespace WitaLive.Tests.Browser;

/// <summary>What is done on pages round a meeting: steps of a longer story, each looked up in the database afterwards.</summary>
internal static class RoundTheMeeting
{
    public const string Chair = "Aline Delvausart";
    public const string Administration = "Anneleen Schoutenaert";

    /// <summary>A member steps aside for an item, and takes it back.</summary>
    public static async Task StepAsideAsync(RunningApp app, Visitor member, MeetingId meeting, PersonId person)
    {
        Assert.Null(await app.Services.GetRequiredService<OwnTies>().AddAsync(person, TieKind.Name, "Ondine Marcassin", default));
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<FindConflicts>().RunAsync(default);
        await member.GoAsync("/conflicts");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "I step aside for this item" }).ClickAsync();
        await member.Page.Locator("dialog[open] button.danger").ClickAsync();
        await Assertions.Expect(member.Page.GetByText("Steps aside", new() { Exact = true })).ToBeVisibleAsync();
        await member.Page.GetByText("I take part after all").First.ClickAsync();
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "I take part after all" }).ClickAsync();
        await Assertions.Expect(member.Page.Locator(".notice-problem")).ToBeVisibleAsync(); // without a reason
        await member.Page.GetByLabel("Reason").FillAsync("Un homonyme.");
        await member.HasNoBarriersAsync();
        await member.FitsAsync();
        await member.PictureAsync("conflicts/taking-back");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "I take part after all" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByText("Takes part after all", new() { Exact = true })).ToBeVisibleAsync();
        await using var db = await DatabaseAsync(app);
        Assert.Equal(ConflictState.Withdrawn, (await db.Set<PossibleConflict>().SingleAsync(c => c.MeetingId == meeting && c.PersonId == person)).State);
    }

    /// <summary>Someone who does not sit asks for a file, and the chair says no.</summary>
    public static async Task AskForAFileAsync(RunningApp app, Visitor asker, Visitor chair, MeetingId meeting)
    {
        await asker.GoAsync($"/meetings/{meeting.Value}");
        await asker.Page.Locator("#evocation-item").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await asker.Page.Locator("#evocation-reason").FillAsync("Une lecture commune s’impose.");
        await asker.Page.Locator("#evocation-reason").PressAsync("Tab");
        await asker.Page.Locator("section[aria-labelledby=evocation] button[type=submit]").ClickAsync();
        await Assertions.Expect(asker.Page.GetByText("Une lecture commune s’impose.")).ToBeVisibleAsync();
        await chair.GoAsync($"/meetings/{meeting.Value}");
        await chair.Page.Locator("section[aria-labelledby=evocation] textarea").FillAsync("La chambre suffit.");
        await chair.Page.Locator("section[aria-labelledby=evocation] textarea").PressAsync("Tab");
        await chair.Page.Locator("section[aria-labelledby=evocation] .evocation > .actions > button").Last.ClickAsync();
        await chair.Page.Locator("dialog[open] button.danger").ClickAsync();
        await Assertions.Expect(chair.Page.GetByText("La chambre suffit.")).ToBeVisibleAsync();
        await Assertions.Expect(asker.Page.GetByText("La chambre suffit.")).ToBeVisibleAsync(); // without a reload
        await using var db = await DatabaseAsync(app);
        Assert.Equal(EvocationState.Rejected, (await db.Set<EvocationRequest>().SingleAsync(r => r.MeetingId == meeting)).State);
    }

    /// <summary>The secretariat suspends one of a duo and lifts it.</summary>
    public static async Task SuspendAsync(RunningApp app, Visitor secretary, SeatOnDay seat)
    {
        var page = secretary.Page;
        await secretary.GoAsync($"/chambers/seats/{seat.Id.Value}");
        await page.GetByText("Suspend someone of this duo").First.ClickAsync();
        await page.Locator("#suspend-person").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#suspend-reason").FillAsync("Mesure de la plénière.");
        await page.Locator("#suspend-reason").PressAsync("Tab");
        await page.Locator("form:has(#suspend-person) button[type=submit]").ClickAsync();
        await page.Locator("dialog[open] button.danger").ClickAsync();
        await Assertions.Expect(page.Locator(".notice-warning", new() { HasText = "Mesure de la plénière." })).ToBeVisibleAsync();
        Assert.Equal(1, await SuspensionsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Lift the suspension of" }).ClickAsync();
        await page.Locator("dialog[open] button.danger").ClickAsync();
        await Assertions.Expect(page.Locator(".notice-done")).ToBeVisibleAsync();

        async Task<int> SuspensionsAsync() => (await app.Services.GetRequiredService<MandateDesk>().ReadAsync(Who.With(App.Access.Roles.Secretariat), seat.Id, default))!
            .Mandates.Sum(m => m.Mandate.Suspensions.Count);
    }

    /// <summary>A member claims travel costs, and the secretariat finds them in the quarter.</summary>
    public static async Task ClaimAsync(Visitor member, Visitor secretary, string quarter)
    {
        await member.GoAsync($"/fees?{quarter}");
        await member.Page.GetByText("Claim travel costs").First.ClickAsync();
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "Sign the statement" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByText("Please choose how you came.")).ToBeVisibleAsync();
        await member.Page.GetByLabel("How you came").SelectOptionAsync("publicTransport");
        await member.Page.GetByLabel("Price of the tickets").FillAsync("12,60");
        await Assertions.Expect(member.Page.Locator("blockquote", new() { HasText = "Public transport" })).ToContainTextAsync("12.60");
        await member.HasNoBarriersAsync();
        await member.PictureAsync("fees/claiming");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "Sign the statement" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByText("Your statement is signed")).ToBeVisibleAsync();
        await secretary.GoAsync($"/fees?{quarter}");
        await Assertions.Expect(secretary.Page.Locator("tfoot").Last).ToContainTextAsync("12.60");
        await secretary.HasNoBarriersAsync();
        await secretary.PictureAsync("fees/quarter");
    }

    private static Task<WitaLiveDb> DatabaseAsync(RunningApp app) => app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
}
