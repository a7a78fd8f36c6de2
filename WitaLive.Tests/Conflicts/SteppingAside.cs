using System.Text;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Convening;
using WitaLive.App.Mail;
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

        Assert.Null(await Recusals(office).AnswerAsync(Who.With(seat.Effective!.Id), id, item, true, default));
        Assert.IsType<ConflictAnswered>(await Recusals(office).AnswerAsync(Who.With(seat.Effective.Id), id, item, false, default));
        Assert.DoesNotContain(await MailsAsync(office, id), m => m.PersonId == seat.Substitute!.Id); // not before the meeting is convened

        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(office).RunAsync(default))));
        var call = Assert.Single(await MailsAsync(office, id), m => m.PersonId == seat.Substitute!.Id);
        Assert.Contains($"https://live.example.be/meetings/{id.Value}", call.Text, StringComparison.Ordinal);
        Assert.Equal([("REQUEST", 0)], await CallsAsync(office, id, seat.Substitute!.Id));
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

        Assert.Null(await Recusals(office).AnswerAsync(Who.With(seat.Effective!.Id), id, item, false, default));
        await Sweep(office).RunAsync(default);

        Assert.Empty((await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Recused);
        Assert.Single(await MailsAsync(office, id));
        Assert.IsType<ConflictAnswered>(await Recusals(office).AnswerAsync(Who.With(seat.Substitute!.Id), id, item, true, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_the_calendar_of_the_partner_on_what_holds(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, seat) = await ConvenedAsync(office);
        var partner = seat.Substitute!.Id;

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var form = MeetingForm.Of(await office.ReadAsync(id));
        form.Hour = "15:30";
        var asked = Assert.IsType<WouldTell>(Assert.Single(await office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, id, MeetingFacts.Of(await office.ReadAsync(id)), form, default, asksFirst: true)).Why);
        Assert.Empty(await office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, id, MeetingFacts.Of(await office.ReadAsync(id)), form, default));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(office).RunAsync(default))));
        Assert.Equal([("REQUEST", 0), ("REQUEST", 1)], await CallsAsync(office, id, partner));
        Assert.Equal(asked.ByMail, (await office.MailsAsync(id)).Where(m => m.CreatedAt == office.Clock.GetUtcNow()).Select(m => m.PersonId).Distinct().Count()); // the partner too

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Salle inondée", default));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(office).RunAsync(default))));
        Assert.Equal([("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)], await CallsAsync(office, id, partner));
        Assert.IsType<ConflictAnswered>(await Recusals(office).LiftAsync(Who.With(seat.Effective!.Id), id, item, seat.Effective.Id, "trop tard", default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Can_be_taken_back_by_the_member_before_the_meeting_and_who_presides_and_the_partner_are_told(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, seat) = await ConvenedAsync(office);
        var (member, chair) = (seat.Effective!.Id, (await office.ChamberAsync()).Chair!.Id);
        var other = (await office.ChamberAsync("restricted", "nl")).VotingSeats.First().Effective!.Id;
        Assert.Contains(member, await RecusedAsync());
        Assert.IsType<LiftReasonMissing>(await Recusals(office).LiftAsync(Who.With(member), id, item, member, "  ", default));
        Assert.IsType<OnlyTheChair>(await Recusals(office).LiftAsync(Who.With(other), id, item, member, "moi non plus", default));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Recusals(office).LiftAsync(Who.With(member), id, item, member, "Un homonyme.", default))));
        await Sweep(office).RunAsync(default);

        Assert.Single(answers, why => why is null);
        Assert.DoesNotContain(member, await RecusedAsync());
        Assert.Equal([("REQUEST", 0), ("CANCEL", 1)], await CallsAsync(office, id, seat.Substitute!.Id));
        var told = (await MailsAsync(office, id)).Where(m => m.PersonId == chair).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains("Un homonyme.", told[1].Text, StringComparison.Ordinal);
        Assert.All(told, mail => Assert.DoesNotContain("Grosdent", mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase));
        var line = Assert.Single(await Desk(office).OfMeetingAsync(PlanningOffice.Secretary, id, default));
        Assert.Equal((ConflictState.Withdrawn, seat.Effective.FullName), (line.Conflict.State, line.LiftedBy));

        async Task<ImmutableHashSet<PersonId>> RecusedAsync() => (await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Recused;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_not_left_in_the_room_when_it_is_taken_back_while_the_room_is_being_told(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, seat) = await PlannedAsync(office);
        await Sweep(office).RunAsync(default);
        var member = seat.Effective!.Id;
        Assert.Null(await Recusals(office).AnswerAsync(Who.With(member), id, item, true, default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        Assert.Equal([member], room.Meeting.ItemOf(item)!.Recused);

        Assert.Null(await Recusals(office).LiftAsync(Who.With(member), id, item, member, "Un homonyme.", default));
        Assert.Empty(room.Meeting.ItemOf(item)!.Recused);
        await room.SendAsync(new Recuse(item, member), new(member)); // of a run that had read the row before it was taken back
        Assert.Equal([member], room.Meeting.ItemOf(item)!.Recused);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(office).RunAsync(default))));
        await Sweep(office).RunAsync(default);
        Assert.Empty(room.Meeting.ItemOf(item)!.Recused);

        // What the secretariat enters on somebody's word stays.
        await room.SendAsync(new Recuse(item, member), new(new(Guid.NewGuid()), IsSecretariat: true));
        await Sweep(office).RunAsync(default);
        Assert.Equal([member], room.Meeting.ItemOf(item)!.Recused);
    }

    [Fact]
    public async Task Reaches_the_room_also_when_the_chair_opens_late()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item, seat) = await PlannedAsync(office);
        await Sweep(office).RunAsync(default);
        await using (var db = office.Databases.CreateDbContext()) // said, and the server stopped before the room heard of it
        {
            (await db.Set<PossibleConflict>().SingleAsync()).Answer(true, office.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        office.Clock.Advance((await office.ReadAsync(id)).StartsAt.AddMinutes(10) - office.Clock.GetUtcNow());
        await Sweep(office).RunAsync(default);

        Assert.Equal([seat.Effective!.Id], (await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Recused);
    }

    [Fact]
    public async Task Of_who_presides_is_judged_by_somebody_else()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, _, _) = await ConvenedAsync(office);
        var chair = (await office.ChamberAsync()).Chair!.Id;
        await using (var db = office.Databases.CreateDbContext())
        {
            await db.Set<PossibleConflict>().Where(c => c.MeetingId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PersonId, chair));
        }

        Assert.Empty(await Desk(office).PresidedAsync(Who.With(chair), default));
    }

    [Fact]
    public async Task Is_not_accepted_by_who_presides_and_the_member_reads_why()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item, seat) = await ConvenedAsync(office);
        var (member, chair) = (seat.Effective!.Id, (await office.ChamberAsync()).Chair!.Id);
        Assert.True(Assert.Single(await Desk(office).PresidedAsync(Who.With(chair), default)).MayLift);
        Assert.Empty(await Desk(office).PresidedAsync(Who.With(member), default)); // one's own is on one's own list
        Assert.Empty(await Desk(office).PresidedAsync(Who.With(seat.Substitute!.Id), default));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Recusals(office).LiftAsync(Who.With(chair), id, item, member, "Un lien de 1998.", default));

        Assert.DoesNotContain(member, (await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Recused);
        Assert.Contains("Un lien de 1998.", (await MailsAsync(office, id)).Last(m => m.PersonId == member).Text, StringComparison.Ordinal);
        Assert.Equal(("CANCEL", 1), (await CallsAsync(office, id, seat.Substitute.Id))[^1]);
        Assert.False(Assert.Single(await Desk(office).PresidedAsync(Who.With(chair), default)).MayLift);
        Assert.Equal(ConflictState.Rejected, Assert.Single(await Desk(office).OwnAsync(Who.With(member), default)).Conflict.State);
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

    [Fact]
    public async Task Calls_nobody_any_more_for_an_item_that_was_referred_to_another_chamber()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item, seat) = await ConvenedAsync(office);
        var (chair, room) = ((await office.ChamberAsync()).Chair!.Id, (await office.Get<RoomDoor>().EnterAsync(id))!);

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new EvokeItem(item, "Portée générale"), new(chair)));
        await Sweep(office).RunAsync(default);
        await Sweep(office).RunAsync(default); // once

        Assert.Equal([("REQUEST", 0), ("CANCEL", 1)], await CallsAsync(office, id, seat.Substitute!.Id));
    }

    [Fact]
    public async Task Convenes_to_both_places_of_a_meeting_that_has_two()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, _, seat) = await ConvenedAsync(office, form => (form.Mode, form.Place, form.OnlineAddress) = (MeetingMode.Hybrid, "Salle Horta", "https://visio.example/horta"));

        var text = Assert.Single(await MailsAsync(office, id), m => m.PersonId == seat.Substitute!.Id).Text;

        Assert.Contains("Salle Horta", text, StringComparison.Ordinal);
        Assert.Contains("https://visio.example/horta", text, StringComparison.Ordinal);
    }

    // Convened, with a recusal that was confirmed.
    private static async Task<(MeetingId, ItemId, SeatOnDay)> ConvenedAsync(PlanningOffice office, Action<MeetingForm>? change = null)
    {
        var (id, item, seat) = await PlannedAsync(office, change);
        await Sweep(office).RunAsync(default);
        Assert.Null(await Recusals(office).AnswerAsync(Who.With(seat.Effective!.Id), id, item, true, default));
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        await Sweep(office).RunAsync(default);
        return (id, item, seat);
    }

    internal static async Task<(MeetingId, ItemId, SeatOnDay)> PlannedAsync(PlanningOffice office, Action<MeetingForm>? change = null)
    {
        var chamber = await office.ChamberAsync();
        var seat = chamber.VotingSeats.First(s => s.Substitute is not null && s.Duo.All(p => p.Id != chamber.Chair!.Id && p.Id != chamber.SubstituteChair!.Id));
        Assert.Null(await office.Get<OwnTies>().AddAsync(seat.Effective!.Id, TieKind.Name, "YSALINE GROSDENT", default));
        var id = await office.PlanAsync(points: 1, change);
        var file = await office.AddFileAsync("2026-0417");
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 10, default));
        return (id, (await office.ReadAsync(id)).Agenda.Single(l => l.FileId is not null).Id, seat);
    }

    internal static FindConflicts Sweep(PlanningOffice office) =>
        new(office.Databases, office.Get<MeetingReading>(), office.Get<EarlierRecusals>(), office.Get<ConflictMails>(), office.Get<RoomDoor>(), office.Clock);

    internal static RecusalDesk Recusals(PlanningOffice office) =>
        new(office.Databases, office.Get<MeetingReading>(), office.Get<ConflictMails>(), Sweep(office), office.Clock);

    internal static ConflictDesk Desk(PlanningOffice office) => new(office.Databases, office.Get<CommissionDirectory>(), office.Get<MeetingReading>(), office.Clock);

    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office, MeetingId id) =>
        [.. (await office.MailsAsync(id)).Where(m => m.Purpose == ConflictMails.Purpose).OrderBy(m => m.CreatedAt)];

    private static async Task<List<(string Method, int Sequence)>> CallsAsync(PlanningOffice office, MeetingId id, PersonId person)
    {
        var calls = new List<(string, int)>();
        foreach (var mail in (await MailsAsync(office, id)).Where(m => m.PersonId == person))
        {
            var lines = Encoding.UTF8.GetString(mail.Calendar!).Split("\r\n");
            Assert.Contains($"UID:{(await office.ReadAsync(id)).Agenda.Single(l => l.FileId is not null).Id.Value}", lines);
            calls.Add((ValueOf("METHOD"), int.Parse(ValueOf("SEQUENCE"), CultureInfo.InvariantCulture)));

            string ValueOf(string name) => lines.Single(l => l.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];
        }
        return calls;
    }
}
