using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Bodies;
using WitaLive.App.Files;
using WitaLive.App.Import;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Bodies;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Attestations;

/// <summary>What came over by the law with an address goes with the account of whoever shows that the address is theirs, and with nobody's before.</summary>
public class AnAccountOpenedAfterTheImport
{
    private const string Address = "ysaline@example.org";

    [Theory, OnSqlite, OnPostgres]
    public async Task Gets_it_with_who_asked_and_what_is_sought_against_it_once_the_address_is_proven(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await ImportAsync(office, "S-1");
        var file = await AskAsync(office, "S-1");
        var institution = await ARepresentative.OfAsync(office, BodyKind.Institution, "ONEM");
        Assert.IsType<Result<ImmutableArray<ToldAttestation>>.Ok>(await office.Get<Consulting>().AskAsync(institution, "S-1", "Demande C181", default));

        var who = await SignUpAsync(office);
        await ImportAsync(office, "S-2"); // the address was typed; whose it is nobody has shown
        Assert.Empty(await office.Get<AttestationReading>().MineAsync(who, default));
        Assert.Empty(await office.Get<Consulting>().OfOwnAsync(who, default));
        Assert.Empty(await office.Get<MeasureReading>().MineAsync(who, default));
        await ProveAsync(office);

        Assert.Equal(["S-1", "S-2"], (await office.Get<AttestationReading>().MineAsync(who, default)).Select(held => held.Attestation.Number).Order());
        Assert.Equal("ONEM", Assert.Single(await office.Get<Consulting>().OfOwnAsync(who, default)).Body);
        Assert.Equal(file, Assert.Single(await office.Get<MeasureReading>().MineAsync(who, default)).Id);
        Assert.Single(await MailsAsync(office)); // the letter lay here: it goes by mail, and not by post
        Assert.Empty(await office.Get<MeasureReading>().ToPostAsync(PlanningOffice.Secretary, default));
        await using (var db = office.Databases.CreateDbContext())
            Assert.All(await db.Set<Attestation>().ToListAsync(), one => Assert.Null(one.Address));
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ConfirmHearing(), default));
        await ImportAsync(office, "S-3");
        Assert.Equal(3, (await office.Get<AttestationReading>().MineAsync(who, default)).Length);
    }

    [Fact]
    public async Task Is_told_by_mail_of_what_comes_after_a_letter_and_not_again_of_what_stood_in_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        await ImportAsync(office, "S-1");
        var (file, desk, reading) = (await AskAsync(office, "S-1"), office.Get<MeasureDesk>(), office.Get<MeasureReading>());
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new PostLetter(reading.Today), default));

        await SignUpAsync(office);
        await ProveAsync(office);
        Assert.Empty(await MailsAsync(office));
        await WatchAsync(office, days: 5);

        Assert.Single(await MailsAsync(office)); // the reminder
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new ForgoHearing("Le contrat existe."), default)); // as they answered the letter
    }

    [Fact]
    public async Task Is_reminded_once_by_mail_where_the_reminder_lay_unposted()
    {
        await using var office = await PlanningOffice.OnAsync();
        await ImportAsync(office, "S-1");
        var (file, reading) = (await AskAsync(office, "S-1"), office.Get<MeasureReading>());
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new PostLetter(reading.Today), default));
        await WatchAsync(office, days: 5);
        Assert.Single(await reading.ToPostAsync(PlanningOffice.Secretary, default));

        await SignUpAsync(office);
        await ProveAsync(office);
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        await WatchAsync(office, days: 1);
        await WatchAsync(office, days: 1);

        Assert.Single(await MailsAsync(office));
        Assert.Equal(1, (await reading.ReadAsync(PlanningOffice.Secretary, file, default))!.Application.Reminders);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_invited_by_mail_alone_where_a_decision_was_taken_back_since(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await ImportAsync(office, "S-1");
        var (file, desk, reading) = (await AskAsync(office, "S-1"), office.Get<MeasureDesk>(), office.Get<MeasureReading>());
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new ForgoHearing(""), default));
        Assert.Equal([file], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default)).ToArray());
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room, MeasureRule.Suspension);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        var who = await SignUpAsync(office);
        await ProveAsync(office);
        Assert.Equal(FileState.OnAgenda, Assert.Single(await reading.MineAsync(who, default)).State); // told of no decision yet
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        await InAChamber.DoAsync(room, new AnnulBallot(room.Meeting.Ballot!.Id, "La personne n’a pas été entendue."));
        await InAChamber.DoAsync(room, new ConcludeItems([room.Meeting.Items[0].Id], ConclusionKind.HearingAsked, Reason: "Entendre la personne."));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new InviteToHearing(), default));

        Assert.Single(await MailsAsync(office));
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
        Assert.False((await reading.ReadOwnAsync(who, file, default))!.Application.IsByLetter);
        await WatchAsync(office, days: 5);
        Assert.Equal(2, (await MailsAsync(office)).Count);
        Assert.Empty(await reading.ToPostAsync(PlanningOffice.Secretary, default));
    }

    [Fact]
    public async Task Gets_nothing_of_what_came_over_with_another_address_nor_of_whoever_has_died()
    {
        await using var office = await PlanningOffice.OnAsync();
        await ImportAsync(office, "S-1", "other@example.org");
        await ImportAsync(office, "S-2");
        await office.DoAsync(db => db.Set<Attestation>().Single(a => a.Number == "S-2").NoteDeath(new(2026, 11, 1), null, office.Clock.GetUtcNow()));

        var who = await SignUpAsync(office);
        await ProveAsync(office);

        Assert.Empty(await office.Get<AttestationReading>().MineAsync(who, default));
    }

    /// <summary>A letter box may be two people's: what is said of one is not told to the other.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Gets_nothing_that_stands_with_the_same_address_under_another_name(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        await office.DoAsync(db => db.AddRange(
            AHolder.Of(null, "plus", new(2024, 1, 1), new(2028, 12, 31), "S-7", "Oscar Grosdent", Address), AHolder.Of(null, "plus", new(2024, 1, 1), new(2028, 12, 31), "S-8", "GROSDENT Ysaline-Marie", Address)));

        var who = await SignUpAsync(office);
        await ProveAsync(office);
        Assert.Equal("S-8", Assert.Single(await office.Get<AttestationReading>().MineAsync(who, default)).Attestation.Number);
        await AskAsync(office, "S-7");
        Assert.Empty(await office.Get<MeasureReading>().MineAsync(who, default));
        await ImportAsync(office, "S-9", family: "Autre");
        Assert.Single(await office.Get<AttestationReading>().MineAsync(who, default));
    }

    [Theory]
    [InlineData("Anne Exemple", "EXEMPLE Anne", true), InlineData("Anne Exemple", "Anne-Marie Exemple", true), InlineData("Zoé D’Hondt", "Zoe D'Hondt", true), InlineData("Anne Exemple", "Otto Exemple", false)]
    [InlineData("Exemple", "Anne Exemple", false), InlineData("", "", false)]
    public void Is_known_by_the_words_of_the_name(string person, string holder, bool isSame) => Assert.Equal(isSame, HolderLinks.IsNamed(person, holder));

    private static async Task ImportAsync(PlanningOffice office, string number, string address = Address, string family = "Grosdent")
    {
        var rows = $"Numéro de l’attestation;Prénom;Nom;E-mail;Type d’attestation;Valable à partir du;Valable jusqu’au\r\n{number};Ysaline;{family};{address};plus;01/01/2024;31/12/2028\r\n";
        using var sheet = new MemoryStream(Encoding.UTF8.GetBytes(rows));
        Assert.True((await ActivatorUtilities.CreateInstance<TransitionalImport>(office.Services).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value().IsWritten);
    }

    private static async Task<FileId> AskAsync(PlanningOffice office, string number)
    {
        await using var db = office.Databases.CreateDbContext();
        var sought = new MeasureSought(FileKind.Suspension, "onem", "abuse", "Un contrat qui n'a jamais existé.", new(2026, 11, 20)) { Address = "Quai des Absents 3\n1000 Bruxelles" };
        var subject = await db.Set<Attestation>().Where(a => a.Number == number).Select(a => a.Id).SingleAsync();
        return Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, subject, sought, "fr", default)).Value;
    }

    private static async Task<ClaimsPrincipal> SignUpAsync(PlanningOffice office)
    {
        Assert.Null(await ActivatorUtilities.CreateInstance<Invitations>(office.Services).SignUpAsync("Ysaline", "Grosdent", Address, "fr", office.Clock.GetUtcNow(), default));
        await using var db = office.Databases.CreateDbContext();
        return AnApplicant.Outside((await db.Persons.SingleAsync(p => p.Email == Address)).Id);
    }

    private static async Task ProveAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        var secret = AccessDesk.SecretIn((await db.Set<OutgoingMail>().SingleAsync(mail => mail.Purpose == "sign-up")).Text);
        var passwords = ActivatorUtilities.CreateInstance<Passwords>(office.Services, new PasswordHasher<Account>());
        Assert.IsType<Result<Account>.Ok>(await passwords.ChooseAsync(secret, "quatre chevaux dans la neige", default));
    }

    private static async Task WatchAsync(PlanningOffice office, int days)
    {
        office.Clock.Advance(TimeSpan.FromDays(days));
        await ActivatorUtilities.CreateInstance<WatchApplications>(office.Services).RunAsync(default);
    }

    // Of a file; the link of the account is another one.
    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().Where(mail => mail.Purpose == ApplicationMails.Purpose).ToListAsync();
    }
}
