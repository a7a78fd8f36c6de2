using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Reports;
using WitaLive.App.Room;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>What a chamber sees of a file in the room, and what becomes of the sums as the chair marks its activities.</summary>
public class ADeliberation
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Counts_only_what_is_accepted_and_is_journaled(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (id, room) = await InAChamber.SitAsync(office, file);
        var item = room.Meeting.Items[0].Id;
        var entrance = new RoomEntrance(office.Get<WitaLive.App.Meetings.RoomDoor>(), Chambers.Demo.Rules, office.Get<Deliberations>(), office.Databases, office.Clock);
        var member = Person(room.Meeting.Plan!.Seats[1].Effective);

        var deliberated = (await entrance.DeliberatedAsync(room, member, item))!;
        Assert.Equal(AttestationType.Plus, deliberated.With(room.Meeting.ItemOf(item)!.Marks).Eligibility.PointsTo);
        await InAChamber.DoAsync(room, new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: false, deliberated.Reasons[0]));
        var sums = deliberated.With(room.Meeting.ItemOf(item)!.Marks);
        Assert.Equal((AttestationType.None, 0m, NotCountedBecause.Rejected), (sums.Eligibility.PointsTo, sums.Practice.Core(5), sums.Left.Single().Why));
        await InAChamber.DoAsync(room, new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: true));
        var other = new ActivityId(Guid.NewGuid());
        await InAChamber.DoAsync(room, new MarkActivity(item, other, IsAccepted: false, "notProven"));
        var report = Assert.IsType<ReportSheet>(await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default));
        Assert.Contains(report.Documents[0].Items[0].Facts, fact => fact is { Label: "Activités", Text: "acceptées : 1 ; non acceptées : 1 (non prouvée)" });
        await InAChamber.DoAsync(room, new MarkActivity(item, other, null));
        Assert.Equal(6000m, deliberated.With(room.Meeting.ItemOf(item)!.Marks).Practice.Core(5));
        Assert.Equal([AnApplicant.Painting.Id], (await office.Get<WitaLive.App.Live.MeetingJournal>().ReadAsync(id, new Meeting(), default)).ItemOf(item)!.Marks.Select(mark => mark.Activity));

        Assert.Null(await entrance.DeliberatedAsync(room, Person(new(Guid.NewGuid())), item)); // not of this meeting
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new Recuse(item, member.Id), new(member.Id)));
        Assert.Null(await entrance.DeliberatedAsync(room, member, item)); // recused
        Assert.True(Assert.Single((await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.Openings).ForMeeting);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_decided_as_it_was_put_and_the_decision_says_why_of_each_activity(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (id, room) = await InAChamber.SitAsync(office, file);
        var item = room.Meeting.Items[0].Id;
        await InAChamber.DoAsync(room, new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: false, "notProven"));
        await InAChamber.VoteAsync(room, "refusal");
        Assert.IsType<Outcome.Refused>(await room.SendAsync(new MarkActivity(item, AnApplicant.Painting.Id, IsAccepted: true), new(room.Meeting.InTheChair!.Person)));
        Assert.Empty((await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.Application.Marks);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);

        Assert.Empty((await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.Application.Marks); // the chair can still take it back
        var decided = await AnApplicant.ReadAsync(office, file);
        Assert.Equal([new(AnApplicant.Painting.Id, false, "notProven")], decided.Application.Marks.AsEnumerable());
        foreach (var (language, words) in new[] { ("en", "not accepted"), ("fr", "non accept"), ("nl", "niet aanvaard"), ("de", "nicht anerkannt") })
            Assert.Contains(words, await Components.Rendered.AsHtml<DecidedActivities>(language, new() { ["Sheet"] = decided }, Room.TheRoom.Services), StringComparison.Ordinal);
        var report = Assert.IsType<ReportSheet>(await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default));
        Assert.Contains(report.Documents[0].Items[0].Ballots[0].Facts, fact => fact is { Label: "Activités mises aux voix", Text: "acceptées : 0 ; non acceptées : 1 (non prouvée)" });

        await InAChamber.DoAsync(room, new UndoConclusion(item));
        Assert.Empty((await AnApplicant.ReadAsync(office, file)).Application.Marks);
    }

    private static SignedInPerson Person(PersonId id) => SignedInPerson.Of(Access.Who.With(id))!;
}
