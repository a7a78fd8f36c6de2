using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Meetings;
using WitaLive.App.Preparing;
using WitaLive.App.Start;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Measures;

public class PreparingAHearing
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_with_notes_marks_and_questions_as_for_an_application(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, measure, application) = await ListedAsync(office);
        var seats = (await office.ChamberAsync()).Seats;
        var (one, other) = (Who.With(seats[1].Effective!.Id), Who.With(seats[2].Effective!.Id));
        var (desk, questions) = (office.Get<PreparationDesk>(), office.Get<QuestionDesk>());

        Assert.Null(await desk.NoteAsync(one, meeting, measure, new("Qui a signé ?", ""), default));
        Assert.Null(await desk.LeanAsync(one, meeting, measure, MeasureRule.Suspension, default));
        Assert.IsType<PreparationTooLong>(await desk.LeanAsync(one, meeting, measure, "plus", default)); // nothing that could be put to the vote here
        var mine = (await desk.OfAsync(one, meeting, measure, default))!;
        Assert.Equal(("Qui a signé ?", MeasureRule.Suspension, false), (mine.Preparation.Note, mine.Preparation.Leaning, mine.IsRead));
        Assert.Equal(Preparation.None, (await desk.OfAsync(other, meeting, measure, default))!.Preparation);

        Assert.Equal(application, (await desk.NextUnreadAsync(one, meeting, measure, default))!.Id);
        Assert.Null(await desk.MarkAsync(one, meeting, application, isRead: true, default));
        Assert.Equal(measure, (await desk.NextUnreadAsync(one, meeting, application, default))!.Id); // round to the beginning
        Assert.Null(await desk.MarkAsync(one, meeting, measure, isRead: true, default));
        Assert.Null(await desk.NextUnreadAsync(one, meeting, measure, default));
        Assert.Equal(1, (await desk.CountsAsync(PlanningOffice.Secretary, meeting, default))[measure]);

        Assert.Null(await questions.AskAsync(one, meeting, measure, Guid.NewGuid(), "Le service a-t-il entendu le signataire ?", default));
        var task = Assert.Single(await office.Services.GetServices<IStartTask>().Single(t => t.GetType().Name == "QuestionTask").ForAsync(SignedInPerson.Of(PlanningOffice.Secretary)!, default));
        Assert.Equal($"measures/{measure.Value}", task.Address);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tells_whoever_comes_at_which_hour_and_where(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, measure, _) = await ListedAsync(office);
        var read = office.Get<MeasureReading>();
        var sheet = (await read.ReadAsync(PlanningOffice.Secretary, measure, default))!;
        Assert.Equal((true, null), (sheet.Comes, sheet.Listed!.HearingAt));
        await using var db = office.Databases.CreateDbContext();
        var planned = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Id == meeting);

        Assert.Null(await office.Get<AgendaPlanning>().SetHourAsync(PlanningOffice.Secretary, meeting, planned.Agenda.Single(line => line.FileId == measure).Id, new(15, 0), default));

        Assert.Equal(new AgendaPlace(planned.StartsAt, BrusselsTime.At(planned.StartsAt.DayInBrussels(), new(15, 0)), planned.Place), (await read.ReadAsync(PlanningOffice.Secretary, measure, default))!.Listed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_told_in_one_mail_when_hour_or_place_change_after_the_meeting_was(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, measure, application) = await ListedAsync(office);
        var (planning, item) = (office.Get<AgendaPlanning>(), await ItemAsync(measure));
        Assert.Empty(await MailsAsync());

        Assert.Null(await planning.SetHourAsync(PlanningOffice.Secretary, meeting, item, new(15, 0), default));
        Assert.Null(await planning.SetHourAsync(PlanningOffice.Secretary, meeting, item, new(15, 0), default)); // the same
        Assert.Null(await planning.SetHourAsync(PlanningOffice.Secretary, meeting, await ItemAsync(application), new(16, 0), default)); // nobody is heard there
        Assert.Null(await planning.SetMinutesAsync(PlanningOffice.Secretary, meeting, item, 25, default));
        var first = Assert.Single(await MailsAsync());
        Assert.Contains(" à 15:00. Lieu : ", first.Text, StringComparison.Ordinal);
        Assert.Contains($"my/measures/{measure.Value}", first.Text, StringComparison.Ordinal);
        Assert.Equal(("fr", TimeSpan.FromMinutes(1)), (first.Language, first.DueAt - first.CreatedAt));

        // Soon after, another hour and another place: one mail says both.
        Assert.Null(await planning.SetHourAsync(PlanningOffice.Secretary, meeting, item, new(15, 30), default));
        await MoveAsync("Quai aux Fleurs 7, Gand");
        var both = Assert.Single(await MailsAsync());
        Assert.Contains(" à 15:30. Lieu : Quai aux Fleurs 7, Gand.", both.Text, StringComparison.Ordinal);

        // Once it has gone, the next change is another mail; an hour that is taken away leaves that of the meeting.
        await office.DoAsync(db => db.Set<OutgoingMail>().Where(m => m.Id == both.Id).ExecuteUpdate(set => set.SetProperty(m => m.SentAt, both.DueAt)));
        Assert.Null(await planning.SetHourAsync(PlanningOffice.Secretary, meeting, item, new(15, 30), default)); // as it is
        Assert.Null(await planning.SetMinutesAsync(PlanningOffice.Secretary, meeting, item, 30, default));
        await MoveAsync("Quai aux Fleurs 7, Gand");
        Assert.Equal(both.Id, Assert.Single(await MailsAsync()).Id);
        Assert.Null(await planning.SetHourAsync(PlanningOffice.Secretary, meeting, item, null, default));
        Assert.Equal(2, (await MailsAsync()).Length);

        // Off the agenda, nobody is expected: what has not gone does not go.
        Assert.Null(await planning.RemoveAsync(PlanningOffice.Secretary, meeting, item, default));
        Assert.Equal(both.Id, Assert.Single(await MailsAsync()).Id);

        async Task<ItemId> ItemAsync(FileId file)
        {
            await using var db = office.Databases.CreateDbContext();
            return (await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Id == meeting)).Agenda.Single(line => line.FileId == file).Id;
        }

        async Task MoveAsync(string place)
        {
            await using var db = office.Databases.CreateDbContext();
            var planned = await db.Set<PlannedMeeting>().AsNoTracking().SingleAsync(m => m.Id == meeting);
            var form = MeetingForm.Of(planned);
            form.Place = place;
            Assert.Empty(await office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, meeting, MeetingFacts.Of(planned), form, default));
        }

        async Task<ImmutableArray<OutgoingMail>> MailsAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            return [.. (await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.ItemId != null && m.CancelledAt == null).ToListAsync()).OrderBy(m => m.CreatedAt)];
        }
    }

    private static async Task<(MeetingId Meeting, FileId Measure, FileId Application)> ListedAsync(PlanningOffice office)
    {
        var (holder, applicant) = (await AnApplicant.ArriveAsync(office), await AnApplicant.ArriveAsync(office));
        var attestation = AHolder.Of(holder.Id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        var sought = new MeasureSought(FileKind.Suspension, "onss", "abuse", "Un contrat qui n'a jamais existé.", new(2026, 11, 20));
        var measure = Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, attestation.Id, sought, "fr", default)).Value;
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(holder.Who, measure, new ConfirmHearing(), default));
        var application = await AnApplicant.SubmitAsync(office, applicant.Who);
        await AnApplicant.DoAsync(office, application, new DeclareComplete());
        Assert.Equal(2, (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [measure, application], default)).Length);
        var meeting = await office.PlanAsync(0);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, meeting, [measure], 20, default));
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, meeting, [application], 6, default));
        return (meeting, measure, application);
    }
}
