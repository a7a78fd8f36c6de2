using Microsoft.EntityFrameworkCore;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>Law, art. 5; royal decree, art. 22.</summary>
public class AnAppeal
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_somebody_who_was_refused_goes_to_another_chamber_which_grants(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, applicant) = await AnApplicant.ArriveAsync(office);
        var (desk, files) = (office.Get<AppealDesk>(), office.Get<FileDesk>());
        var file = await AnApplicant.SubmitAsync(office, who);
        Assert.IsType<NothingToAppeal>(Assert.IsType<Result<FileId>.Refused>(await desk.AppealAsync(who, file, "Déjà", [], default)).Why);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await files.RouteAsync(PlanningOffice.Secretary, [file], default);
        await InAChamber.DecideAsync(office, file, "refusal");
        Assert.Null(await AnApplicant.DoAsync(office, file, new NotifyDecision(new(2027, 1, 5))));
        var refused = (await office.Get<FileReading>().ReadOwnAsync(who, file, default))!;
        Assert.Equal((true, new DateOnly(2027, 2, 5)), (refused.CanAppeal, refused.AppealUntil));

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.AppealAsync(who, file, "Le contrat que voici.", [], default))));
        var appeal = Assert.Single(answers.OfType<Result<FileId>.Ok>()).Value;
        Assert.All(answers.OfType<Result<FileId>.Refused>(), refusal => Assert.IsType<AppealedAlready>(refusal.Why));
        var sheet = await AnApplicant.ReadAsync(office, appeal);
        Assert.Equal(("2027-R-000001", "appeal", FileState.Submitted, "Le contrat que voici."), (sheet.File.Number, sheet.File.Kind, sheet.File.State, sheet.Application.Appeal!.Element));
        Assert.Equal(refused.Submission.Profile.Activities.Single(), sheet.Submission.Profile.Activities.Single());
        Assert.Equal(appeal, (await AnApplicant.ReadAsync(office, file)).AppealedBy!.Id);

        await AnApplicant.DoAsync(office, appeal, new DeclareComplete());
        await using (var outbox = office.Databases.CreateDbContext())
            Assert.Contains("Votre recours 2027-R-000001 est complet", await outbox.Set<App.Mail.OutgoingMail>().Select(mail => mail.Subject).ToListAsync());
        var first = (await office.ChamberAsync()).Id;
        var (chambers, second) = ((await office.Get<FileReading>().BackgroundAsync(PlanningOffice.Secretary, sheet.File, default)).Chambers, await office.ChamberAsync(number: 2));
        Assert.DoesNotContain(first, chambers.Select(chamber => chamber.Id));
        Assert.IsType<ChamberHadItBefore>(await AnApplicant.DoAsync(office, appeal, new RouteToChamber(first, "")));
        Assert.Equal([appeal], (await files.RouteAsync(PlanningOffice.Secretary, [appeal], default)).ToArray());
        await InAChamber.DecideAsync(office, appeal, "ordinary", form => (form.Chamber, form.Day) = (second.Id.Value.ToString(), "2027-01-12"));

        var decided = await AnApplicant.ReadAsync(office, appeal);
        Assert.Equal((FileState.Decided, "ordinary", false), (decided.File.State, decided.File.Outcome, decided.CanAppeal));
        await using var db = office.Databases.CreateDbContext();
        var granted = Assert.Single(await db.Set<Attestation>().AsNoTracking().ToListAsync());
        Assert.Equal((applicant, "2027-R-000001", "ordinary"), (granted.HolderId, granted.Number, granted.Type));
        Assert.Equal("refusal", (await AnApplicant.ReadAsync(office, file)).File.Outcome); // what was decided first stays told
        Assert.IsType<AppealedAlready>(Assert.IsType<Result<FileId>.Refused>(await desk.AppealAsync(who, appeal, "Encore", [], default)).Why);
    }

    [Fact]
    public async Task Is_for_the_applicant_alone()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var (other, _) = await AnApplicant.ArriveAsync(office);

        Assert.IsType<NoSuchFile>(Assert.IsType<Result<FileId>.Refused>(await office.Get<AppealDesk>().AppealAsync(other, file, "Moi", [], default)).Why);
        await Assert.ThrowsAsync<ArgumentException>(() => office.Get<FileDesk>().DoOwnAsync(who, file, new NotifyDecision(new(2026, 11, 23)), default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Follows_a_decision_of_which_its_applicant_is_told_once_it_stands(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office, "nl");
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        await office.Get<ApplicationDesk>().MineAsync(who, default);
        var chamber = (await AnApplicant.ReadAsync(office, file)).Application.Chamber!.Value;
        var (_, room) = await InAChamber.SitAsync(office, file, form => form.Chamber = chamber.Value.ToString());
        await InAChamber.VoteAsync(room);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        var mail = Assert.Single(await MailsAsync(office));
        Assert.Equal((office.Clock.GetUtcNow() + room.Meeting.Plan!.UndoFor, "nl"), (mail.DueAt, mail.Language));
        Assert.Contains($"https://live.example.be/my/applications/{file.Value}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("plus", mail.Text, StringComparison.OrdinalIgnoreCase); // what was decided is read behind the link

        await InAChamber.DoAsync(room, new WitaLive.Domain.Meetings.UndoConclusion(room.Meeting.Items[0].Id));
        Assert.NotNull(Assert.Single(await MailsAsync(office)).CancelledAt);
    }

    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == ApplicationMails.Purpose && m.ItemId != null).ToListAsync();
    }
}
