using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Profiles;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Measures;

/// <summary>Royal decree, art. 19; rules of procedure, art. 28, 29 and 47.</summary>
public class SuspendingAnAttestation
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_asked_for_heard_and_decided_by_a_chamber_and_another_one_lifts_it_on_appeal(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, attestation) = await HolderAsync(office);
        var file = await AskAsync(office, attestation);
        Assert.Equal("2026-M-000001", (await ReadAsync(office, file)).File.Number);
        Assert.Equal(("onss", false), (await office.Get<MeasureReading>().ListAsync(PlanningOffice.Secretary, 1, default)).Asked[file]);
        Assert.Equal(Standing.Valid, await StandingAsync(office, attestation)); // nothing is decided

        var invitation = Assert.Single(await MailsAsync(office));
        Assert.Contains($"https://live.example.be/my/measures/{file.Value}", invitation.Text, StringComparison.Ordinal);
        Assert.Contains("dans les 20 jours, au plus tard le dimanche 13\u00a0décembre 2026", invitation.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contrat", invitation.Text, StringComparison.Ordinal);
        Assert.IsType<AttestationIsExamined>(await ApplyAsync(office, who));
        Assert.Equal(file, Assert.Single(await office.Get<MeasureReading>().MineAsync(who, default)).Id);
        var (words, mine) = (office.Get<MeasureWords>(), Assert.Single(await office.Get<MeasureReading>().MineAsync(who, default)));
        Assert.Equal(words["Invited"], words.Of(mine)); // nobody has wished for a hearing yet
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ForgoHearing("Le contrat est vrai."), default));
        Assert.False((await office.Get<MeasureReading>().ReadOwnAsync(who, file, default))!.Comes);

        Assert.Equal([file], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default)).ToArray());
        var (meeting, room) = await InAChamber.SitAsync(office, file);
        var member = Who.With(room.Meeting.Plan!.Seats[0].Effective);
        Assert.Equal("Le contrat est vrai.", (await office.Get<MeasureForMembers>().ReadAsync(member, meeting, file, default))!.Application.SaidInstead);
        Assert.Null(await office.Get<MeasureForMembers>().ReadAsync(Who.With(new PersonId(Guid.NewGuid())), meeting, file, default));
        Assert.Equal([true, false], (await office.Get<MeasureReading>().ReadOwnAsync(who, file, default))!.Openings.Select(opening => opening.ForMeeting).Order().Reverse());
        await InAChamber.VoteAsync(room, MeasureRule.Suspension);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal(Standing.Suspended, await StandingAsync(office, attestation));
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        Assert.Equal(Standing.Valid, await StandingAsync(office, attestation));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal((FileState.OnAgenda, null, Standing.Valid, new Verdict(true, attestation.Until)), await ToldAsync()); // the chair can still take it back
        InAChamber.ComesToStand(office, room);
        Assert.Equal((FileState.Decided, MeasureRule.Suspension, Standing.Suspended, new Verdict(false, null)), await ToldAsync());

        var desk = office.Get<MeasureDesk>();
        Assert.IsType<SuspensionNeedsEnd>(await desk.DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(new(2027, 1, 5)), default));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(new(2027, 1, 5), new(2027, 7, 4)), default));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new TellRequester(new(2027, 1, 5)), default));
        Assert.Equal(new DateOnly(2027, 7, 4), (await AttestationAsync(office, attestation)).MeasureUntil);
        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(attestation.Code, default)); // and nothing says why
        Assert.Equal("2021-A-000001", Assert.Single((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(nameof(Standing.Suspended)), default)).Lines).Attestation.Number);
        Assert.Empty((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(nameof(Standing.Valid)), default)).Lines);
        Assert.True((await office.Get<MeasureReading>().ReadOwnAsync(who, file, default))!.CanAppeal);

        var appeal = Assert.IsType<Result<FileId>.Ok>(await office.Get<AppealDesk>().AppealAsync(who, file, "Le contrat signé.", [], default)).Value;
        Assert.Equal("suspension", (await ReadAsync(office, appeal)).File.Kind);
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, appeal, new DeclareComplete(), default));
        Assert.Equal([appeal], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [appeal], default)).ToArray());
        var second = await office.ChamberAsync(number: 2);
        await InAChamber.DecideAsync(office, appeal, "noMeasure", form => (form.Chamber, form.Day) = (second.Id.Value.ToString(), "2027-01-12"));
        Assert.Equal(Standing.Valid, await StandingAsync(office, attestation));
        Assert.Null(await ApplyAsync(office, who));

        async Task<(FileState, string?, Standing, Verdict?)> ToldAsync() => (
            Assert.Single(await office.Get<MeasureReading>().MineAsync(who, default)).State, (await office.Get<MeasureReading>().ReadOwnAsync(who, file, default))!.Application.Outcome,
            Assert.Single(await office.Get<AttestationReading>().MineAsync(who, default)).Standing, await office.Get<AttestationReading>().CheckAsync(attestation.Code, default));
    }

    [Fact]
    public async Task Says_until_when_to_answer_also_when_a_reminder_went_late()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, attestation) = await HolderAsync(office);
        var file = await AskAsync(office, attestation);
        var invited = (await ReadAsync(office, file)).Application.InvitedOn!.Value;
        Assert.Equal(new DateOnly(2026, 12, 13), (await ReadAsync(office, file)).AnswerBy(invited));

        office.Clock.Advance(TimeSpan.FromDays(15)); // nothing looked in time: the first reminder comes ten days late
        await ActivatorUtilities.CreateInstance<WatchApplications>(office.Services).RunAsync(default);

        Assert.Equal(new DateOnly(2026, 12, 23), (await ReadAsync(office, file)).AnswerBy(invited));
        Assert.Contains("Sans réponse au plus tard le mercredi 23\u00a0décembre 2026", (await MailsAsync(office)).Single(mail => mail.Subject.StartsWith("Rappel", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task May_be_an_annulment_after_which_it_never_existed_and_nothing_is_asked_for_during_a_ban(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, attestation) = await HolderAsync(office);
        Assert.Equal(["plus"], (await office.Get<ProfileDesk>().ReadAsync(who, default)).Held.ToArray()); // so the questions for starters are not asked
        var file = await AskAsync(office, attestation);
        foreach (var days in new[] { 5, 5, 11 }) // silence: after two reminders the watch has it go on without a hearing
        {
            office.Clock.Advance(TimeSpan.FromDays(days));
            await ActivatorUtilities.CreateInstance<WatchApplications>(office.Services).RunAsync(default);
        }
        Assert.Equal(FileState.Complete, (await ReadAsync(office, file)).File.State);
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        await InAChamber.DecideAsync(office, file, MeasureRule.Annulment);
        await using (var db = office.Databases.CreateDbContext())
        {
            await office.Get<Notifications>().AddAsync(db, file, 1, new(2027, 1, 5), null, default); // its letter was posted: how long the ban lasts is still to be said
            await db.SaveChangesAsync();
        }
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(new(2027, 1, 5), new(2028, 1, 5)), default));

        Assert.Equal(Standing.Annulled, await StandingAsync(office, attestation));
        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(attestation.Code, default));
        Assert.Equal(new BannedFromApplying(new(2028, 1, 5)), await ApplyAsync(office, who));
        Assert.False((await office.Get<ApplicationDesk>().DraftAsync(who, default)).Profile.Profile.Background.HeldBefore);
        Assert.Empty((await office.Get<ProfileDesk>().ReadAsync(who, default)).Held);
        Assert.IsType<AnnulledAlready>(Assert.IsType<Result<FileId>.Refused>(await RequestAsync(office, PlanningOffice.Secretary, attestation, "onss")).Why);
        office.Clock.Advance(new DateTimeOffset(2028, 1, 6, 8, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        Assert.IsNotType<BannedFromApplying>(await ApplyAsync(office, who));
    }

    [Fact]
    public async Task Is_asked_for_by_the_secretariat_for_the_services_and_by_the_president_of_their_own_accord()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, attestation) = await HolderAsync(office);
        var (reading, presides) = (office.Get<MeasureReading>(), Who.With((await office.CommissionAsync()).VicePresident!.Id));
        var member = Who.With((await office.ChamberAsync()).Members.First().Id);

        Assert.Equal(["president"], (await reading.FormAsync(presides, FileKind.Suspension, attestation.Id, default))!.Requesters.ToArray());
        Assert.DoesNotContain("president", (await reading.FormAsync(PlanningOffice.Secretary, FileKind.Suspension, attestation.Id, default))!.Requesters);
        Assert.Equal((FileKind.Suspension, attestation.Id), await reading.FindAsync(presides, "2021-a-000001 ", default));
        foreach (var (asks, requester) in new[] { (presides, "onss"), (PlanningOffice.Secretary, "president"), (member, "onss"), (member, "president"), (who, "onss") })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => RequestAsync(office, asks, attestation, requester));
        Assert.Null(await reading.FormAsync(member, FileKind.Suspension, attestation.Id, default));
        foreach (var stranger in new[] { member, who })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ListAsync(stranger, 1, default));

        var file = Assert.IsType<Result<FileId>.Ok>(await RequestAsync(office, presides, attestation, "president")).Value;
        Assert.NotNull(await reading.ReadAsync(presides, file, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => reading.ReadAsync(member, file, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<MeasureDesk>().DoAsync(presides, file, new ConfirmHearing(), default));
        await Assert.ThrowsAsync<ArgumentException>(() => office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new ConfirmHearing(), default));
        var (other, _) = await AnApplicant.ArriveAsync(office);
        Assert.Null(await reading.ReadOwnAsync(other, file, default));
        Assert.IsType<NoSuchFile>(await office.Get<FileDesk>().DoOwnAsync(other, file, new ForgoHearing(""), default));
        Assert.IsType<MeasureIsSought>(Assert.IsType<Result<FileId>.Refused>(await RequestAsync(office, PlanningOffice.Secretary, attestation, "onss")).Why);
    }

    [Fact] // royal decree, art. 4 § 5 and 14; rules of procedure, art. 53 § 3
    public async Task Goes_to_no_chamber_of_another_language_nor_to_one_in_which_its_holder_sits()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (desk, chamber) = (office.Get<MeasureDesk>(), await office.ChamberAsync());
        var attestation = AHolder.Of(chamber.Members.First().Id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        var file = await AskAsync(office, attestation);
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(Who.With(chamber.Members.First().Id), file, new ConfirmHearing(), default));

        var elsewhere = (await office.CommissionAsync()).Chambers.First(other => other.Section == "nl");
        Assert.IsType<ChamberOfOtherLanguage>(await desk.DoAsync(PlanningOffice.Secretary, file, new RouteToChamber(elsewhere.Id, ""), default));
        Assert.IsType<ApplicantSitsThere>(await desk.DoAsync(PlanningOffice.Secretary, file, new RouteToChamber(chamber.Id, ""), default));
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new RouteToChamber((await office.ChamberAsync(number: 2)).Id, ""), default));
    }

    [Fact] // what was obtained by abuse can still be annulled, as though it had never existed
    public async Task Is_asked_against_what_has_expired_too()
    {
        await using var office = await PlanningOffice.OnAsync();
        var attestation = AHolder.Of(null, "ordinary", new(2023, 1, 1), new(2026, 11, 22));
        await office.DoAsync(db => db.Add(attestation));

        Assert.Null((await office.Get<MeasureReading>().FormAsync(PlanningOffice.Secretary, FileKind.Suspension, attestation.Id, default))!.Thing.WhyNot);
        Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(
            PlanningOffice.Secretary, attestation.Id, new MeasureSought(FileKind.Suspension, "onss", "abuse", "Un contrat qui n'a jamais existé.", new(2026, 11, 20)) { Address = "Rue des Absents 7, 5000 Namur" }, "fr", default));
    }

    [Fact]
    public async Task Stands_in_a_list_whose_pages_have_an_end()
    {
        await using var office = await PlanningOffice.OnAsync();
        var subject = Guid.NewGuid();
        await office.DoAsync(db => db.AddRange(Enumerable.Range(1, MeasureReading.PageSize + 1).Select(n => new ApplicationFile
        {
            Id = new(Guid.NewGuid()), Number = $"2026-M-{n:000000}", Kind = FileKind.Suspension, Applicant = "Ysaline Grosdent", Language = "fr", SubjectId = subject, SubmittedAt = office.Clock.GetUtcNow().AddMinutes(n),
        })));

        var (first, last) = (await office.Get<MeasureReading>().ListAsync(PlanningOffice.Secretary, 1, default), await office.Get<MeasureReading>().ListAsync(PlanningOffice.Secretary, 99, default));

        Assert.Equal((MeasureReading.PageSize, MeasureReading.PageSize + 1, 2), (first.Files.Length, first.Total, first.Pages));
        Assert.Equal("2026-M-000001", Assert.Single(last.Files).Number);
    }

    private static async Task<(ClaimsPrincipal Who, Attestation Attestation)> HolderAsync(PlanningOffice office)
    {
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        await AnApplicant.FillAsync(office.Services, who);
        return (who, attestation);
    }

    private static async Task<FileId> AskAsync(PlanningOffice office, Attestation attestation) =>
        Assert.IsType<Result<FileId>.Ok>(await RequestAsync(office, PlanningOffice.Secretary, attestation, "onss")).Value;

    private static Task<Result<FileId>> RequestAsync(PlanningOffice office, ClaimsPrincipal who, Attestation attestation, string requester, string language = "fr") => office.Get<MeasureRequests>()
        .RequestAsync(who, attestation.Id, new(FileKind.Suspension, requester, "abuse", "Un contrat qui n'a jamais existé.", new(2026, 11, 20)), language, default);

    private static async Task<MeasureSheet> ReadAsync(PlanningOffice office, FileId file) => (await office.Get<MeasureReading>().ReadAsync(PlanningOffice.Secretary, file, default))!;

    // Null when nothing forbids it; nothing is kept of what was sent in.
    private static async Task<Refusal?> ApplyAsync(PlanningOffice office, ClaimsPrincipal who) =>
        (await office.Get<ApplicationDesk>().SubmitAsync(who, default) as Result<FileId>.Refused)?.Why;

    private static async Task<Attestation> AttestationAsync(PlanningOffice office, Attestation attestation)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<Attestation>().AsNoTracking().SingleAsync(a => a.Id == attestation.Id);
    }

    private static async Task<Standing> StandingAsync(PlanningOffice office, Attestation attestation) =>
        (await AttestationAsync(office, attestation)).On(office.Get<AttestationReading>().Today, isKept: false);

    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == ApplicationMails.Purpose).OrderBy(m => m.CreatedAt).ToListAsync();
    }
}
