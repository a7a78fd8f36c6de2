using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Calendar;
using WitaLive.App.Convening;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Reports;

namespace WitaLive.Tests.Meetings;

/// <summary>What pages do themselves, round what is asked of the office.</summary>
public class OnThePlanningPages
{
    [Fact]
    public async Task A_series_is_saved_once_by_a_double_click()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var page = await APage.OpenAsync<SeriesPage>(office, PlanningOffice.Secretary);
        await page.FillAsync("select", (await office.ChamberAsync()).Id.Value.ToString());
        await page.FillAsync("input", "Salle Horta", nth: 10);
        await page.SubmitAsync();
        var (answer, asked) = (new TaskCompletionSource(), 0);
        page.Waits = question =>
        {
            asked += question.Length == 0 ? 1 : 0;
            return answer.Task;
        };

        var clicks = new[] { page.PressAsync("Put these provisional dates"), page.PressAsync("Put these provisional dates") };
        answer.SetResult();
        await Task.WhenAll(clicks);

        await using var db = office.Databases.CreateDbContext();
        var saved = await db.Set<ProvisionalDate>().CountAsync();
        Assert.Equal((true, 1), (saved > 0, asked));
        Assert.Contains($"Provisional dates put into the calendar: {saved}.", await page.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_to_choose_from_is_that_of_the_chamber_chosen_last()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var page = await APage.OpenAsync<NewMeetingPage>(office, PlanningOffice.Secretary);
        var (restricted, enlarged) = ((await office.ChamberAsync()).Id.Value.ToString(), (await office.ChamberAsync("enlarged", null)).Id.Value.ToString());

        await ChooseAsync(slowly: restricted, then: enlarged);
        Assert.Contains("These seats make the formation", await page.TextAsync(), StringComparison.Ordinal); // the seats proposed for it
        await ChooseAsync(slowly: enlarged, then: restricted);
        Assert.DoesNotContain("seat-picker", await page.HtmlAsync(), StringComparison.Ordinal);

        // The answer on the first, of which the last part is awaited, comes after that on the second.
        async Task ChooseAsync(string slowly, string then)
        {
            var (reached, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
            page.Waits = question =>
            {
                if (!question.Contains("DISTINCT", StringComparison.Ordinal))
                    return Task.CompletedTask;
                reached.TrySetResult();
                return answer.Task;
            };
            var first = page.FillAsync("select", slowly);
            await reached.Task;
            page.Waits = null;
            await page.FillAsync("select", then);
            answer.SetResult();
            await first;
        }
    }

    [Fact]
    public async Task The_report_is_offered_to_members_once_there_is_one()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var plan = (await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.Plan!;
        var member = Who.With(plan.Seats.First(s => plan.Presiders.All(p => !s.IsOf(p.Person))).Effective);

        Assert.Equal((false, true), (await IsOfferedAsync(member), await IsOfferedAsync(PlanningOffice.Secretary)));
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));
        Assert.Equal((true, true), (await IsOfferedAsync(member), await IsOfferedAsync(PlanningOffice.Secretary)));

