using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Evocation;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Papers;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Evocations;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Evocation;

public class AskingForAFile
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Shows_agenda_and_papers_to_administrations_that_do_not_sit_and_to_nobody_else(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, _) = await ConvenedAsync(office, convene: false);
        Assert.Null(await office.Get<PaperDesk>().AddAsync(PlanningOffice.Secretary, id, item, "avis.pdf", new MemoryStream(APaper.Pdf(100)), default));
        var (asker, expert) = (await AdministrationAsync(office), await StrangerAsync(office));
        Assert.Null(await office.Get<MeetingReading>().ReadAsync(Who.With(asker.Id), id, default)); // not before it is convened

        await ConveneAsync(office, id);

        var sheet = await office.Get<MeetingReading>().ReadAsync(Who.With(asker.Id), id, default);
        Assert.True(sheet!.IsLookedInto);
        Assert.NotNull(await office.Get<PaperReading>().OpenAsync(Who.With(asker.Id), sheet.Meeting.Agenda.SelectMany(l => l.Papers).Single().Id, default));
        Assert.Null(await office.Get<MeetingReading>().ReadAsync(Who.With(expert.Id), id, default));
        Assert.Equal(id, Assert.Single((await office.Get<EvocationReading>().ListAsync(Who.With(asker.Id), default))!.Value).Id);
        Assert.Null(await office.Get<EvocationReading>().ListAsync(Who.With(expert.Id), default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Moves_it_to_the_enlarged_chamber_once_the_chair_accepts(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, file) = await ConvenedAsync(office);
        var (asker, desk) = (await AdministrationAsync(office), office.Get<EvocationDesk>());
        var chamber = await office.ChamberAsync();

        Assert.IsType<EvocationReasonMissing>(await desk.AskAsync(Who.With(asker.Id), id, item, "", default));
        Assert.Null(await desk.AskAsync(Who.With(asker.Id), id, item, "Portée générale du dossier", default));
        Assert.IsType<EvocationAskedAlready>(await desk.AskAsync(Who.With(asker.Id), id, item, "encore", default));
        Assert.Contains(await MailsAsync(office, id), m => m.PersonId == chamber.Chair!.Id);
        Assert.Equal(id, Assert.Single(await office.Get<EvocationReading>().WaitingAsync(Who.With(chamber.Chair!.Id), default)));

        Assert.IsType<OnlyTheChair>(await desk.DecideAsync(Who.With(asker.Id), id, item, asker.Id, true, "oui", default));
        Assert.Null(await desk.DecideAsync(Who.With(chamber.Chair.Id), id, item, asker.Id, true, "D’accord sur la portée", default));
        Assert.IsType<EvocationDecided>(await desk.DecideAsync(Who.With(chamber.Chair.Id), id, item, asker.Id, false, "non", default));

        await using var db = office.Databases.CreateDbContext();
        var moved = await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == file);
        Assert.Equal((FileState.Referred, new FormationCode("enlarged")), (moved.State, moved.ReferredTo!.Value));
        var request = await db.Set<EvocationRequest>().AsNoTracking().SingleAsync();
        Assert.Equal((EvocationState.Accepted, chamber.Chair.Id, "D’accord sur la portée"), (request.State, request.DecidedBy!.Value, request.Answer));
        var conclusion = (await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Conclusion!;
        Assert.Equal((ConclusionKind.Referred, "Portée générale du dossier", "D’accord sur la portée"), (conclusion.Kind, conclusion.Asked, conclusion.Reason));
        var mails = await MailsAsync(office, id);
        Assert.Contains(mails, m => m.PersonId == asker.Id);
        Assert.Single(mails, m => m.PersonId == chamber.Chair.Id); // was asked, and knows what they said
        Assert.Equal(2, mails.Count(m => m.PersonId == chamber.SubstituteChair!.Id)); // was asked, too, and is told
        Assert.Equal(0, Assert.Single((await office.Get<EvocationReading>().ListAsync(Who.With(asker.Id), default))!.Value).Files);
        Assert.Contains(mails, m => m.PersonId == office.CommissionAsync().Result.President!.Id); // who composes the chamber it goes to
        Assert.All(mails, m => Assert.DoesNotContain("Grosdent", m.Subject + m.Text, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Leaves_it_when_the_chair_rejects_with_reasons(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, file) = await ConvenedAsync(office);
        var (asker, desk) = (await AdministrationAsync(office), office.Get<EvocationDesk>());
        var chair = (await office.ChamberAsync()).Chair!.Id;
        Assert.Null(await desk.AskAsync(Who.With(asker.Id), id, item, "Portée générale", default));

        Assert.IsType<EvocationReasonMissing>(await desk.DecideAsync(Who.With(chair), id, item, asker.Id, false, " ", default));
        Assert.Null(await desk.DecideAsync(Who.With(chair), id, item, asker.Id, false, "Rien de neuf", default));

        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(FileState.OnAgenda, (await db.Set<ApplicationFile>().AsNoTracking().SingleAsync(f => f.Id == file)).State);
        Assert.Null((await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Conclusion);
        var line = Assert.Single((await desk.ReadAsync(Who.With(chair), id, default))!.Requests);
        Assert.Equal((EvocationState.Rejected, "Rien de neuf"), (line.Request.State, line.Request.Answer));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_decided_by_one_of_two_chairs_who_answer_at_the_same_moment(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (asker, desk, chamber) = (Who.With((await AdministrationAsync(office)).Id), office.Get<EvocationDesk>(), await office.ChamberAsync());
        for (var round = 1; round <= 3; round++)
        {
            var (id, item, _) = await ConvenedAsync(office, number: $"2026-{round}", day: $"2027-01-1{round}");
            Assert.Null(await desk.AskAsync(asker, id, item, "Portée générale", default));
            var askedBy = Assert.Single((await desk.ReadAsync(Who.With(chamber.Chair!.Id), id, default))!.Requests).Request.AskedBy;

            var answers = await Task.WhenAll(
                Task.Run(() => desk.DecideAsync(Who.With(chamber.Chair!.Id), id, item, askedBy, true, "oui", default)), Task.Run(() => desk.DecideAsync(Who.With(chamber.SubstituteChair!.Id), id, item, askedBy, false, "non", default)));

            Assert.Single(answers, why => why is null);
            Assert.Single(answers, why => why is EvocationDecided);
            var state = Assert.Single((await desk.ReadAsync(Who.With(chamber.Chair.Id), id, default))!.Requests).Request.State;
            Assert.Equal(answers[0] is null ? EvocationState.Accepted : EvocationState.Rejected, state);
            Assert.Equal(state is EvocationState.Accepted, (await office.Get<RoomDoor>().EnterAsync(id))!.Meeting.ItemOf(item)!.Conclusion is not null);
            Assert.Empty(office.Faults);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_not_moved_by_a_chair_who_answers_when_the_other_one_has_rejected_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (id, item, _) = await ConvenedAsync(office);
        var (asker, desk, chair) = ((await AdministrationAsync(office)).Id, office.Get<EvocationDesk>(), (await office.ChamberAsync()).Chair!.Id);
        Assert.Null(await desk.AskAsync(Who.With(asker), id, item, "Portée générale", default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        Assert.Null(await desk.DecideAsync(Who.With(chair), id, item, asker, false, "non", default));

        var outcome = await room.SendAsync(new EvokeItem(item, "oui"), new(chair)); // what accepting sends

        Assert.IsType<EvocationDecided>(Assert.IsType<Outcome.Refused>(outcome).Why);
        Assert.Empty(office.Faults); // two people who answer at once are no fault of ours
        Assert.Null(room.Meeting.ItemOf(item)!.Conclusion);
    }

    [Fact]
    public async Task Is_refused_from_the_printed_start_on_and_to_who_sits_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, item, _) = await ConvenedAsync(office);
        var desk = office.Get<EvocationDesk>();
        var sitting = (await office.ChamberAsync()).VotingSeats.First(s => s.Group == new GroupCode("administrations")).Effective!;
        Assert.IsType<EvokerSitsThere>(await desk.AskAsync(Who.With(sitting.Id), id, item, "motif", default));
        Assert.IsType<NoRightToEvoke>(await desk.AskAsync(Who.With((await StrangerAsync(office)).Id), id, item, "motif", default));

        var start = (await office.ReadAsync(id)).StartsAt;
        office.Clock.Advance(start - office.Clock.GetUtcNow());

        Assert.Equal(start, Assert.IsType<EvocationTooLate>(await desk.AskAsync(Who.With((await AdministrationAsync(office)).Id), id, item, "motif", default)).StartsAt);
    }

    /// <summary>A convened meeting of which one file was asked for.</summary>
    internal static async Task<(MeetingId Id, ItemId Item)> AskedAsync(PlanningOffice office)
    {
        var (id, item, _) = await ConvenedAsync(office);
        Assert.Null(await office.Get<EvocationDesk>().AskAsync(Who.With((await AdministrationAsync(office)).Id), id, item, "Portée générale", default));
        return (id, item);
    }

    private static async Task<(MeetingId, ItemId, FileId)> ConvenedAsync(PlanningOffice office, bool convene = true, string number = "2026-0417", string day = "2027-01-05")
    {
        var id = await office.PlanAsync(points: 1, form => form.Day = day);
        var file = await office.AddFileAsync(number);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 10, default));
        if (convene)
            await ConveneAsync(office, id);
        return (id, (await office.ReadAsync(id)).Agenda.Single(l => l.FileId is not null).Id, file.Id);
    }

    private static async Task ConveneAsync(PlanningOffice office, MeetingId id)
    {
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
    }

    // Of the other section: sits in no French-speaking chamber.
    private static async Task<Person> AdministrationAsync(PlanningOffice office) =>
        (await office.CommissionAsync()).Seats.First(s => s.Section == "nl" && s.Group == new GroupCode("administrations")).Effective!;

    private static async Task<Person> StrangerAsync(PlanningOffice office) =>
        (await office.CommissionAsync()).Seats.First(s => s.Section == "nl" && s.Group == new GroupCode("experts")).Effective!;

    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office, MeetingId id) => [.. (await office.MailsAsync(id)).Where(m => m.Purpose == EvocationMails.Purpose)];
}
