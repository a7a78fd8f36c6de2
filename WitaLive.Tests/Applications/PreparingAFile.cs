using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Files;
using WitaLive.App.Meetings;
using WitaLive.App.Preparing;
using WitaLive.App.Start;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using SignIn = WitaLive.Domain.Meetings.SignIn;

namespace WitaLive.Tests.Applications;

/// <summary>What members note while they read is theirs alone; the secretariat sees how many have read.</summary>
public class PreparingAFile
{
    private const string Secret = "Convaincante, sauf l'activité de 2021";

    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_note_and_leaning_for_their_writer_and_sealed_in_the_database(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, file) = await ListedAsync(office);
        var (one, other) = await MembersAsync(office);
        var desk = office.Get<PreparationDesk>();

        Assert.Equal((Preparation.None, false), ((await desk.OfAsync(one, meeting, file, default))!.Preparation, (await desk.OfAsync(one, meeting, file, default))!.IsRead));
        Assert.Null(await desk.LeanAsync(one, meeting, file, "ordinary", default));
        Assert.Null(await desk.NoteAsync(one, meeting, file, new($" {Secret}\0 ", ""), default));
        var mine = (await desk.OfAsync(one, meeting, file, default))!;
        Assert.Equal((Secret, "ordinary", 30), (mine.Preparation.Note, mine.Preparation.Leaning, mine.DaysKept));
        Assert.Equal(Preparation.None, (await desk.OfAsync(other, meeting, file, default))!.Preparation);
        foreach (var role in new[] { Roles.Secretariat, Roles.Administrator, Roles.Jurist })
            Assert.Null(await desk.OfAsync(Who.With(role), meeting, file, default));

        Assert.Equal(new PreparationTooLong(Preparation.LongestNote), await desk.LeanAsync(one, meeting, file, "granted", default));
        Assert.IsType<PreparationTooLong>(await desk.NoteAsync(one, meeting, file, new(new('x', Preparation.LongestNote + 1), Secret), default));
        await using (var db = office.Databases.CreateDbContext())
        {
            var row = await db.Set<FilePreparation>().SingleAsync();
            Assert.DoesNotContain("Convaincante", row.Sealed!, StringComparison.Ordinal);
            Assert.DoesNotContain("ordinary", row.Sealed!, StringComparison.Ordinal);
            db.Add(new FilePreparation { MeetingId = meeting, FileId = file, ReaderId = SignedInPerson.Of(other)!.Id, Sealed = row.Sealed });
            await db.SaveChangesAsync();
        }
        Assert.Equal(Preparation.None, (await desk.OfAsync(other, meeting, file, default))!.Preparation); // copied into another's row it opens nowhere

