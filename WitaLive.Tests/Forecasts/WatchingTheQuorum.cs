using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Forecasts;
using WitaLive.App.Mail;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Planning;
using WitaLive.Tests.Access;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Forecasts;

public class WatchingTheQuorum
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Alarms_the_planner_and_the_duos_concerned_once_for_each_danger(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        await WatchAsync(meeting);
        Assert.Empty(await CallsAsync(meeting)); // nobody has answered, and nothing is wrong

        var experts = Of(meeting, "experts");
        await EmptyAsync(meeting, experts[0]);
        await EmptyAsync(meeting, experts[1]);
        await WatchAsync(meeting);

        var calls = await CallsAsync(meeting);
        Assert.Equal(experts.SelectMany(seat => seat.Duo).Select(p => p.Id).Order(s_byId), calls.Select(c => c.PersonId).Order(s_byId));
        Assert.All(calls, call => Assert.Equal(1, call.Number));
        // The third expert was convened and can answer by link; the substitute of that seat was not, and cannot.
        Assert.Equal((true, false), (HasLink(calls, experts[2].Effective!.Id), HasLink(calls, experts[2].Substitute!.Id)));
        Assert.DoesNotContain("pas encore convoqué", (await meeting.MailsToAsync(experts[2].Effective!.Id))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("pas encore convoqué", (await meeting.MailsToAsync(experts[2].Substitute!.Id))[^1].Text, StringComparison.Ordinal);
        var planners = (await meeting.Office.MailsAsync(meeting.Id))
            .Where(m => meeting.People.Secretariat.Any(s => s.Id == m.PersonId) && m.Text.Contains(experts[2].Effective!.FullName, StringComparison.Ordinal)).ToList();
        Assert.Equal(meeting.People.Secretariat.Length, planners.Count); // the planner of the test is nobody who can be written to

        await WatchAsync(meeting);
        await EmptyAsync(meeting, Of(meeting, "unions")[0]); // no other bloc is in danger yet
        await WatchAsync(meeting);
        Assert.Equal(calls.Count, (await CallsAsync(meeting)).Count);

        Assert.Null(await meeting.ByLinkAsync(experts[2].Effective!.Id, AnswerKind.Present)); // through the link of the call
        Assert.Null(await meeting.OnSiteAsync(experts[0].Effective!.Id, AnswerKind.Present));
        await WatchAsync(meeting);
        Assert.Equal("", (await meeting.Office.ReadAsync(meeting.Id)).QuorumAlarm);
        await EmptyAsync(meeting, experts[0]);
        await WatchAsync(meeting);
        Assert.Equal(2, (await CallsAsync(meeting)).Where(c => c.PersonId == experts[0].Effective!.Id).Max(c => c.Number)); // it came back
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Says_in_one_mail_that_the_answer_decides_and_how_to_give_a_proxy(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        var experts = Of(meeting, "experts");
        await EmptyAsync(meeting, experts[0]);
        await EmptyAsync(meeting, experts[1]);
        var giver = experts[1].Effective!.Id;
        var now = meeting.Office.Clock.GetUtcNow();
        var offer = Assert.Single(await meeting.MailsToAsync(giver), m => m.DueAt > now);
        Assert.Equal(MailState.Waiting, offer.StateAt(now)); // the watch looks first

        await WatchAsync(meeting);

        var mails = await meeting.MailsToAsync(giver);
        Assert.Equal(MailState.Cancelled, mails.Single(m => m.Id == offer.Id).StateAt(now));
        var call = (await CallsAsync(meeting)).Single(c => c.PersonId == giver);
        Assert.Contains($"meetings/{meeting.Id.Value}/proxy", mails.Single(m => m.Id == call.MailId).Text, StringComparison.Ordinal);

        await EmptyAsync(meeting, Of(meeting, "unions")[0]); // no danger of its own: the offer goes out after its minute
        await WatchAsync(meeting);
        Assert.Equal(MailState.Waiting, Assert.Single(await meeting.MailsToAsync(Of(meeting, "unions")[0].Effective!.Id), m => m.DueAt > now).StateAt(now));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Says_of_a_proxy_whose_holder_does_not_come_that_it_can_be_replaced(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        var (experts, union) = (Of(meeting, "experts"), Of(meeting, "unions")[0]);
        await EmptyAsync(meeting, experts[0]);
        await EmptyAsync(meeting, experts[1]);
        Assert.Null(await meeting.OnSiteAsync(union.Effective!.Id, AnswerKind.Present));
        Assert.Null(await meeting.Office.Get<ProxyDesk>().SignAsync(Who.With(experts[0].Effective!.Id), meeting.Id, union.Effective.Id, "Je donne procuration.", default));
        Assert.DoesNotContain((await ForecastAsync(meeting)).Calls, call => call.Seat.Id == experts[0].Id);
        await EmptyAsync(meeting, union);
        await WatchAsync(meeting);

        Assert.Equal(union.Effective.Id, (await SeatToCallAsync(experts[0])).AwayHolder?.Id);
        Assert.Null((await SeatToCallAsync(experts[1])).AwayHolder);
        Assert.Contains(union.Effective.FullName, await CallToAsync(experts[0].Effective!.Id), StringComparison.Ordinal);
        Assert.Contains(union.Effective.FullName, await CallToAsync(experts[0].Substitute!.Id), StringComparison.Ordinal);
        Assert.DoesNotContain(union.Effective.FullName, await CallToAsync(experts[1].Effective!.Id), StringComparison.Ordinal);

        async Task<SeatToCall> SeatToCallAsync(SeatOnDay seat) => (await ForecastAsync(meeting)).Calls.Single(call => call.Seat.Id == seat.Id);

        async Task<string> CallToAsync(WitaLive.Domain.PersonId person)
        {
            var call = (await CallsAsync(meeting)).Single(c => c.PersonId == person);
            return (await meeting.MailsToAsync(person)).Single(m => m.Id == call.MailId).Text;
        }
    }

    [Fact]
    public async Task Begins_anew_when_the_meeting_moves_to_another_day()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        foreach (var seat in Of(meeting, "experts").Take(2))
            await EmptyAsync(meeting, seat);
        await WatchAsync(meeting);
        var alarm = (await meeting.Office.ReadAsync(meeting.Id)).QuorumAlarm;
        Assert.NotEqual("", alarm);

        await meeting.MoveAsync("2027-01-05", "15:00");
        Assert.Equal(alarm, (await meeting.Office.ReadAsync(meeting.Id)).QuorumAlarm);
        await meeting.MoveAsync("2027-01-07");
        Assert.Equal("", (await meeting.Office.ReadAsync(meeting.Id)).QuorumAlarm);
    }

    [Fact]
    public async Task Is_silent_once_the_meeting_has_begun()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        foreach (var seat in Of(meeting, "experts"))
            await EmptyAsync(meeting, seat);
        meeting.Office.Clock.Advance((await meeting.Office.ReadAsync(meeting.Id)).StartsAt - meeting.Office.Clock.GetUtcNow());

        await WatchAsync(meeting);

        Assert.Empty(await CallsAsync(meeting));
        Assert.Null(await meeting.Office.Get<Forecasting>().ReadAsync(PlanningOffice.Secretary, meeting.Id, default));
    }

    [Fact]
    public async Task Two_watches_at_once_alarm_once()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        foreach (var seat in Of(meeting, "experts").Take(2))
            await EmptyAsync(meeting, seat);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WatchAsync(meeting))));

        var calls = await CallsAsync(meeting);
        Assert.Equal(calls.Count, calls.Select(c => c.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task Tells_members_how_it_stands_and_the_secretariat_whom_to_call()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        await EmptyAsync(meeting, Of(meeting, "experts")[0]);
        var forecasts = meeting.Office.Get<Forecasting>();

        var planner = await forecasts.ReadAsync(PlanningOffice.Secretary, meeting.Id, default);
        var member = await forecasts.ReadAsync(Who.With(meeting.Effective), meeting.Id, default);

        Assert.Equal(planner!.Quorum.Blocs.ToArray(), member!.Quorum.Blocs.ToArray());
        Assert.Equal(6, planner.Calls.Length);
        Assert.Empty(member.Calls);
        Assert.Null(await forecasts.ReadAsync(Who.With(new WitaLive.Domain.PersonId(Guid.NewGuid())), meeting.Id, default));
        Assert.Equal(meeting.Id, Assert.Single(await forecasts.AheadAsync(PlanningOffice.Secretary, default)).Meeting.Id);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => forecasts.AheadAsync(Who.With(meeting.Effective), default));
    }

    [Fact]
    public async Task A_proxy_signed_lifts_the_forecast()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var experts = Of(meeting, "experts").Where(s => s.Duo.All(p => meeting.People.Presiders.All(r => r.Person.Id != p.Id))).ToList();
        foreach (var seat in Of(meeting, "experts").Except(experts))
            Assert.Null(await meeting.OnSiteAsync(seat.Effective!.Id, AnswerKind.Present));
        await EmptyAsync(meeting, experts[0]);
        await EmptyAsync(meeting, experts[1]);
        Assert.Equal(Outlook.Unlikely, (await ForecastAsync(meeting)).Quorum.Blocs[0].Outlook);

        var holder = Of(meeting, "unions")[0].Effective!.Id;
        Assert.Null(await meeting.OnSiteAsync(holder, AnswerKind.Present));
        Assert.Null(await meeting.Office.Get<ProxyDesk>().SignAsync(Who.With(experts[0].Effective!.Id), meeting.Id, holder, "Je donne procuration.", default));

        var bloc = (await ForecastAsync(meeting)).Quorum.Blocs[0];
        Assert.Equal((Outlook.Certain, 2), (bloc.Outlook, bloc.Sure));
    }

    private static readonly Comparer<WitaLive.Domain.PersonId> s_byId = Comparer<WitaLive.Domain.PersonId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static async Task<MeetingForecast> ForecastAsync(ConvenedMeeting meeting) =>
        (await meeting.Office.Get<Forecasting>().ReadAsync(PlanningOffice.Secretary, meeting.Id, default))!;

    private static List<SeatOnDay> Of(ConvenedMeeting meeting, string group) => [.. meeting.People.Seats.Where(s => s.Group.Value == group)];

    private static Task WatchAsync(ConvenedMeeting meeting) => meeting.Office.Get<WatchQuorum>().RunAsync(default);

    private static async Task EmptyAsync(ConvenedMeeting meeting, SeatOnDay seat)
    {
        Assert.Null(await meeting.OnSiteAsync(seat.Effective!.Id, AnswerKind.Absent, "Grippe"));
        Assert.Null(await meeting.OnSiteAsync(seat.Substitute!.Id, AnswerKind.Absent, "Voyage"));
    }

    private static async Task<List<Convocation>> CallsAsync(ConvenedMeeting meeting) =>
        [.. (await meeting.Office.ConvocationsAsync(meeting.Id)).Where(c => c.Kind is ConvocationKind.QuorumCall)];

    private static bool HasLink(List<Convocation> calls, WitaLive.Domain.PersonId person) => calls.Single(c => c.PersonId == person).LinkHash is not null;
}
