using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Convening;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Ties;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Conflicts;

public class SteppingAside
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_proposed_once_before_the_agenda_goes_out_and_never_names_the_applicant_in_a_mail(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, seat) = await PlannedAsync(office);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(office).RunAsync(default))));

        var line = Assert.Single(await Desk(office).OwnAsync(Who.With(seat.Effective!.Id), default));
        Assert.Equal((item, "YSALINE GROSDENT", true), (line.Line.Id, line.Conflict.Words, line.IsOpen));
        var mail = Assert.Single(await MailsAsync(office, id));
        Assert.Equal(seat.Effective.Id, mail.PersonId);
        Assert.DoesNotContain("Grosdent", mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Single(await Desk(office).OfMeetingAsync(PlanningOffice.Secretary, id, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk(office).OfMeetingAsync(Who.With(seat.Effective.Id), id, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Has_the_partner_convened_and_sit_for_that_item_from_the_start(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, seat) = await PlannedAsync(office);
        await Sweep(office).RunAsync(default);

        Assert.Null(await Desk(office).AnswerAsync(Who.With(seat.Effective!.Id), id, item, true, default));
        Assert.IsType<ConflictAnswered>(await Desk(office).AnswerAsync(Who.With(seat.Effective.Id), id, item, false, default));
        Assert.DoesNotContain(await MailsAsync(office, id), m => m.PersonId == seat.Substitute!.Id); // not before the meeting is convened

        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(office).RunAsync(default))));
        var call = Assert.Single(await MailsAsync(office, id), m => m.PersonId == seat.Substitute!.Id);
        Assert.Contains($"https://live.example.be/meetings/{id.Value}", call.Text, StringComparison.Ordinal);
        // A later «no» of the effective member still calls the substitute for the whole meeting.
        Assert.Null(await office.Get<AnswerDesk>().AnswerAsync(Who.With(seat.Effective.Id), id, AnswerKind.Absent, "malade", default));
        Assert.Contains(await office.ConvocationsAsync(id), c => c.PersonId == seat.Substitute!.Id && c.Kind is ConvocationKind.Invitation);

        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        office.ComesToTheDayOf(room);
        foreach (var person in seat.Duo)
            Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(person.Id, AttendanceMode.OnSite), new(person.Id)));
        Assert.Equal(seat.Substitute!.Id, room.Meeting.SeatFor(seat.Id, item).Voter);
        Assert.Equal(seat.Effective.Id, room.Meeting.SeatFor(seat.Id, null).Voter);
    }

    [Fact]
    public async Task Is_not_done_for_who_says_there_is_no_conflict()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item, seat) = await PlannedAsync(office);
        await Sweep(office).RunAsync(default);

        Assert.Null(await Desk(office).AnswerAsync(Who.With(seat.Effective!.Id), id, item, false, default));
        await Sweep(office).RunAsync(default);

        Assert.Empty((await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Recused);
        Assert.Single(await MailsAsync(office, id));
        Assert.IsType<ConflictAnswered>(await Desk(office).AnswerAsync(Who.With(seat.Substitute!.Id), id, item, true, default));
    }

    [Fact]
    public async Task Needs_a_name_that_names_someone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var person = (await office.ChamberAsync()).VotingSeats.First().Effective!.Id;
        var own = office.Get<OwnTies>();

        Assert.IsType<TieUnusable>(await own.AddAsync(person, TieKind.Employer, "–", default));
        Assert.Null(await own.AddAsync(person, TieKind.Employer, "Théâtre du\nParc", default));
        Assert.Null(await own.AddAsync(person, TieKind.Employer, "Théâtre du Parc", default)); // twice is once
        var tie = Assert.Single(await own.ReadAsync(person, default));
        Assert.Equal("Théâtre du Parc", tie.Words);
        await own.RemoveAsync(new(Guid.NewGuid()), tie.Id, default); // nobody else's
        Assert.Single(await own.ReadAsync(person, default));
        await own.RemoveAsync(person, tie.Id, default);
        Assert.Empty(await own.ReadAsync(person, default));
    }

    private static async Task<(MeetingId, ItemId, SeatOnDay)> PlannedAsync(PlanningOffice office)
    {
        var chamber = await office.ChamberAsync();
        var seat = chamber.VotingSeats.First(s => s.Substitute is not null && s.Duo.All(p => p.Id != chamber.Chair!.Id && p.Id != chamber.SubstituteChair!.Id));
        Assert.Null(await office.Get<OwnTies>().AddAsync(seat.Effective!.Id, TieKind.Name, "YSALINE GROSDENT", default));
        var id = await office.PlanAsync(points: 1);
        var file = await office.AddFileAsync("2026-0417");
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 10, default));
        return (id, (await office.ReadAsync(id)).Agenda.Single(l => l.FileId is not null).Id, seat);
    }

    private static FindConflicts Sweep(PlanningOffice office) =>
        new(office.Databases, office.Get<MeetingReading>(), office.Get<ConflictMails>(), office.Get<RoomDoor>(), office.Clock);

    private static ConflictDesk Desk(PlanningOffice office) => new(office.Databases, office.Get<CommissionDirectory>(), Sweep(office), office.Clock);

    private static async Task<List<App.Mail.OutgoingMail>> MailsAsync(PlanningOffice office, MeetingId id) =>
        [.. (await office.MailsAsync(id)).Where(m => m.Purpose == ConflictMails.Purpose)];
}
