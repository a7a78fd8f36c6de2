using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Data;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

/// <summary>The whole app on PostgreSQL: a chamber whose chair is on one node and a member on another, from the convocation to the report.</summary>
[Collection(Browsers.Sitting)]
public sealed class SittingOnTwoNodes(Browsers browsers) : BrowserTest(browsers)
{
    private const int Member = 3;

    // PostgreSQL's bell alone carries the news from node to node here; that the poll does without it, SeveralNodes shows.
    [FactNeeding(Need.Chromium, Need.Postgres)]
    public async Task Decides_a_file_with_the_bell_alone()
    {
        await using var databases = await Databases.OnAsync(Engine.Postgres);
        await using var here = await NodeAsync(databases);
        await using var there = await NodeAsync(databases);
        var id = await MeetingInTwoMonthsAsync(databases);
        var secretary = await ConvenedAsync(here, databases, id);
        await StartsAsync(databases, id, DateTimeOffset.UtcNow);

        var (near, far) = (await RoomAsync(here, id), await RoomAsync(there, id));
        var chair = await EnterAsync(here, near, near.Meeting.NameOf(near.Meeting.InTheChair?.Person ?? Seat(near, 0)));
        var member = await EnterAsync(there, near, near.Meeting.NameOf(Seat(near, Member)));
        await SignAsync(chair);
        await SignAsync(member);
        var chairSeat = near.Meeting.Plan!.Seats.Select((s, i) => (s, i)).Single(s => near.Meeting.IsIn(s.s.Effective) && s.i != Member).i;
        var others = Enumerable.Range(0, near.Meeting.Plan.Seats.Length).Where(n => n != Member && n != chairSeat).ToArray();
        foreach (var seat in others)
            await DoAsync(far, seat, new SignIn(Seat(far, seat), AttendanceMode.Online));

        await PresideAsync(chair, "Open the meeting");
        await PresideAsync(chair, "Call item 1");
        await chair.Page.Locator(".stage .outcomes input").First.PressAsync("1");
        await PresideAsync(chair, "Open the ballot");
        await Expect(member.Page.Locator(".vote-status")).ToHaveTextAsync("You have not voted yet.");
        await VoteForAsync(member);
        await Expect(chair.Page.Locator("p.turnout")).ToHaveTextAsync("1 of 6 voted");
        await VoteForAsync(chair);
        await Expect(member.Page.Locator("p.turnout")).ToHaveTextAsync("2 of 6 voted");
        var ballot = near.Meeting.Ballot!.Id;
        foreach (var seat in others)
            await DoAsync(far, seat, new CastVote(new(Guid.NewGuid()), ballot, far.Meeting.Plan!.Seats[seat].Id, Choice.For));
        await Expect(chair.Page.Locator("p.turnout")).ToHaveTextAsync("6 of 6 voted");

        await ClosedOnceFromTwoTabsAsync(chair, there, near);
        await Expect(member.Page.Locator("#result-title")).ToHaveTextAsync("Carried: “Plus” attestation");
        await PresideAsync(chair, "Record:");
        await Expect(member.Page.Locator(".room-agenda")).ToContainTextAsync("Decided: “Plus” attestation");

        Assert.Equal((6, 1, 1), await CountAsync(here, id));
        await ReportAsync(secretary, there, id);
    }

    private async Task ClosedOnceFromTwoTabsAsync(Visitor chair, RunningApp there, MeetingRoom room)
    {
        var other = await EnterAsync(there, room, room.Meeting.NameOf(room.Meeting.InTheChair!.Person));
        var presses = new List<IElementHandle>();
        foreach (var tab in new[] { chair, other })
            presses.Add(await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Close the ballot" }).ElementHandleAsync());
        await Task.WhenAll(presses.Select(button => button.EvaluateAsync("button => button.click()")));
        foreach (var tab in new[] { chair, other })
            await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Record:" })).ToBeVisibleAsync();
    }

    private async Task<Visitor> ConvenedAsync(RunningApp app, Databases databases, MeetingId id)
    {
        var secretary = await VisitorAsync("en", app);
        await secretary.SignInAsync("Bram Haeseldonckx", "en");
        await secretary.GoAsync($"/meetings/{id.Value}");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "Convene", Exact = true }).ClickAsync();
        await secretary.Page.Locator("dialog[open] button.danger").ClickAsync();
        var sent = secretary.Page.Locator("td .badge", new() { HasText = "Sent" });
        await Expect(sent.First).ToBeVisibleAsync(new() { Timeout = 60_000 }); // the page looks by itself

