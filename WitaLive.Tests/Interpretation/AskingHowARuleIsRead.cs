using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Interpretation;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Interpretation;

public class AskingHowARuleIsRead
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Reaches_the_jurists_once_and_the_answer_whoever_asked(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (file, jurist) = (await FileAsync(office), await JuristAsync(office));
        var question = Asked(file, "Une résidence compte-t-elle comme activité ?", "Elle est payée,\r\nmais sans contrat.");
        var (desk, reading) = (office.Get<InterpretationDesk>(), office.Get<InterpretationReading>());

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.AskAsync(PlanningOffice.Secretary, question, default)))), Assert.Null);
        Assert.Equal(1, await reading.WaitingAsync(jurist, default));
        office.Clock.Advance(TimeSpan.FromHours(2));
        var answers = await Task.WhenAll(new[] { "Oui, si elle aboutit à une œuvre.", "Non." }.Select(text => Task.Run(() => desk.AnswerAsync(jurist, question.Id, text, default))));
        Assert.Single(answers, why => why is null);
        Assert.Single(answers, why => why is InterpretationIsAnswered);

        var line = Assert.Single(await reading.OfFileAsync(PlanningOffice.Secretary, file, default));
        Assert.Equal("Elle est payée,\nmais sans contrat.", line.Question.Text);
        Assert.Equal(office.Clock.GetUtcNow(), line.Question.AnsweredAt);
        Assert.Equal("Ulrike Wintgens", line.Answerer);
        Assert.Equal(0, await reading.WaitingAsync(jurist, default));
        await using var db = office.Databases.CreateDbContext();
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == InterpretationMails.Purpose).OrderBy(m => m.CreatedAt).ToListAsync();
        Assert.Contains("ulrike@example.org", mails.Select(m => m.ToAddress)); // beside the demo's jurists
        Assert.Equal(mails.Count, mails.Select(m => (m.ToAddress, m.Subject)).Distinct().Count());
        Assert.All(mails, mail => Assert.Contains($"https://live.example.be/interpretation/{question.Id}", mail.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(mails, mail => mail.Text.Contains("contrat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_who_asked_in_their_language_and_nobody_who_left()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, jurist) = (await FileAsync(office), await JuristAsync(office));
        var asker = WitaLive.Domain.Chambers.Person.New(new(Guid.NewGuid()));
        Assert.Null(asker.Describe("Wannes", "Zwertvaegher", "wannes@example.org", "nl", []));
        await office.DoAsync(db => db.Add(asker));
        var (question, desk) = (Asked(file, "Telt een residentie mee?", "Zonder contract."), office.Get<InterpretationDesk>());

        Assert.Null(await desk.AskAsync(Who.With(asker.Id, Roles.Secretariat), question, default));
        Assert.Null(await desk.AnswerAsync(jurist, question.Id, "Ja.", default));

        await using var db = office.Databases.CreateDbContext();
        var mail = await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(m => m.PersonId == asker.Id);
        Assert.Equal(("nl", "Beantwoord: Telt een residentie mee?"), (mail.Language, mail.Subject));
        Assert.Equal(jurist.FindFirstValue(ClaimTypes.NameIdentifier), (await db.Set<InterpretationQuestion>().SingleAsync()).AnsweredBy!.Value.Value.ToString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_found_by_its_words_whatever_their_accents_with_what_waits_on_top(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (file, jurist) = (await FileAsync(office), await JuristAsync(office));
        var (desk, reading) = (office.Get<InterpretationDesk>(), office.Get<InterpretationReading>());
        var (answered, waiting) = (Asked(file, "Une résidence compte-t-elle ?", "Sans contrat."), Asked(file, "Et une répétition ?", "Non payée."));
        foreach (var question in new[] { answered, waiting })
        {
            Assert.Null(await desk.AskAsync(PlanningOffice.Secretary, question, default));
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Null(await desk.AnswerAsync(jurist, answered.Id, "Oui, avec une œuvre.", default));

        Assert.Equal([waiting.Id, answered.Id], (await reading.ListAsync(jurist, null, default)).Select(line => line.Question.Id));
        Assert.Equal(answered.Id, Assert.Single(await reading.ListAsync(PlanningOffice.Secretary, "  AVEC residénce", default)).Question.Id);
        Assert.Empty(await reading.ListAsync(PlanningOffice.Secretary, "residence payée", default));
    }

    [Fact]
    public async Task Names_nobody()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, jurist) = (await FileAsync(office), await JuristAsync(office));
        var desk = office.Get<InterpretationDesk>();
        string number, family;
        await using (var db = office.Databases.CreateDbContext())
        {
            var asked = await db.Set<ApplicationFile>().SingleAsync(f => f.Id == file);
            (number, family) = (asked.Number, asked.Applicant.Split(' ')[^1]);
        }

        Assert.Equal(new InterpretationNamesSomebody(number), await desk.AskAsync(PlanningOffice.Secretary, Asked(file, "Une résidence ?", $"Voyez {number}."), default));
        Assert.Equal(new InterpretationNamesSomebody("Ulrike WINTGENS"), await desk.AskAsync(PlanningOffice.Secretary, Asked(file, "Comme Ulrike WINTGENS ?", "Oui ?"), default));
        Assert.Equal(new InterpretationNamesSomebody(family), await desk.AskAsync(PlanningOffice.Secretary, Asked(file, "Une résidence ?", $"Madame {family} danse."), default));
        var question = Asked(file, "Une résidence ?", "Payée.");
        Assert.Null(await desk.AskAsync(PlanningOffice.Secretary, question, default));
        Assert.Equal(new InterpretationNamesSomebody(family), await desk.AnswerAsync(jurist, question.Id, $"Non pour {family}.", default));
        Assert.Equal(new InterpretationNamesSomebody("ulrike@example.org"), await desk.AnswerAsync(jurist, question.Id, "Demandez à ulrike@example.org.", default));
        Assert.Null((await office.Get<InterpretationReading>().ReadAsync(jurist, question.Id, default))!.Question.Answer);
    }

    [Theory]
    [InlineData("Un PETIT rôle ?", "PETIT", true), InlineData("Selon Petit ?", "Petit", true), InlineData("Un petit rôle ?", "petit", false), InlineData("Le métier d’anne petit ?", "anne petit", true)]
    [InlineData("Deux petits rôles, une anne de vin ?", null, false), InlineData("Pétitionner ?", null, false)]
    public async Task Asks_whether_it_is_a_word_when_the_name_of_the_file_stands_in_small_letters(string title, string? found, bool isRefused)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, jurist, desk) = (await FileAsync(office), await JuristAsync(office), office.Get<InterpretationDesk>());
        await office.DoAsync(db => db.Set<ApplicationFile>().Single(f => f.Id == file).Applicant = "Anne Petit");
        var question = Asked(file, title, "Payée.");

        var why = await desk.AskAsync(PlanningOffice.Secretary, question, default);

        Assert.Equal(found is null ? null : isRefused ? new InterpretationNamesSomebody(found) : new InterpretationMayName(found), why);
        Assert.Equal(isRefused ? why : null, await desk.AskAsync(PlanningOffice.Secretary, question with { Ordinary = ["petit", "anne petit"] }, default));
        if (isRefused)
            return;
        Assert.Equal(new InterpretationMayName("petit"), await desk.AnswerAsync(jurist, question.Id, "Oui, un petit.", default));
        Assert.Null(await desk.AnswerAsync(jurist, question.Id, "Oui, un petit.", default, ["petit"]));
    }

    [Fact]
    public async Task Keeps_what_was_typed_and_takes_the_word_of_who_writes()
    {
        await using var office = await PlanningOffice.OnAsync();
        var file = await FileAsync(office);
        await office.DoAsync(db => db.Set<ApplicationFile>().Single(f => f.Id == file).Applicant = "Rose Petit");
        await using var panel = await APage.OpenAsync<InterpretationPanel>(office, PlanningOffice.Secretary, new() { ["File"] = file });
        await panel.FillAsync("input", "Un petit rôle ?");
        await panel.FillAsync("textarea", "Payé, comme une rose.");

        await panel.SubmitAsync();

        Assert.Contains("“petit” is also the name of the person", await panel.HtmlAsync(), StringComparison.Ordinal);
        Assert.Contains("value=\"Un petit rôle ?\"", await panel.HtmlAsync(), StringComparison.Ordinal);
        await panel.TickAsync("“petit” is the ordinary word", true);
        await panel.SubmitAsync();
        Assert.Single(await office.Get<InterpretationReading>().OfFileAsync(PlanningOffice.Secretary, file, default));
        Assert.DoesNotContain("is the ordinary word", await panel.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_the_secretariat_and_its_jurists()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, jurist) = (await FileAsync(office), await JuristAsync(office));
        var (desk, reading) = (office.Get<InterpretationDesk>(), office.Get<InterpretationReading>());
        var question = Asked(file, "Une résidence ?", "Payée.");

        foreach (var stranger in new[] { Who.Nobody, Who.With(), Who.With(Roles.Administrator) })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.AskAsync(stranger, question, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.AnswerAsync(stranger, question.Id, "Oui.", default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ListAsync(stranger, null, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ReadAsync(stranger, question.Id, default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.OfFileAsync(stranger, file, default));
        }
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.AskAsync(jurist, question, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.AnswerAsync(PlanningOffice.Secretary, question.Id, "Oui.", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.OfFileAsync(jurist, file, default)); // which file it was is not theirs to know
    }

    [Fact]
    public async Task Refuses_what_is_empty_too_long_or_not_there()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (file, jurist) = (await FileAsync(office), await JuristAsync(office));
        var desk = office.Get<InterpretationDesk>();

        foreach (var (title, text) in new[] { (" ", "x"), ("x", "\n"), (new string('x', InterpretationQuestion.LongestTitle + 1), "x"), ("x", new string('x', InterpretationQuestion.LongestText + 1)) })
            Assert.IsType<InterpretationIsEmpty>(await desk.AskAsync(PlanningOffice.Secretary, Asked(file, title, text), default));
        Assert.IsType<NoSuchFile>(await desk.AskAsync(PlanningOffice.Secretary, Asked(new(Guid.NewGuid()), "x", "x"), default));
        Assert.IsType<NoSuchInterpretation>(await desk.AnswerAsync(jurist, Guid.NewGuid(), "Oui.", default));
        foreach (var text in new[] { " ", new string('x', InterpretationQuestion.LongestText + 1) })
            Assert.Equal(new InterpretationAnswerIsEmpty(InterpretationQuestion.LongestText), await desk.AnswerAsync(jurist, Guid.NewGuid(), text, default));
    }

    private static QuestionToAsk Asked(FileId file, string title, string text) => new(Guid.NewGuid(), file, title, text);

    private static async Task<FileId> FileAsync(PlanningOffice office) => await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);

    private static async Task<ClaimsPrincipal> JuristAsync(PlanningOffice office)
    {
        var jurist = WitaLive.Domain.Chambers.Person.New(new(Guid.NewGuid()));
        Assert.Null(jurist.Describe("Ulrike", "Wintgens", "ulrike@example.org", "de", []));
        var role = Roles.All.First(r => r.Name == Roles.Jurist).Id;
        await office.DoAsync(db =>
        {
            db.Add(jurist);
            db.Users.Add(Account.Of(jurist));
            db.UserRoles.Add(new() { UserId = jurist.Id.Value, RoleId = role });
        });
        return Who.With(jurist.Id, Roles.Jurist);
    }
}
