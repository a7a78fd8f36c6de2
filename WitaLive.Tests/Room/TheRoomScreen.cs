using System.Text.RegularExpressions;
using WitaLive.App.Agenda;
using WitaLive.App.Files;
using WitaLive.App.Profiles;
using WitaLive.App.Room;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain;

namespace WitaLive.Tests.Room;

public class TheRoomScreen
{
    [Fact]
    public async Task Promises_no_vote_once_the_meeting_is_over()
    {
        var room = new TheRoom().SignedIn().Opened();
        Assert.Contains("No vote is open", await ShowAsync(room), StringComparison.Ordinal);

        room.After(room.Chair, new CloseMeeting("no time left"));

        var html = await ShowAsync(room);
        Assert.Contains("The meeting is closed", html, StringComparison.Ordinal);
        Assert.DoesNotContain("No vote is open", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_a_stopped_vote_whether_the_quorum_is_back()
    {
        var room = new TheRoom().SignedIn(0, 1, 3, 4).Opened().Called(1).BallotOn([1], false, "plus");
        room.After(room.Member(3), new SignOut(room.Member(3)));
        Assert.Contains("because the quorum was lost", await ShowAsync(room), StringComparison.Ordinal);

        room.After(room.Member(3), new SignIn(room.Member(3), AttendanceMode.OnSite));

        var html = await ShowAsync(room);
        Assert.DoesNotContain("because the quorum was lost", html, StringComparison.Ordinal);
        Assert.Contains("The quorum is back", html, StringComparison.Ordinal);
    }

    [Fact] // in a cell of the room's grid it would stand at the foot of the page, far from what was pressed
    public async Task Says_a_refusal_where_it_stays_in_sight_and_is_read_out()
    {
        var room = new TheRoom().SignedIn().Opened();
        Assert.StartsWith("<div class=\"notice-place \" role=\"alert\"></div>", await ShowAsync(room), StringComparison.Ordinal);

        var html = await ShowAsync(room, problem: "This vote is closed.");

        var said = html.IndexOf("This vote is closed.", StringComparison.Ordinal);
        Assert.InRange(said, 1, html.IndexOf("<div class=\"room ", StringComparison.Ordinal));
        Assert.StartsWith("<div class=\"notice-place \" role=\"alert\">", html, StringComparison.Ordinal);
    }

    [Theory, InlineData(1, false), InlineData(0, true)]
    public async Task Shows_a_vote_to_be_confirmed_once_where_this_person_acts(int seat, bool presides)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus");
        room.After(room.Chair, new EnterWitnessedVote(new(Guid.NewGuid()), room.Ballot, room.Seats[3].Id, Choice.For, VoteMeans.Hand), secretariat: true);

        var html = await ShowAsync(room, seat);

        Assert.Equal(presides, html.Contains("Votes to be confirmed", StringComparison.Ordinal));
        Assert.Equal(!presides, html.Contains("Did you see it?", StringComparison.Ordinal));
    }

    [Theory, InlineData(0, false), InlineData(1, false), InlineData(3, true)]
    public async Task Offers_a_vote_beside_one_given_on_a_screen_of_its_own_to_its_voter_alone_for_confirming(int seat, bool isOffered)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes((3, Choice.For));
        room.After(new(Guid.NewGuid()), new EnterWitnessedVote(new(Guid.NewGuid()), room.Ballot, room.Seats[3].Id, Choice.Against, VoteMeans.Hand), secretariat: true);

        var html = await ShowAsync(room, seat);

        Assert.Equal(isOffered, html.Contains(">Yes, I confirm it</button>", StringComparison.Ordinal) || html.Contains("<span>Confirm</span>", StringComparison.Ordinal));
        Assert.Equal(!isOffered, html.Contains("This member has voted on their own screen.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Several files in one vote", "These files are decided by one vote", "Being voted on"), InlineData("fr", "Plusieurs dossiers en un seul vote", "Ces dossiers sont décidés par un seul vote", "Vote en cours")]
    [InlineData("nl", "Meerdere dossiers in één stemming", "wordt met één stemming beslist", "Wordt over gestemd"), InlineData("de", "Mehrere Akten in einer Abstimmung", "wird mit einer Abstimmung entschieden", "Abstimmung läuft")]
    public async Task Says_what_a_block_is_and_calls_none_of_its_files_the_next_one(string language, string title, string text, string voted)
    {
        var room = new TheRoom(files: 3).SignedIn().Opened().BallotOn([1, 2], false, "plus");

        var html = await ShowAsync(room, language: language);

        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split($">{voted}</strong>").Length - 1);
        if (language == "en")
            Assert.Contains("Next", html[html.LastIndexOf($">{voted}</strong>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_a_member_step_aside_for_one_file_of_a_block()
    {
        var room = new TheRoom(files: 3).SignedIn().Opened().BallotOn([1, 2, 3], false, "plus");
        Assert.Contains("I have a conflict of interest: item 2", await ShowAsync(room), StringComparison.Ordinal);

        room.After(room.Member(1), new Recuse(room.Item(2), room.Member(1)));
        var html = await ShowAsync(room);
        Assert.DoesNotContain("I have a conflict of interest: item 2", html, StringComparison.Ordinal);
        Assert.Contains("I have a conflict of interest: item 3", html, StringComparison.Ordinal);

        // Of a block that has shrunk to one file, one may still step aside.
        room.After(room.Member(2), new TakeOutOfBlock(room.Ballot, room.Item(3)));
        Assert.Matches(">\\s*I have a conflict of interest\\s*<", await ShowAsync(room));
        room.After(room.Member(1), new Recuse(room.Item(1), room.Member(1)));
        Assert.Contains("You have recused yourself from this item", await ShowAsync(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_no_applicant_and_no_paper_to_who_has_stepped_aside()
    {
        var room = new TheRoom(files: 3).SignedIn().Opened().Called(1);
        Assert.Contains("Read the file", await ShowAsync(room), StringComparison.Ordinal);
        room.After(room.Member(1), new Recuse(room.Item(1), room.Member(1)));
        Assert.DoesNotContain("Read the file", await ShowAsync(room), StringComparison.Ordinal);

        var item = room.Meeting.Items[0];
        ImmutableArray<Item> items = [item with { Planned = item.Planned with { Applicant = "Ysaline Grosdent" } }];
        Assert.DoesNotContain("Grosdent", await AgendaAsync(1), StringComparison.Ordinal);
        Assert.Contains("Grosdent", await AgendaAsync(2), StringComparison.Ordinal);

        Task<string> AgendaAsync(int seat) => Rendered.AsHtml<AgendaList>("en", new() { ["Items"] = items, ["Me"] = room.Member(seat) }, TheRoom.Services);
    }

    [Fact]
    public async Task Leads_to_the_file_that_is_dealt_with_and_says_of_none_that_it_has_no_papers()
    {
        var room = new TheRoom(files: 1).SignedIn().Opened().Called(1);
        var file = room.Meeting.Items[0].Planned.File!.Value;

        var html = await ShowAsync(room);

        Assert.Contains($"<a href=\"meetings/{Guid.Empty}/files/{file.Value}\" target=\"_blank\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("No papers were added", html, StringComparison.Ordinal);
        Assert.Equal($"meetings/{Guid.Empty}/measures/{file.Value}", FilePlaces.OfMember(new(Guid.Empty), file, "suspension"));
        var point = room.Meeting.Items[0] with { Planned = room.Meeting.Items[0].Planned with { File = null } };
        Assert.Contains("No papers were added", await Rendered.AsHtml<ItemCard>("en", new() { ["Item"] = point }, TheRoom.Services), StringComparison.Ordinal);
    }

    [Fact] // rules of procedure, art. 53: whoever has stepped aside has left the room
    public async Task Shows_the_running_count_to_everyone_but_who_has_stepped_aside()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1);
        room.After(room.Member(1), new Recuse(room.Item(1), room.Member(1))).BallotOn([1], false, "plus").Votes((2, Choice.Against));
        room.After(room.Chair, new EnterWitnessedVote(new(Guid.NewGuid()), room.Ballot, room.Seats[3].Id, Choice.For, VoteMeans.Hand), secretariat: true);

        var (aside, other) = (await ShowAsync(room), await ShowAsync(room, seat: 4));
        Assert.Contains("tally-against", other, StringComparison.Ordinal);
        Assert.Contains("Did you see it?", other, StringComparison.Ordinal);
        Assert.DoesNotContain("tally-against", aside, StringComparison.Ordinal);
        Assert.DoesNotContain("by hand", aside, StringComparison.Ordinal);
        Assert.Contains("You take no part in this item: its counts are shown to you when the chair closes the vote.", aside, StringComparison.Ordinal);
        Assert.Equal((true, false), (SaysAgainst(other), SaysAgainst(aside))); // nor what a seat voted

        room.Votes((0, Choice.For), (3, Choice.For), (4, Choice.For), (5, Choice.For)).ClosedBallot();
        Assert.Contains("tally-against", await ShowAsync(room), StringComparison.Ordinal);

        static bool SaysAgainst(string html) => html[html.IndexOf("room-presence", StringComparison.Ordinal)..].Contains("against", StringComparison.OrdinalIgnoreCase);
    }

    [Fact] // rules of procedure, art. 5 § 3: every member present, and each once
    public async Task Asks_also_who_steps_aside_whether_an_item_is_added()
    {
        var room = new TheRoom().SignedIn(0, 1, 2, 3, 4).Opened().Called(1);
        room.After(room.Member(1), new Recuse(room.Item(1), room.Member(1)));
        var added = new AgendaItem(new(Guid.NewGuid()), 0, ImmutableSortedDictionary<string, string>.Empty.Add("fr", "Motivation"), null, null, [], 0);
        room.After(room.Chair, new ProposeItem(added));
        room.After(room.Member(2), new ConsentToItem(added.Id, room.Seats[2].Id));
        room.After(room.Member(2), new SignOut(room.Member(2)));

        var html = await ShowAsync(room);

        Assert.Contains("0 of 4 agree", html, StringComparison.Ordinal); // who had agreed has left
        Assert.Contains("I do not agree", html, StringComparison.Ordinal);
        Assert.DoesNotContain("I do not agree", await ShowAsync(room, seat: 5), StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(await ShowAsync(room, seat: 0), "has not yet agreed"));
    }

    [Fact]
    public async Task Shows_nobody_what_a_witnessed_vote_is_while_the_count_is_hidden()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], true, "plus");
        room.After(room.Chair, new EnterWitnessedVote(new(Guid.NewGuid()), room.Ballot, room.Seats[3].Id, Choice.For, VoteMeans.Hand), secretariat: true);

        var html = await ShowAsync(room);

        Assert.Contains("What it is stays hidden until the vote closes. What did you see?", html, StringComparison.Ordinal);
        Assert.DoesNotContain("by hand: for", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, I confirm it", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_file_is_left_of_a_block()
    {
        var room = new TheRoom(files: 3).SignedIn().Opened().BallotOn([1, 2, 3], false, "plus");
        room.After(room.Member(2), new TakeOutOfBlock(room.Ballot, room.Item(1)));
        room.After(room.Member(2), new TakeOutOfBlock(room.Ballot, room.Item(3)));

        foreach (var seat in new[] { 0, 1 })
        {
            var html = await ShowAsync(room, seat);
            Assert.DoesNotContain("No item is being dealt with", html, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(html, ">Item 2</span>"));
            Assert.DoesNotContain("block-item", html, StringComparison.Ordinal); // it is an item like any other
            Assert.Contains(">Being voted on</strong>", html, StringComparison.Ordinal);
            Assert.Equal(seat == 0, html.Contains("next-item", StringComparison.Ordinal)); // beside the ballot of whoever presides
        }
    }

    [Fact]
    public async Task Says_of_no_item_that_it_is_dealt_with_now_while_a_block_is_voted_on()
    {
        var room = new TheRoom(files: 3).SignedIn().Opened().Called(1);
        Assert.Contains("aria-current=\"step\"", await ShowAsync(room), StringComparison.Ordinal);

        var html = await ShowAsync(room.BallotOn([2, 3], false, "plus"));

        Assert.DoesNotContain("aria-current=\"step\"", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "aria-current=\"true\""));
    }

    [Theory, InlineData("en", "Reason: the fire alarm"), InlineData("fr", "Motif : the fire alarm"), InlineData("nl", "Reden: the fire alarm"), InlineData("de", "Grund: the fire alarm")]
    public async Task Says_why_the_meeting_is_suspended(string language, string reason)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1);
        room.After(room.Chair, new SuspendMeeting("the fire alarm"));
        Assert.Contains(reason, (await ShowAsync(room, language: language)).Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);

        room.After(room.Chair, new ResumeMeeting());
        Assert.DoesNotContain("the fire alarm", await ShowAsync(room, language: language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_nobody_to_sign_who_has_signed_and_no_chair_to_wait_for_the_chair()
    {
        const string asks = "you can sign the attendance list";
        var room = new TheRoom();
        Assert.Contains(asks, await ShowAsync(room), StringComparison.Ordinal);

        room.SignedIn();
        var (member, chair) = (await ShowAsync(room), await ShowAsync(room, seat: 0));
        Assert.DoesNotContain(asks, member + chair, StringComparison.Ordinal);
        Assert.Contains("the chair decides whether to open the meeting", member, StringComparison.Ordinal);
        Assert.Contains("you decide whether to open the meeting", chair, StringComparison.Ordinal);
    }

    [Theory, InlineData("en", "The sitting is over; the attendance list keeps"), InlineData("fr", "La séance est terminée"), InlineData("nl", "De zitting is afgelopen"), InlineData("de", "Die Sitzung ist zu Ende")]
    public async Task Says_that_the_sitting_is_over(string language, string over)
    {
        var room = new TheRoom().SignedIn().Opened();
        Assert.DoesNotContain(over, await ShowAsync(room, language: language), StringComparison.Ordinal);

        room.After(room.Chair, new CloseMeeting("no time left"));

        Assert.Contains(over, await ShowAsync(room, language: language), StringComparison.Ordinal);
    }

    [Theory, InlineData(0, true), InlineData(1, false)]
    public async Task Shows_the_activities_of_a_file_to_everyone_and_lets_whoever_presides_mark_them(int seat, bool presides)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1);
        var (item, line) = (room.Meeting.Current!.Value, AnApplicant.Sale(2025, 6000));
        var profile = StoredProfile.Empty with { Activities = [AnApplicant.Painting], Incomes = [line], Proofs = [new(new(Guid.NewGuid()), line.Id.Value, "contrat.pdf", "application/pdf", 10)] };
        Deliberated file = new(profile, new(2026, 11, 26), TheRules.InForce);

        var before = await ShowAsync(room, seat, file);
        Assert.Contains("5 years €6,000.00", before, StringComparison.Ordinal);
        Assert.Contains("point to a “plus”", before, StringComparison.Ordinal);
        Assert.Equal(presides, before.Contains("<select", StringComparison.Ordinal));
        Assert.Equal(!presides, before.Contains("not looked at yet</span>", StringComparison.Ordinal));
        room.After(room.Chair, new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: false, "notProven"));

        var after = await ShowAsync(room, seat, file);
        Assert.Contains("5 years €0.00", after, StringComparison.Ordinal);
        Assert.Equal(!presides, after.Contains("not accepted: not proven</span>", StringComparison.Ordinal));
        room.BallotOn([1], false, "plus");
        Assert.DoesNotContain("<select class=\"short\" aria-label=\"Accepted or not", await ShowAsync(room, seat, file), StringComparison.Ordinal);
    }

    [Theory, InlineData(true, "What did you vote?"), InlineData(false, "entered a vote as yours: for. Is it?")]
    public async Task Asks_voters_about_their_own_vote_and_others_what_they_saw(bool hidden, string question)
    {
        var room = new TheRoom().SignedIn().Opened().Called(1).BallotOn([1], hidden, "plus");
        room.After(new(Guid.NewGuid()), new EnterWitnessedVote(new(Guid.NewGuid()), room.Ballot, room.Seats[3].Id, Choice.For, VoteMeans.Hand), secretariat: true);

        Assert.Contains(question, await ShowAsync(room, 3), StringComparison.Ordinal);
        Assert.DoesNotContain(question, await ShowAsync(room, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promises_no_partner_who_has_stepped_aside_too()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1);
        var substitute = room.Seats[1].Substitute!.Value;
        room.After(substitute, new SignIn(substitute, AttendanceMode.OnSite));
        Assert.Contains("sits and votes in your place", await ShowAsync(room), StringComparison.Ordinal);

        room.After(substitute, new Recuse(room.Item(1), substitute));

        var html = await ShowAsync(room);
        Assert.DoesNotContain("sits and votes in your place", html, StringComparison.Ordinal);
        Assert.Contains("your seat does not count for it", html, StringComparison.Ordinal);
    }

    private static Task<string> ShowAsync(TheRoom room, int seat = 1, Deliberated? file = null, string language = "en", string? problem = null)
    {
        Func<ItemId, Task<Deliberated?>>? read = file is null ? null : _ => Task.FromResult<Deliberated?>(file);
        Func<MeetingCommand, Task<Outcome?>> send = _ => Task.FromResult<Outcome?>(null);
        return Rendered.AsHtml<RoomScreen>(language, new() { ["View"] = room.View, ["Me"] = room.Member(seat), ["Id"] = new MeetingId(Guid.Empty), ["Send"] = send, ["SendFromPanel"] = send, ["SendQuietly"] = send, ["Deliberated"] = read, ["Problem"] = problem }, TheRoom.Services);
    }
}
