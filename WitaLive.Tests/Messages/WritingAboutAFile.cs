using Microsoft.EntityFrameworkCore;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Messages;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Messages;

public class WritingAboutAFile
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_both_ways_with_mails_that_say_nothing_of_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office, "de");
        var file = await AnApplicant.SubmitAsync(office, who);
        var (desk, reading) = (office.Get<MessageDesk>(), office.Get<MessageReading>());
        var manager = Person.New(new(Guid.NewGuid()));
        Assert.Null(manager.Describe("Aurélie", "Vandermolen", "aurelie@example.org", "nl", []));
        await office.DoAsync(db => db.Add(manager));
        await office.Get<FileDesk>().GiveAsync(PlanningOffice.Secretary, [file], manager.Id, default);

        Assert.Null(await desk.SendOwnAsync(who, file, Of(" Ich ziehe um.\r\nWas soll ich tun? "), default));
        var waiting = Assert.Single(await reading.WaitingAsync(PlanningOffice.Secretary, default));
        Assert.Equal((file, 1), (waiting.File.Id, waiting.Count));
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await desk.SendAsync(PlanningOffice.Secretary, file, Of("Bitte die Adresse im Profil ändern."), await ReadAsync(office, file), default));
        Assert.Empty(await reading.WaitingAsync(PlanningOffice.Secretary, default)); // it is answered

        Assert.Equal([("Ich ziehe um.\nWas soll ich tun?", false), ("Bitte die Adresse im Profil ändern.", true)], (await reading.ReadOwnAsync(who, file, default)).Select(line => (line.Message.Text, line.Message.FromSecretariat)));
        Assert.Equal("Ysaline Grosdent", (await reading.ReadAsync(PlanningOffice.Secretary, file, default))[0].By);
        await using var db = office.Databases.CreateDbContext();
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == MessageMails.Purpose).OrderBy(m => m.CreatedAt).ToListAsync();
        Assert.Equal([(manager.Id, "nl"), (id, "de")], mails.Select(m => (m.PersonId!.Value, m.Language)));
        Assert.Contains($"https://live.example.be/files/{file.Value}", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains($"https://live.example.be/my/applications/{file.Value}", mails[1].Text, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.DoesNotContain("Adresse im Profil", mail.Subject + mail.Text, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("ziehe um", mail.Subject + mail.Text, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ends_a_silence_and_waits_until_somebody_says_that_it_needs_no_answer(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new RequestInformation([new(new(Guid.NewGuid()), "Quel contrat ?")]));
        office.Clock.Advance(TimeSpan.FromDays(25));

        Assert.Null(await office.Get<MessageDesk>().SendOwnAsync(who, file, Of("Je le cherche encore."), default));
        Assert.Equal(new DateOnly(2026, 12, 18), (await AnApplicant.ReadAsync(office, file)).File.SilentSince);
        Assert.Single(await office.Get<MessageReading>().WaitingAsync(PlanningOffice.Secretary, default));
        await office.Get<MessageDesk>().SeeAsync(PlanningOffice.Secretary, file, await ReadAsync(office, file), default);
        Assert.Empty(await office.Get<MessageReading>().WaitingAsync(PlanningOffice.Secretary, default));

        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new WithdrawApplication(), default));
        Assert.Null(await office.Get<MessageDesk>().SendOwnAsync(who, file, Of("Merci."), default)); // of what is finished too
        Assert.IsType<ApplicationWithdrawn>((await AnApplicant.ReadAsync(office, file)).Events[^1]);
    }

    [Fact]
    public async Task Is_between_the_person_and_the_secretariat_alone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var ((who, _), (other, _)) = (await AnApplicant.ArriveAsync(office), await AnApplicant.ArriveAsync(office));
        var file = await AnApplicant.SubmitAsync(office, who);
        var (desk, reading, member) = (office.Get<MessageDesk>(), office.Get<MessageReading>(), Who.With((await office.ChamberAsync()).Members.First().Id));
        Assert.Null(await desk.SendOwnAsync(who, file, Of("Bonjour"), default));

        foreach (var stranger in new[] { other, member })
        {
            Assert.IsType<NoSuchFile>(await desk.SendOwnAsync(stranger, file, Of("Moi"), default));
            Assert.Empty(await reading.ReadOwnAsync(stranger, file, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.SendAsync(stranger, file, Of("Moi"), [], default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.SeeAsync(stranger, file, [], default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ReadAsync(stranger, file, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.WaitingAsync(stranger, default));
        }
        foreach (var text in new[] { " ", new string('x', FileMessage.Longest + 1) })
            Assert.Equal(new MessageIsEmpty(FileMessage.Longest), await desk.SendOwnAsync(who, file, Of(text), default));
        Assert.IsType<NoSuchFile>(await desk.SendAsync(PlanningOffice.Secretary, new(Guid.NewGuid()), Of("Bonjour"), [], default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_not_answered_by_what_was_written_before_it_was_read(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var (desk, reading) = (office.Get<MessageDesk>(), office.Get<MessageReading>());
        Assert.Null(await desk.SendOwnAsync(who, file, Of("Où en est ma demande ?"), default));
        var read = await ReadAsync(office, file);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await desk.SendOwnAsync(who, file, Of("Et je déménage."), default)); // while the secretariat writes

        Assert.Null(await desk.SendAsync(PlanningOffice.Secretary, file, Of("Elle est complète."), read, default));
        Assert.Equal(1, Assert.Single(await reading.WaitingAsync(PlanningOffice.Secretary, default)).Count);
        await desk.SeeAsync(PlanningOffice.Secretary, file, read, default);
        Assert.Single(await reading.WaitingAsync(PlanningOffice.Secretary, default));
        await desk.SeeAsync(PlanningOffice.Secretary, file, await ReadAsync(office, file), default);
        Assert.Empty(await reading.WaitingAsync(PlanningOffice.Secretary, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_one_message_and_one_mail_however_often_the_button_is_pressed(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var message = Of("Bonjour");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => office.Get<MessageDesk>().SendAsync(PlanningOffice.Secretary, file, message, [], default))));

        Assert.All(answers, Assert.Null);
        Assert.Single(await office.Get<MessageReading>().ReadOwnAsync(who, file, default));
        await using var db = office.Databases.CreateDbContext();
        Assert.Equal(1, await db.Set<OutgoingMail>().CountAsync(m => m.Purpose == MessageMails.Purpose && m.PersonId == id));
    }

    private static MessageToSend Of(string text) => new(Guid.CreateVersion7(), text);

    // What the secretariat has before it.
    private static async Task<Guid[]> ReadAsync(PlanningOffice office, FileId file) =>
        [.. (await office.Get<MessageReading>().ReadAsync(PlanningOffice.Secretary, file, default)).Select(line => line.Message.Id)];
}
