using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Convening;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Answers;

public class SigningAProxy
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_in_the_room_at_once_with_the_words_that_were_signed(Engine engine)
    {
        await using var meeting = await BothAwayAsync(engine);
        var desk = meeting.Office.Get<ProxyDesk>();
        var room = await meeting.Office.Get<RoomDoor>().EnterAsync(meeting.Id);
        Assert.Empty(room!.Meeting.Proxies);
        var sheet = (await desk.ReadAsync(Who.With(meeting.Effective), meeting.Id, default))!;
        Assert.Null(sheet.Why);
        var (holder, text) = (sheet.Holders[0], desk.TextOf(sheet, sheet.Holders[0], meeting.Office.Get<PlanSentences>()));

        Assert.Null(await desk.SignAsync(Who.With(meeting.Effective), meeting.Id, holder.Id, text, default));

        var proxy = Assert.Single(room.Meeting.Proxies).Value;
        Assert.Equal((meeting.Seat.Id, holder.Id, meeting.Office.Clock.GetUtcNow()), (proxy.Giver, proxy.Holder, proxy.SignedAt));
        await using var db = meeting.Office.Databases.CreateDbContext();
        var kept = await db.Set<SignedProxy>().SingleAsync();
        Assert.Equal((meeting.Effective, text), (kept.Giver, kept.Text));
        Assert.Contains(holder.FullName, text, StringComparison.Ordinal);
        Assert.Contains(meeting.Seat.Effective!.FullName, text, StringComparison.Ordinal);
        Assert.Contains(await meeting.MailsToAsync(holder.Id), mail => mail.Purpose == ProxyMails.Purpose && mail.Text.Contains(meeting.Seat.Effective.FullName, StringComparison.Ordinal));
        // Whoever holds it is warned before saying no, and the giver is told, once.
        var answers = meeting.Office.Get<AnswerDesk>();
        Assert.Equal((holder.Id, meeting.Effective), ((await answers.ReadAsync(Who.With(meeting.Effective), meeting.Id, default))!.ProxyTo!.Id, (await answers.ReadAsync(Who.With(holder.Id), meeting.Id, default))!.ProxyFrom!.Id));
        foreach (var reason in new[] { "Voyage", "Toujours en voyage" })
            Assert.Null(await answers.AnswerAsync(Who.With(holder.Id), meeting.Id, AnswerKind.Absent, reason, default));
        Assert.Single(await meeting.MailsToAsync(meeting.Effective), mail => mail.Purpose == ProxyMails.Purpose && mail.Text.Contains($"meetings/{meeting.Id.Value}/proxy", StringComparison.Ordinal));
        Assert.True((await answers.ReadAsync(Who.With(meeting.Effective), meeting.Id, default))!.ProxyIsAway);
        Assert.Equal(holder.Id, (await desk.ReadAsync(Who.With(meeting.Effective), meeting.Id, default))!.Away!.Id);
        Assert.DoesNotContain(await meeting.MailsToAsync(meeting.Effective), mail => mail is { CancelledAt: null } && mail.DueAt > mail.CreatedAt); // the offer of what was done meanwhile
        Assert.IsType<ProxyGivenAlready>(await desk.SignAsync(Who.With(meeting.Effective), meeting.Id, sheet.Holders[1].Id, text, default));
        var line = (await meeting.Office.Get<ConvocationStatus>().ListAsync(Meetings.PlanningOffice.Secretary, meeting.Id, default)).First(l => l.Invited.Person.Id == meeting.Effective);
        Assert.Equal(holder.Id, line.Holder!.Id);
    }

    [Theory] // the royal decree, art. 4 § 3, has a proxy name the day of the meeting
    [InlineData("2027-01-05", "15:00", true), InlineData("2027-01-07", "14:00", false)]
    public async Task Ends_when_the_meeting_is_moved_to_another_day_and_its_giver_is_asked_anew(string day, string hour, bool stands)
    {
        await using var meeting = await BothAwayAsync(Engine.Sqlite);
        var (desk, giver) = (meeting.Office.Get<ProxyDesk>(), Who.With(meeting.Effective));
        var holders = (await desk.ReadAsync(giver, meeting.Id, default))!.Holders;
        Assert.Null(await desk.SignAsync(giver, meeting.Id, holders[0].Id, "Je donne procuration.", default));
        var (room, offers) = ((await meeting.Office.Get<RoomDoor>().EnterAsync(meeting.Id))!, await OffersAsync(meeting));

        await meeting.MoveAsync(day, hour);

        Assert.Equal(stands, room.Meeting.Proxies.Count == 1);
        await using var db = meeting.Office.Databases.CreateDbContext();
        Assert.Equal(stands ? 0 : 1, await db.Set<WithdrawnProxy>().CountAsync(p => p.Text == "Je donne procuration."));
        Assert.Equal(stands ? 1 : 2, (await meeting.MailsToAsync(holders[0].Id)).Count(mail => mail.Purpose == ProxyMails.Purpose));
        Assert.Equal(stands ? 0 : 1, (await meeting.MailsToAsync(meeting.Effective)).Count(mail => mail.Purpose == ProxyMails.Purpose));
        Assert.Equal(!stands, (await meeting.MailsToAsync(holders[0].Id)).Exists(mail => mail.Text.Contains("La réunion a été déplacée à un autre jour.", StringComparison.Ordinal)));
        if (stands)
            return;
        // Of the new day nobody has said anything yet: whoever does not come then either is offered a proxy again.
        Assert.IsType<DuoNotAway>(await desk.SignAsync(giver, meeting.Id, holders[0].Id, "Je donne procuration.", default));
        await AwayAsync(meeting, meeting.Effective, meeting.Substitute);
        Assert.Equal(offers + 1, await OffersAsync(meeting));
        Assert.Null(await desk.SignAsync(giver, meeting.Id, holders[0].Id, "Je donne procuration.", default));

        static async Task<int> OffersAsync(ConvenedMeeting meeting) =>
            (await meeting.MailsToAsync(meeting.Effective)).Count(m => m.Text.Contains($"meetings/{meeting.Id.Value}/proxy", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_withdrawn_until_the_meeting_begins_and_another_one_may_be_signed(Engine engine)
    {
        await using var meeting = await BothAwayAsync(engine);
        var (desk, giver) = (meeting.Office.Get<ProxyDesk>(), Who.With(meeting.Effective));
        var holders = (await desk.ReadAsync(giver, meeting.Id, default))!.Holders;
        Assert.IsType<NoProxyGiven>(await desk.WithdrawAsync(giver, meeting.Id, default));
        Assert.Null(await desk.SignAsync(giver, meeting.Id, holders[0].Id, "Je donne procuration.", default));
        var room = (await meeting.Office.Get<RoomDoor>().EnterAsync(meeting.Id))!;
        Assert.True((await desk.ReadAsync(giver, meeting.Id, default))!.MayWithdraw);

        Assert.Null(await desk.WithdrawAsync(giver, meeting.Id, default));

        Assert.Empty(room.Meeting.Proxies);
        Assert.Contains(await meeting.MailsToAsync(holders[0].Id), mail => mail.Text.Contains("a pris fin. Elle a été retirée. La réunion", StringComparison.Ordinal));
        await using (var db = meeting.Office.Databases.CreateDbContext())
            Assert.Equal((meeting.Effective, holders[0].Id, "Je donne procuration."), await db.Set<WithdrawnProxy>().Select(p => new ValueTuple<PersonId, PersonId, string>(p.Giver, p.Holder, p.Text)).SingleAsync());
        Assert.Null(await desk.SignAsync(giver, meeting.Id, holders[1].Id, "Je donne procuration.", default));
        Assert.Equal(holders[1].Id, Assert.Single(room.Meeting.Proxies).Value.Holder);
        meeting.Office.Clock.Advance((await meeting.Office.ReadAsync(meeting.Id)).StartsAt - meeting.Office.Clock.GetUtcNow());
        Assert.IsType<ProxyStands>(await desk.WithdrawAsync(giver, meeting.Id, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_at_once_to_the_same_holder_leave_one(Engine engine)
    {
        await using var meeting = await BothAwayAsync(engine);
        var other = meeting.People.Seats.First(s => s is { Votes: true, Substitute: not null, Effective: not null } && s.Id != meeting.Seat.Id);
        await AwayAsync(meeting, other.Effective!.Id, other.Substitute!.Id);
        var desk = meeting.Office.Get<ProxyDesk>();
        var holder = (await desk.ReadAsync(Who.With(meeting.Effective), meeting.Id, default))!.Holders[0].Id;

        var said = await Task.WhenAll(new[] { meeting.Effective, other.Effective!.Id }.Select(giver => Task.Run(() => desk.SignAsync(Who.With(giver), meeting.Id, holder, "…", default))));

        Assert.Single(said, why => why is null);
        Assert.IsType<ProxyHolderTaken>(Assert.Single(said.OfType<Refusal>()));
    }

    [Fact]
    public async Task Is_refused_too_early_too_late_and_to_anyone_else()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var desk = meeting.Office.Get<ProxyDesk>();
        var holder = meeting.People.Seats.First(s => s.Id != meeting.Seat.Id && s.Votes).Effective!.Id;

        Assert.IsType<DuoNotAway>(await desk.SignAsync(Who.With(meeting.Effective), meeting.Id, holder, "…", default));
        await AwayAsync(meeting, meeting.Effective, meeting.Substitute);
        Assert.IsType<OnlyTheEffectiveGives>(await desk.SignAsync(Who.With(meeting.Substitute), meeting.Id, holder, "…", default));
        Assert.Null(await desk.ReadAsync(Who.With(meeting.Substitute), meeting.Id, default));
        var asked = meeting.Office.Get<AnswerDesk>(); // the link to the page stands where the page lets in
        Assert.False((await asked.ReadAsync(Who.With(meeting.Substitute), meeting.Id, default))!.MayGiveProxy);
        Assert.True((await asked.ReadAsync(Who.With(meeting.Effective), meeting.Id, default))!.MayGiveProxy);
        Assert.IsType<ProxyHolderNotMember>(await desk.SignAsync(Who.With(meeting.Effective), meeting.Id, meeting.Substitute, "…", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.SignAsync(Who.Nobody, meeting.Id, holder, "…", default));
        meeting.Office.Clock.Advance((await meeting.Office.ReadAsync(meeting.Id)).StartsAt - meeting.Office.Clock.GetUtcNow());
        Assert.IsType<ProxyTooLate>(await desk.SignAsync(Who.With(meeting.Effective), meeting.Id, holder, "…", default));
        await using var db = meeting.Office.Databases.CreateDbContext();
        Assert.Empty(await db.Set<SignedProxy>().ToListAsync());
    }

    [Fact]
    public async Task Is_held_by_nobody_on_the_planners_page_once_its_giver_came_after_all()
    {
        await using var meeting = await BothAwayAsync(Engine.Sqlite);
        var (desk, giver) = (meeting.Office.Get<ProxyDesk>(), Who.With(meeting.Effective));
        var holder = (await desk.ReadAsync(giver, meeting.Id, default))!.Holders[0].Id;
        Assert.Null(await desk.SignAsync(giver, meeting.Id, holder, "Je donne procuration.", default));
        var room = (await meeting.Office.Get<RoomDoor>().EnterAsync(meeting.Id))!;
        meeting.Office.ComesToTheDayOf(room);
        Assert.Equal(holder, await HeldByAsync());

        await DoAsync(new SignIn(meeting.Effective, AttendanceMode.OnSite), meeting.Effective);
        Assert.Null(await HeldByAsync());
        await DoAsync(new SignOut(meeting.Effective), meeting.Effective); // it is not given anew by leaving
        Assert.Null(await HeldByAsync());

        var chair = room.Meeting.Plan!.Presiders[0].Person;
        await DoAsync(new SignIn(chair, AttendanceMode.OnSite), chair);
        await DoAsync(new OpenMeeting(), chair);
        Assert.Null(await HeldByAsync());

        async Task<PersonId?> HeldByAsync() => (await meeting.Office.Get<ConvocationStatus>().ListAsync(Meetings.PlanningOffice.Secretary, meeting.Id, default))
            .First(line => line.Invited.Person.Id == meeting.Effective).Holder?.Id;

        async Task DoAsync(MeetingCommand command, PersonId by) => Assert.IsType<Outcome.Ok>(await room.SendAsync(command, new(by)));
    }

    private static async Task<ConvenedMeeting> BothAwayAsync(Engine engine)
    {
        var meeting = await ConvenedMeeting.OnAsync(engine);
        await AwayAsync(meeting, meeting.Effective, meeting.Substitute);
        return meeting;
    }

    private static async Task AwayAsync(ConvenedMeeting meeting, params PersonId[] duo)
    {
        foreach (var person in duo)
            Assert.Null(await meeting.OnSiteAsync(person, AnswerKind.Absent, "Grippe"));
    }
}