        // Two nodes look for mail to send, and nobody is written to twice.
        await using var db = databases.CreateDbContext();
        var letters = await db.Set<OutgoingMail>().AsNoTracking().Select(m => m.ToAddress).ToListAsync();
        Assert.Equal(letters.Count, letters.Distinct().Count());
        return secretary;
    }

    private static async Task ReportAsync(Visitor secretary, RunningApp app, MeetingId id)
    {
        await secretary.GoAsync($"/meetings/{id.Value}");
        var download = await secretary.Page.RunAndWaitForDownloadAsync(() => secretary.Page.Locator("a[href$='report.xlsx']").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await using var file = await download.CreateReadStreamAsync();
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole);
        using var report = new ZipArchive(whole);
        Assert.Equal(6, report.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    private async Task<Visitor> EnterAsync(RunningApp app, MeetingRoom room, string name)
    {
        var visitor = await VisitorAsync("en", app, 1440, 1000);
        await visitor.SignInAsync(name, "en");
        await visitor.GoAsync($"/room/{room.Id.Value}");
        return visitor;
    }

    private static async Task SignAsync(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "I am present, on site" }).ClickAsync();
        await Expect(visitor.Page.Locator(".sign-in")).ToHaveCountAsync(0);
    }

    private static Task PresideAsync(Visitor visitor, string name) => visitor.PresideAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = name }).First);

    private static async Task VoteForAsync(Visitor visitor)
    {
        await visitor.Page.Keyboard.PressAsync("1");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator(".vote-status")).ToHaveTextAsync(new Regex(@"^\s*Your vote is recorded: for, "));
    }

    private static PersonId Seat(MeetingRoom room, int seat) => room.Meeting.Plan!.Seats[seat].Effective;

    private static async Task DoAsync(MeetingRoom room, int seat, MeetingCommand command) =>
        Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(await room.SendAsync(command, new(Seat(room, seat))));

    private static async Task<(int Votes, int Closings, int Conclusions)> CountAsync(RunningApp app, MeetingId id)
    {
        var events = new List<MeetingEvent>();
        await foreach (var (_, happened) in app.Services.GetRequiredService<MeetingJournal>().EventsAsync(id, 0))
            events.Add(happened);
        return (events.OfType<VoteCast>().Count(), events.OfType<BallotConcluded>().Count(), events.OfType<ItemConcluded>().Count());
    }

    private static async Task<MeetingRoom> RoomAsync(RunningApp app, MeetingId id) =>
        await app.Services.GetRequiredService<RoomDoor>().EnterAsync(id) ?? throw new InvalidOperationException("There is no such meeting.");

    // Far enough away to be convened in time.
    private static async Task<MeetingId> MeetingInTwoMonthsAsync(Databases databases)
    {
        await using WitaLiveDb db = databases.CreateDbContext();
        var meeting = await db.Set<PlannedMeeting>().AsNoTracking().OrderByDescending(m => m.Agenda.Count).FirstAsync();
        await StartsAsync(databases, meeting.Id, meeting.StartsAt.AddDays(60));
        return meeting.Id;
    }

    private static async Task StartsAsync(Databases databases, MeetingId id, DateTimeOffset at)
    {
        await using WitaLiveDb db = databases.CreateDbContext();
        await db.Set<PlannedMeeting>().Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.StartsAt, at));
    }

    private static Task<RunningApp> NodeAsync(Databases databases) => RunningApp.StartAsync(web =>
    {
        foreach (var (name, value) in databases.Settings)
            web.UseSetting(name, value);
        web.ConfigureTestServices(services =>
        {
            var carriers = services.Where(s => s.ServiceType == typeof(IHostedService)).Where(s => CarrierOf(s) is not null).ToList();
            Assert.Equal(2, carriers.Count);
            services.Remove(carriers.Single(s => CarrierOf(s) == typeof(JournalPoll)));
        });
    });

    private static Type? CarrierOf(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationFactory?.GetType().GenericTypeArguments[1]) is { } type && (type == typeof(PostgresBell) || type == typeof(JournalPoll)) ? type : null;
}
