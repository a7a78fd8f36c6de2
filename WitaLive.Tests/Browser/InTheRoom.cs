using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using static Microsoft.Playwright.Assertions;
using Roles = WitaLive.App.Access.Roles;

namespace WitaLive.Tests.Browser;

/// <summary>Two members of a chamber, one at a desk in English, one on a small phone in Dutch; the others and the chair act beside them.</summary>
[Collection(Browsers.Sitting)]
public sealed class InTheRoom(Browsers browsers) : BrowserTest(browsers)
{
    private static readonly Regex s_recorded = new(@"^\s*Your vote is recorded: for, ");
    private static readonly Regex s_recordedInDutch = new(@"^\s*Uw stem is geregistreerd: voor, ");

    [FactNeeding(Need.Chromium)]
    public async Task Members_sign_in_vote_and_find_their_vote_again_after_everything_broke()
    {
        await using var app = await RunningApp.StartAsync();
        var room = await ARoomAsync(app);
        var (desk, phone) = (await VisitorAsync("en", app, 1440, 1000, mayComplain: true), await VisitorAsync("nl", app, 320, 640, mayComplain: true));
        await EnterAsync(desk, room, 1, "en");
        await EnterAsync(phone, room, 4, "nl");

        await desk.HasNoBarriersAsync();
        await Expect(desk.Page.Locator("main > .notice-place[role=alert]")).ToHaveCountAsync(1); // where a refusal stays in sight (app.css)
        await desk.PictureAsync("room-sign-in");
        await phone.FitsAsync();
        await phone.PictureAsync("room-phone-sign-in", wholePage: false);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "I am present, on site" }).ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ik ben aanwezig, online" }).ClickAsync();
        await Expect(desk.Page.GetByText("No vote is open")).ToBeVisibleAsync();

        foreach (var seat in new[] { 0, 2, 3, 5 })
            await DoAsync(room, seat, new SignIn(Member(room, seat), AttendanceMode.OnSite));
        var ballot = new BallotId(Guid.NewGuid());
        var item = room.Meeting.Items[0].Id;
        await DoAsync(room, null, new OpenMeeting());
        await DoAsync(room, null, new CallItem(item));
        await Expect(desk.Page.GetByText("5 years €6,000.00")).ToBeVisibleAsync();
        await DoAsync(room, null, new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: false, "notProven"));
        await Expect(desk.Page.GetByText("not accepted: not proven")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("5 years €0.00")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText("niet aanvaard: niet bewezen")).ToBeVisibleAsync();
        using (var paper = new MemoryStream(APaper.Pdf()))
            Assert.Null(await app.Services.GetRequiredService<PaperDesk>().AddAsync(Who.With(Roles.Secretariat), room.Id, item, "Avis.pdf", paper, default));
        await Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = "Avis.pdf" })).ToBeVisibleAsync();
        await DoAsync(room, null, new OpenBallot(ballot, [item], ["plus"]));

        await Expect(Status(desk)).ToHaveTextAsync("You have not voted yet.");
        await desk.HasNoBarriersAsync();
        await phone.HasNoBarriersAsync();
        await phone.FitsAsync();
        await phone.PictureAsync("room-phone-open", wholePage: false);

        // Somebody is typing when the field goes, as it does when the meeting goes on: the rest of the sentence is no vote.
        await desk.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<textarea id=\"typing\"></textarea>')");
        await desk.Page.Locator("#typing").PressSequentiallyAsync("On ");
        await desk.Page.EvaluateAsync("document.getElementById('typing').remove()");
        await desk.Page.Keyboard.TypeAsync("1 December");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.WaitForTimeoutAsync(1_600);
        Assert.Empty(room.Meeting.Ballot!.Votes);

        await desk.Page.Keyboard.PressAsync("1");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Status(desk)).ToHaveTextAsync(s_recorded);
        await Expect(phone.Page.Locator(".turnout")).ToHaveTextAsync("1 van 6 gestemd");

        var before = room.Meeting.Version;
        await desk.Page.Locator(".vote-for").ClickAsync(); // recorded so already
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Tegen" }).DblClickAsync(); // one vote all the same
        await Expect(Status(phone)).ToHaveTextAsync(new Regex(@"^\s*Uw stem is geregistreerd: tegen, "));
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Voor" }).ClickAsync();
        await Expect(Status(phone)).ToHaveTextAsync(s_recordedInDutch);
        Assert.Equal(before + 2, room.Meeting.Version);
        await Expect(desk.Page.Locator(".turnout")).ToHaveTextAsync("2 of 6 voted");
        await desk.PictureAsync("room-voted");
        await desk.HasNoBarriersAsync();
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await desk.HasNoBarriersAsync();
        await desk.PictureAsync("room-voted-dark");
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await desk.Page.ReloadAsync();
        await Expect(Status(desk)).ToHaveTextAsync(s_recorded);
        await desk.ReadyAsync();

        await app.StopAsync();
        await app.StartAgainAsync();
        await Expect(Status(desk)).ToHaveTextAsync(s_recorded, new() { Timeout = 20_000 });
        await Expect(Status(phone)).ToHaveTextAsync(s_recordedInDutch, new() { Timeout = 20_000 });
        room = await RoomAsync(app, room.Id);
        await Expect(desk.Page.Locator("#room-version")).ToHaveAttributeAsync("data-mark", $";v{room.Meeting.Version};");

        // A vote to be confirmed does not push one's own buttons out of reach.
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new EnterWitnessedVote(new(Guid.NewGuid()), ballot, room.Meeting.Plan!.Seats[0].Id, Choice.For, VoteMeans.Hand), new(new(Guid.NewGuid()), IsSecretariat: true)));
        await Expect(phone.Page.Locator(".witness")).ToBeVisibleAsync();
        Assert.True(await phone.Page.EvaluateAsync<bool>(
            "Math.max(...[...document.querySelectorAll('.vote-choice')].map(b => b.getBoundingClientRect().bottom)) <= document.querySelector('.witness').getBoundingClientRect().top"));

        await DoAsync(room, 0, new CastVote(new(Guid.NewGuid()), ballot, room.Meeting.Plan!.Seats[0].Id, Choice.For));
        await Expect(desk.Page.Locator(".turnout")).ToHaveTextAsync("3 of 6 voted", new() { Timeout = 20_000 });
        await DoAsync(room, null, new CloseBallot(ballot));
        await Expect(desk.Page.Locator("#result-title")).ToHaveTextAsync("Carried: “Plus” attestation");
        await Expect(phone.Page.Locator("#result-title")).ToHaveTextAsync("Aangenomen: attest “plus”");
        await desk.HasNoBarriersAsync();
        await phone.FitsAsync();
        await desk.PictureAsync("room-closed");
        await phone.PictureAsync("room-phone-closed", wholePage: false);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Aanwezig" }).ClickAsync();
        await Expect(phone.Page.Locator(".quorum")).ToBeVisibleAsync();
        await phone.HasNoBarriersAsync();
        await phone.PictureAsync("room-phone-presence", wholePage: false);
        await DoAsync(room, null, room.Meeting.ByRule(item)!);
        await ABlockOnTheBigScreenAsync(room, desk);
    }

    // Six files put together, their activities in six ways: whose they are stands nowhere, and those for which the result leaves no room are named by their numbers.
    private static async Task ABlockOnTheBigScreenAsync(MeetingRoom room, Visitor screen)
    {
        var files = room.Meeting.Items.Skip(1).Where(item => item.Planned.Kind == room.Meeting.Items[0].Planned.Kind).ToList();
        var (numbers, ballot) = (files.ConvertAll(file => file.Planned.Number), new BallotId(Guid.NewGuid()));
        foreach (var (file, accepted) in files.Select((file, n) => (file, n)))
        {
            for (var activity = 0; activity <= accepted; activity++)
                await DoAsync(room, null, new MarkActivity(file.Id, new(Guid.NewGuid()), IsAccepted: activity > 0, activity > 0 ? null : "notProven"));
        }
        await DoAsync(room, null, new OpenBallot(ballot, [.. files.Select(file => file.Id)], ["plus"]));

        await screen.Page.SetViewportSizeAsync(1920, 1080);
        await screen.GoAsync("/display/demo");
        var lines = screen.Page.Locator(".display-side[lang=fr] .marks");
        await Expect(lines.First).ToHaveTextAsync($"{numbers[0]} – acceptées : 0 ; non acceptées : 1 (non prouvée)");
        await Expect(lines.Nth(1)).ToHaveTextAsync($"{numbers[1]} – acceptées : 1 ; non acceptées : 1 (non prouvée)");
        await Expect(screen.Page.Locator(".display-side[lang=nl] .marks").First).ToHaveTextAsync($"{numbers[0]} – aanvaard: 0; niet aanvaard: 1 (niet bewezen)");
        await HasAllAsync();
        await screen.HasNoBarriersAsync();

        await DoAsync(room, null, new CloseBallot(ballot));
        await Expect(screen.Page.Locator(".display-side[lang=fr] .outcome")).ToBeVisibleAsync();
        await HasAllAsync();
        await screen.PictureAsync("display-block");
        await screen.Page.SetViewportSizeAsync(1024, 600); // a small old projector
        await Expect(lines.Last).ToContainTextAsync(" – sur l’écran de chaque membre");
        await HasAllAsync();

        async Task HasAllAsync()
        {
            Assert.Equal(numbers, (await lines.AllInnerTextsAsync()).SelectMany(line => line.Split(" – ")[0].Split(", ")).Select(number => int.Parse(number, CultureInfo.InvariantCulture)));
            foreach (var (width, height) in new[] { (1280, 720), (1920, 1080) })
            {
                await screen.Page.SetViewportSizeAsync(width, height);
                await screen.Page.EvaluateAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
                Assert.True(await screen.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight")); // nobody scrolls there
                await Expect(screen.Page.Locator(".display-quorum > span")).ToHaveCountAsync(4); // each bloc with what it needs, in both languages
                foreach (var bloc in await screen.Page.Locator(".display-quorum > span").AllAsync())
                    await Expect(bloc).ToBeInViewportAsync(new() { Ratio = 1 });
            }
            var words = await screen.Page.Locator("main").InnerTextAsync();
            Assert.All(room.Meeting.Items.Select(file => file.Planned.Applicant).OfType<string>(), name => Assert.DoesNotContain(name, words, StringComparison.Ordinal));
        }
    }

    [FactNeeding(Need.Chromium)]
    public async Task Nobody_enters_a_meeting_of_others()
    {
        await using var app = await RunningApp.StartAsync();
        var room = await ARoomAsync(app);
        var stranger = await VisitorAsync("en", app);
        await stranger.SignInAsync(await StrangerAsync(app, room));
        await stranger.GoAsync("/language/en");
        foreach (var path in new[] { $"/meetings/{room.Id.Value}", $"/meetings/{room.Id.Value}/proxy", $"/meetings/{Guid.NewGuid()}", $"/meetings/{room.Id.Value}/files/{Guid.NewGuid()}", "/answer?key=forged" })
            Assert.Equal(403, (await stranger.GoAsync(path))!.Status);
        Assert.Equal(403, (await stranger.GoAsync($"/room/{room.Id.Value}"))!.Status);
        await Expect(stranger.Page.Locator("h1")).ToHaveTextAsync("This meeting is not open to you");
        await stranger.HasNoBarriersAsync();
    }

    private static ILocator Status(Visitor visitor) => visitor.Page.Locator(".vote-status");

    private static PersonId Member(MeetingRoom room, int seat) => room.Meeting.Plan!.Seats[seat].Effective;

    // Null is the chair.
    private static async Task DoAsync(MeetingRoom room, int? seat, MeetingCommand command)
    {
        var by = seat is { } n ? Member(room, n) : room.Meeting.InTheChair!.Person;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(command, new(by)));
    }

    private static async Task EnterAsync(Visitor visitor, MeetingRoom room, int seat, string language)
    {
        await visitor.SignInAsync(room.Meeting.NameOf(Member(room, seat)));
        await visitor.GoAsync($"/language/{language}");
        await visitor.GoAsync($"/room/{room.Id.Value}");
        await Expect(visitor.Page.Locator(".sign-in")).ToBeVisibleAsync();
    }

    private static async Task<MeetingRoom> ARoomAsync(RunningApp app)
    {
        await app.Services.GetRequiredService<DemoMeetings>()
            .LoadAsync(Path.Combine(app.Services.GetRequiredService<DataDirectory>().Shipped, "demo", "meetings.json"));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var meeting = await db.Set<PlannedMeeting>().OrderBy(m => m.StartsAt).FirstAsync(m => m.Formation == new FormationCode("restricted"));
        await SentInAsync(db, meeting.Id);
        return await RoomAsync(app, meeting.Id);
    }

    // The first file as if it had come in here, with an activity and its income.
    private static async Task SentInAsync(WitaLiveDb db, MeetingId meeting)
    {
        var first = await db.Set<PlannedMeeting>().Where(m => m.Id == meeting).SelectMany(m => m.Agenda).OrderBy(line => line.Position).Select(line => line.FileId).FirstAsync();
        var (file, line) = (await db.Set<ApplicationFile>().SingleAsync(f => f.Id == first), AnApplicant.Sale(2025, 6000));
        file.SubmittedAt = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        var profile = StoredProfile.Empty with { Activities = [AnApplicant.Painting], Incomes = [line], Proofs = [new(new(Guid.NewGuid()), line.Id.Value, "contrat.pdf", "application/pdf", 10)] };
        db.Add(new Submission(profile, file.Applicant, "", "", "", "").AsSnapshot(file.Id));
        await db.SaveChangesAsync();
    }

    private static async Task<MeetingRoom> RoomAsync(RunningApp app, MeetingId id) =>
        await app.Services.GetRequiredService<RoomDoor>().EnterAsync(id) ?? throw new InvalidOperationException("There is no such meeting.");

    private static async Task<string> StrangerAsync(RunningApp app, MeetingRoom room)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<WitaLiveDb>>().CreateDbContextAsync();
        var seat = await db.Set<PlannedMeeting>().Select(m => m.Id).FirstAsync(id => id != room.Id);
        var other = await RoomAsync(app, seat);
        return other.Meeting.NameOf(other.Meeting.Plan!.Seats.Select(s => s.Effective).First(p => !room.Meeting.Knows(p)));
    }
}
