using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Convening;
using WitaLive.App.Languages;
using WitaLive.App.Mandates;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Access;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Convening;

public class AfterAMandateChanged
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_sits_now_is_convened_and_who_does_not_any_more_is_told_once(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        var (office, seat) = (meeting.Office, meeting.Seat);
        var (gone, substitute) = (meeting.Effective, meeting.Substitute);
        await RunAsync(office);
        var before = await CountAsync(office, meeting.Id);
        office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(await office.Get<MandateDesk>().SucceedAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, office.Clock.GetUtcNow().DayInBrussels(), MandateEnding.Resigned, default));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunAsync(office))));

        Assert.Equal([ConvocationKind.Invitation, ConvocationKind.Release], await ToldAsync(office, meeting.Id, gone));
        Assert.Equal([ConvocationKind.Invitation], await ToldAsync(office, meeting.Id, substitute));
        Assert.Equal(before + 2, await CountAsync(office, meeting.Id));
        await RunAsync(office);
        Assert.Equal(before + 2, await CountAsync(office, meeting.Id));
    }

    [Fact]
    public async Task The_proxy_of_who_left_ends_and_its_holder_is_told()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var (office, seat, giver) = (meeting.Office, meeting.Seat, meeting.Effective);
        foreach (var one in new[] { giver, meeting.Substitute })
            Assert.Null(await office.Get<AnswerDesk>().AnswerAsync(Who.With(one), meeting.Id, AnswerKind.Absent, "Voyage", default));
        var holder = (await office.Get<ProxyDesk>().ReadAsync(Who.With(giver), meeting.Id, default))!.Holders[0];
        Assert.Null(await office.Get<ProxyDesk>().SignAsync(Who.With(giver), meeting.Id, holder.Id, "Je donne procuration.", default));
        var room = (await office.Get<RoomDoor>().EnterAsync(meeting.Id))!;
        Assert.Single(room.Meeting.Proxies);
        office.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(await office.Get<MandateDesk>().SucceedAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, office.Clock.GetUtcNow().DayInBrussels(), MandateEnding.Resigned, default));
        await RunAsync(office);

        Assert.Empty(room.Meeting.Proxies);
        Assert.Contains(await meeting.MailsToAsync(holder.Id), mail => mail.Purpose == ProxyMails.Purpose && mail.Text.Contains("a pris fin. La composition de la réunion a changé.", StringComparison.Ordinal));
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(giver, (await db.Set<WithdrawnProxy>().SingleAsync()).Giver);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_was_not_convened_or_was_cancelled()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var (office, seat) = (meeting.Office, meeting.Seat);
        await office.PlanAsync(change: form => form.Day = "2027-01-19");
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, meeting.Id, "Grève", default));
        var before = await CountAsync(office, null);

        Assert.Null(await office.Get<MandateDesk>().SucceedAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, office.Clock.GetUtcNow().DayInBrussels(), MandateEnding.Resigned, default));
        await RunAsync(office);

        Assert.Equal(before, await CountAsync(office, null));
    }

    [Fact]
    public async Task Nobody_is_told_of_what_has_begun()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var (office, seat) = (meeting.Office, meeting.Seat);
        Assert.Null(await office.Get<MandateDesk>().SucceedAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, office.Clock.GetUtcNow().DayInBrussels(), MandateEnding.Resigned, default));
        var room = (await office.Get<RoomDoor>().EnterAsync(meeting.Id))!;
        office.ComesToTheDayOf(room);
        foreach (var person in room.Meeting.Plan!.Seats.Select(s => s.Effective).Append(room.Meeting.Plan.Presiders[0].Person).Distinct().ToList())
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(person, AttendanceMode.OnSite), new(person)));
        await InAChamber.DoAsync(room, new OpenMeeting());
        var before = await CountAsync(office, null);

        await RunAsync(office);

        Assert.Equal(before, await CountAsync(office, null));
    }

    private static Task RunAsync(PlanningOffice office) => office.Get<RecomposeMeetings>().RunAsync(default);

    private static async Task<List<ConvocationKind>> ToldAsync(PlanningOffice office, MeetingId id, PersonId person)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<Convocation>().Where(c => c.MeetingId == id && c.PersonId == person).OrderBy(c => c.CreatedAt).Select(c => c.Kind).ToListAsync();
    }

    private static async Task<int> CountAsync(PlanningOffice office, MeetingId? id)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<Convocation>().CountAsync(c => id == null || c.MeetingId == id);
    }
}