        async Task<bool> IsOfferedAsync(ClaimsPrincipal who)
        {
            await using var page = await APage.OpenAsync<MeetingPage>(office, who, new() { ["Id"] = id.Value });
            return (await page.HtmlAsync()).Contains($"href=\"meetings/{id.Value}/report\"", StringComparison.Ordinal);
        }
    }

    [Fact] // rules of procedure, art. 53
    public async Task Whose_file_it_is_is_not_said_to_who_has_stepped_aside_for_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, file) = (await office.PlanAsync(points: 0), await office.AddFileAsync("2026-0417"));
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 10, default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        var (aside, other) = (room.Meeting.Plan!.Seats[1].Effective, room.Meeting.Plan.Seats[2].Effective);
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new Recuse(room.Meeting.Items[0].Id, aside), new(aside)));

        await using var read = await OpenAsync(other);
        Assert.Contains(file.Applicant, await read.TextAsync(), StringComparison.Ordinal);
        await using var hidden = await OpenAsync(aside);
        var text = await hidden.TextAsync();
        Assert.Contains(file.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Applicant, text, StringComparison.Ordinal);

        Task<APage> OpenAsync(PersonId person) => APage.OpenAsync<MeetingPage>(office, Who.With(person), new() { ["Id"] = id.Value });
    }

    [Fact]
    public async Task Nobody_is_to_be_invited_any_more_and_no_screen_opened_once_a_meeting_is_over_or_cancelled()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (held, cancelled, ahead) = (await AHeldMeeting.HoldAsync(office, "2027-01-05"), await office.PlanAsync(1, form => form.Day = "2027-01-12"), await office.PlanAsync(1, form => form.Day = "2027-01-19"));
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, cancelled, "Grève", default));

        Assert.Equal((true, true), await SaysAsync(ahead));
        Assert.Equal((false, false), await SaysAsync(held));
        Assert.Equal((false, false), await SaysAsync(cancelled));
        var member = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, ahead, default))!.People.Seats.First(seat => seat.Effective is not null).Effective!;
        await using var named = await APage.OpenAsync<MeetingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = ahead.Value });
        Assert.Matches($@"To be invited: \d+[^.]*{member.FullName}", await named.TextAsync());

        async Task<(bool Invites, bool HasScreens)> SaysAsync(MeetingId id)
        {
            await using var page = await APage.OpenAsync<MeetingPage>(office, PlanningOffice.Secretary, new() { ["Id"] = id.Value });
            var text = await page.TextAsync();
            return (text.Contains("To be invited", StringComparison.Ordinal), text.Contains("Big screens", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Of_a_seat_whose_proxy_is_held_by_who_does_not_come_either_the_planner_reads_that()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        foreach (var one in new[] { meeting.Effective, meeting.Substitute })
            Assert.Null(await meeting.OnSiteAsync(one, AnswerKind.Absent, "Voyage"));
        var (desk, giver) = (meeting.Office.Get<ProxyDesk>(), Who.With(meeting.Effective));
        var holder = (await desk.ReadAsync(giver, meeting.Id, default))!.Holders[0];
        Assert.Null(await desk.SignAsync(giver, meeting.Id, holder.Id, "Je donne procuration.", default));
        Assert.Contains($"{holder.FullName} holds the proxy.", await TextAsync(), StringComparison.Ordinal);

        Assert.Null(await meeting.OnSiteAsync(holder.Id, AnswerKind.Absent, "Malade"));
        Assert.Contains($"{holder.FullName}, who holds the proxy, is not coming either.", await TextAsync(), StringComparison.Ordinal);
        Assert.Contains($"Proxy to {holder.FullName}, who is not coming", await TextAsync(), StringComparison.Ordinal);

        async Task<string> TextAsync()
        {
            await using var page = await APage.OpenAsync<MeetingPage>(meeting.Office, PlanningOffice.Secretary, new() { ["Id"] = meeting.Id.Value });
            return await page.TextAsync();
        }
    }

    [Fact]
    public async Task A_meeting_that_nobody_opened_was_not_held_once_its_day_is_over()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        Assert.Equal((false, false), await SaysAsync());
        meeting.Office.Clock.Advance((await meeting.Office.ReadAsync(meeting.Id)).StartsAt.AddHours(6) - meeting.Office.Clock.GetUtcNow());
        Assert.Equal((false, false), await SaysAsync()); // on its day it may still be opened

        meeting.Office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((true, true), await SaysAsync());

        async Task<(bool OnItsPage, bool InTheList)> SaysAsync()
        {
            await using var page = await APage.OpenAsync<MeetingPage>(meeting.Office, PlanningOffice.Secretary, new() { ["Id"] = meeting.Id.Value });
            var listed = await meeting.Office.Get<MeetingList>().ReadAsync(PlanningOffice.Secretary, new(), default);
            var badge = await Rendered.AsHtml<StandingBadge>("en", new() { ["Meeting"] = Assert.Single(listed.Ahead.Concat(listed.Past)) });
            var isHeld = badge.Contains(">Planned</span>", StringComparison.Ordinal) && badge.Contains(">Convened</span>", StringComparison.Ordinal);
            Assert.Equal(!isHeld, badge.Contains(">Not held</span>", StringComparison.Ordinal));
            var calendar = await meeting.Office.Get<CalendarReading>().ReadAsync(PlanningOffice.Secretary, null, null, new(2027, 1, 1), new(2027, 1, 31), default);
            Assert.Equal(!isHeld, Assert.Single(calendar.Entries).WasNotHeld);
            return ((await page.TextAsync()).Contains("This meeting was not held", StringComparison.Ordinal), !isHeld);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_they_were_convened_still_stands_beside_those_who_were_told_of_a_cancellation(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        var (convened, status) = (meeting.Office.Clock.GetUtcNow(), meeting.Office.Get<ConvocationStatus>());
        meeting.Office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(await meeting.Office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, meeting.Id, "Grève", default));

        var lines = await status.ListAsync(PlanningOffice.Secretary, meeting.Id, default);
        var told = lines.Single(l => l.Invited.Person.Id == meeting.Effective);
        Assert.Equal((ConvocationKind.Invitation, convened, convened.AddDays(1)), (told.Row!.Kind, told.At, told.Cancellation!.At));
        Assert.Null(lines.Single(l => l.Invited.Person.Id == meeting.Substitute).Cancellation); // was never convened
        await using var page = await APage.OpenAsync<ConvocationTable>(meeting.Office, PlanningOffice.Secretary, new() { ["Meeting"] = meeting.Id.Value, ["Lines"] = lines });
        Assert.Contains("Cancellation: ", await page.TextAsync(), StringComparison.Ordinal);
    }
}