        Assert.Null(await desk.NoteAsync(one, meeting, file, new("", Secret), default));
        Assert.Null(await desk.LeanAsync(one, meeting, file, null, default));
        await using var after = office.Databases.CreateDbContext();
        Assert.Null((await after.Set<FilePreparation>().SingleAsync(p => p.ReaderId == SignedInPerson.Of(one)!.Id)).Sealed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Loses_neither_note_nor_leaning_when_both_are_written_in_one_moment(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, file) = await ListedAsync(office);
        var ((one, _), desk) = (await MembersAsync(office), office.Get<PreparationDesk>());

        for (var n = 0; n < 5; n++)
        {
            var (note, leaning) = ($"{Secret} {n}", n % 2 == 0 ? "plus" : "ordinary");
            await Task.WhenAll(Task.Run(() => desk.NoteAsync(one, meeting, file, new(note, n == 0 ? "" : $"{Secret} {n - 1}"), default)), Task.Run(() => desk.LeanAsync(one, meeting, file, leaning, default)));
            var mine = (await desk.OfAsync(one, meeting, file, default))!.Preparation;
            Assert.Equal((note, leaning), (mine.Note, mine.Leaning));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Says_what_was_noted_in_another_window_and_never_writes_over_it_unseen(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, file) = await ListedAsync(office);
        var ((one, _), desk) = (await MembersAsync(office), office.Get<PreparationDesk>());
        Assert.Null(await desk.NoteAsync(one, meeting, file, new("Contrat signé ?", ""), default));

        Assert.Null(await desk.NoteAsync(one, meeting, file, new("Contrat signé ? plus A", "Contrat signé ? "), default));
        Assert.Equal(new ChangedElsewhere(), await desk.NoteAsync(one, meeting, file, new("Contrat signé ? plus B", "Contrat signé ?"), default));
        Assert.Null(await desk.NoteAsync(one, meeting, file, new("Contrat signé ? plus A", "Contrat signé ?"), default)); // the same is so
        Assert.Equal("Contrat signé ? plus A", (await desk.OfAsync(one, meeting, file, default))!.Preparation.Note);
        Assert.Null(await desk.NoteAsync(one, meeting, file, new("Contrat signé ? plus A et B", "Contrat signé ? plus A"), default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tells_the_secretariat_how_many_have_read_and_no_more(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, file) = await ListedAsync(office);
        var (one, other) = await MembersAsync(office);
        var desk = office.Get<PreparationDesk>();

        Assert.Empty(await desk.CountsAsync(PlanningOffice.Secretary, meeting, default));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.MarkAsync(one, meeting, file, isRead: true, default))));
        await desk.MarkAsync(other, meeting, file, isRead: true, default);
        Assert.Equal(2, (await desk.CountsAsync(PlanningOffice.Secretary, meeting, default))[file]);
        Assert.Equal([file], (await desk.ReadByMeAsync(one, meeting, default))!);
        await desk.MarkAsync(other, meeting, file, isRead: false, default);
        Assert.Empty((await desk.ReadByMeAsync(other, meeting, default))!);
        Assert.Equal(1, (await desk.CountsAsync(PlanningOffice.Secretary, meeting, default))[file]);
        Assert.Null(await desk.ReadByMeAsync(PlanningOffice.Secretary, meeting, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.CountsAsync(one, meeting, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_deleted_when_the_time_after_the_meeting_is_over_and_the_file_is_lost_with_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, file) = await ListedAsync(office);
        var (one, _) = await MembersAsync(office);
        var (desk, sweep) = (office.Get<PreparationDesk>(), ActivatorUtilities.CreateInstance<ForgetPreparations>(office.Services));
        await desk.NoteAsync(one, meeting, file, new(Secret, ""), default);

        var day = new DateTimeOffset(2027, 1, 5, 13, 0, 0, TimeSpan.Zero);
        office.Clock.Advance(day.AddDays(30) - office.Clock.GetUtcNow());
        await sweep.RunAsync(default);
        Assert.Equal(Secret, (await desk.OfAsync(one, meeting, file, default))!.Preparation.Note); // the last day
        Assert.NotNull(await office.Get<FileForMembers>().ReadAsync(one, meeting, file, default));

        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await desk.OfAsync(one, meeting, file, default));
        Assert.Null(await office.Get<FileForMembers>().ReadAsync(one, meeting, file, default));
        Assert.NotEmpty(await office.Get<FileForMembers>().OfMeetingAsync(PlanningOffice.Secretary, meeting, default));
        await sweep.RunAsync(default);
        await sweep.RunAsync(default);
        await using var db = office.Databases.CreateDbContext();
        Assert.Empty(await db.Set<FilePreparation>().ToListAsync());
    }

    [Fact]
    public async Task Is_not_for_strangers_applicants_nor_whoever_is_recused()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (meeting, file) = await ListedAsync(office);
        var (one, _) = await MembersAsync(office);
        var (desk, questions, stranger) = (office.Get<PreparationDesk>(), office.Get<QuestionDesk>(), Who.With(new PersonId(Guid.NewGuid())));

        Assert.IsType<NoSuchFile>(await desk.NoteAsync(stranger, meeting, file, new("x", ""), default));
        Assert.IsType<NoSuchFile>(await desk.LeanAsync(stranger, meeting, file, null, default));
        Assert.Null(await desk.NextUnreadAsync(stranger, meeting, file, default));
        Assert.IsType<NoSuchFile>(await desk.MarkAsync(stranger, meeting, file, true, default));
        Assert.IsType<NoSuchFile>(await questions.AskAsync(stranger, meeting, file, Guid.NewGuid(), "x", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.OfAsync(AnApplicant.Outside(new(Guid.NewGuid())), meeting, file, default));

        await desk.NoteAsync(one, meeting, file, new(Secret, ""), default);
        var room = (await office.Get<RoomDoor>().EnterAsync(meeting))!;
        office.ComesToTheDayOf(room);
        var me = SignedInPerson.Of(one)!.Id;
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new SignIn(me, WitaLive.Domain.Presence.AttendanceMode.OnSite), new(me)));
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new Recuse(room.Meeting.Items[0].Id, me), new(me)));
        Assert.Null(await desk.OfAsync(one, meeting, file, default));
        Assert.Empty(await questions.OfMeetingAsync(one, meeting, file, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Asks_the_secretariat_whose_answer_all_members_of_the_meeting_read(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, file) = await ListedAsync(office);
        var (one, other) = await MembersAsync(office);
        var questions = office.Get<QuestionDesk>();

        Assert.IsType<QuestionIsEmpty>(await questions.AskAsync(one, meeting, file, Guid.NewGuid(), " ", default));
        Assert.Null(await questions.AskAsync(one, meeting, file, Guid.NewGuid(), "Le contrat de 2021 est-il signé ?", default));
        var task = Assert.Single(await office.Services.GetServices<IStartTask>().Single(t => t.GetType().Name == "QuestionTask").ForAsync(SignedInPerson.Of(PlanningOffice.Secretary)!, default));
        Assert.Equal($"files/{file.Value}", task.Address);

        var asked = Assert.Single(await questions.OfFileAsync(PlanningOffice.Secretary, file, default));
        Assert.NotEmpty(asked.By);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => questions.AnswerAsync(one, asked.Id, "Oui", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => questions.OfFileAsync(one, file, default));
        Assert.IsType<QuestionIsEmpty>(await questions.AnswerAsync(PlanningOffice.Secretary, asked.Id, "", default));
        Assert.Null(await questions.AnswerAsync(PlanningOffice.Secretary, asked.Id, "Oui, page 3.", default));
        Assert.IsType<QuestionIsAnswered>(await questions.AnswerAsync(PlanningOffice.Secretary, asked.Id, "Je ne sais pas.", default)); // a colleague who began earlier
        Assert.IsType<NoSuchFile>(await questions.AnswerAsync(PlanningOffice.Secretary, Guid.NewGuid(), "Oui", default));
        Assert.Equal(("Oui, page 3.", ""), Assert.Single(await questions.OfMeetingAsync(other, meeting, file, default)) is var read ? (read.Answer, read.By) : default);
        Assert.Empty(await questions.WaitingAsync(PlanningOffice.Secretary, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Asks_once_however_often_the_button_is_pressed(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (meeting, file) = await ListedAsync(office);
        var ((one, _), question) = (await MembersAsync(office), Guid.NewGuid());

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => office.Get<QuestionDesk>().AskAsync(one, meeting, file, question, "Signé ?", default)))), Assert.Null);

        Assert.Single(await office.Get<QuestionDesk>().OfFileAsync(PlanningOffice.Secretary, file, default));
    }

    private static async Task<(MeetingId Meeting, FileId File)> ListedAsync(PlanningOffice office)
    {
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var meeting = await office.PlanAsync(0);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, meeting, [file], 6, default));
        return (meeting, file);
    }

    private static async Task<(ClaimsPrincipal One, ClaimsPrincipal Other)> MembersAsync(PlanningOffice office)
    {
        var seats = (await office.ChamberAsync()).Seats;
        return (Who.With(seats[1].Effective!.Id), Who.With(seats[2].Effective!.Id));
    }
}
