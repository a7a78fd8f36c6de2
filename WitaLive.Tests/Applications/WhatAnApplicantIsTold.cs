using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Applications;

/// <summary>What whoever applied hears of their application: by mail, on its page, and not before it stands.</summary>
public class WhatAnApplicantIsTold
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_told_as_decided_once_the_chair_can_take_it_back_no_more(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        var item = room.Meeting.Items[0].Id;
        await InAChamber.VoteAsync(room);

        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);
        var code = Assert.Single(await AnApplicationOnItsWay.AttestationsAsync(office)).Code;
        office.Clock.Advance(room.Meeting.Plan!.UndoFor); // the last moment
        Assert.Equal((FileState.OnAgenda, FileState.OnAgenda, false, 0, null), await ToldAsync(code));
        Assert.Equal(FileState.Decided, (await AnApplicant.ReadAsync(office, file)).File.State); // the secretariat knows
        Assert.Null((await office.Get<ApplicationDesk>().DraftAsync(who, default)).Renews);
        Assert.IsType<AnotherApplicationIsOpen>(Assert.IsType<Result<FileId>.Refused>(await office.Get<ApplicationDesk>().SubmitAsync(who, default)).Why);

        await InAChamber.DoAsync(room, new UndoConclusion(item));
        office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((FileState.OnAgenda, FileState.OnAgenda, false, 0, null), await ToldAsync(code));

        await InAChamber.DoAsync(room, room.Meeting.ByRule(item)!);
        code = Assert.Single(await AnApplicationOnItsWay.AttestationsAsync(office)).Code;
        Assert.Equal((FileState.OnAgenda, FileState.OnAgenda, false, 0, null), await ToldAsync(code));
        await InAChamber.DoAsync(room, new CloseMeeting()); // which makes it final at once
        Assert.Equal((FileState.Decided, FileState.Decided, true, 1, true), await ToldAsync(code));

        async Task<(FileState, FileState, bool, int, bool?)> ToldAsync(string shown)
        {
            var own = (await office.Get<FileReading>().ReadOwnAsync(who, file, default))!;
            return (own.File.State, Assert.Single(await office.Get<ApplicationDesk>().MineAsync(who, default)).State, own.Events.OfType<ChamberConcluded>().Any(),
                (await office.Get<AttestationReading>().MineAsync(who, default)).Length, (await office.Get<AttestationReading>().CheckAsync(shown, default))?.IsValid);
        }
    }

    [Fact]
    public async Task Is_a_refusal_too_only_then_so_that_nobody_learns_of_it_from_what_they_may_send_in()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room, "refusal");
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);

        Assert.IsType<AnotherApplicationIsOpen>(await ApplyAsync());
        Assert.True((await office.Get<ApplicationDesk>().StillTakenAsync(who, default)).HasOpen); // the page says it before, and knows as little
        Assert.IsType<NothingToAppeal>(await AppealAsync());
        InAChamber.ComesToStand(office, room);
        Assert.Null(await AppealAsync());
        Assert.IsType<AnotherApplicationIsOpen>(await ApplyAsync()); // the appeal

        async Task<Refusal?> ApplyAsync() => (await office.Get<ApplicationDesk>().SubmitAsync(who, default) as Result<FileId>.Refused)?.Why;
        async Task<Refusal?> AppealAsync() => (await office.Get<AppealDesk>().AppealAsync(who, file, "Le contrat que voici.", [], default) as Result<FileId>.Refused)?.Why;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Writes_to_its_applicant_in_their_language(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office, "nl");
        var file = await AnApplicant.SubmitAsync(office, who);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await AnApplicant.DoAsync(office, file, new DeclareComplete());

        var mails = await MailsAsync(office);
        Assert.Equal(["Uw aanvraag 2026-A-000001 is aangekomen", "Uw aanvraag 2026-A-000001 is volledig"], mails.Select(m => m.Subject));
        Assert.Contains($"https://live.example.be/my/applications/{file.Value}", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("dinsdag 23\u00a0februari 2027", mails[1].Text, StringComparison.Ordinal);
        Assert.All(mails, m => Assert.DoesNotContain("Marée", m.Text, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres] // rules of procedure, art. 24
    public async Task Is_reminded_twice_and_cancelled_by_silence(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new RequestInformation([new(new(Guid.NewGuid()), "Et le contrat ?")]));
        var watch = ActivatorUtilities.CreateInstance<WatchApplications>(office.Services);
        for (var day = 1; day <= 31; day++)
        {
            office.Clock.Advance(TimeSpan.FromDays(1));
            await watch.RunAsync(default);
            await watch.RunAsync(default); // a second run, on another node say, does nothing again
        }

        Assert.Equal(FileState.Cancelled, (await AnApplicant.ReadAsync(office, file)).File.State);
        Assert.Equal(
            ["Rappel : votre demande 2026-A-000001 attend votre réponse", "Rappel : votre demande 2026-A-000001 attend votre réponse", "Votre demande 2026-A-000001 est annulée"],
            (await MailsAsync(office)).Skip(2).Select(m => m.Subject));
        Assert.Contains((await MailsAsync(office)).Take(2), mail => mail.Text.Contains("dans les 30 jours, au plus tard le mercredi 23\u00a0décembre 2026", StringComparison.Ordinal));
        Assert.All((await MailsAsync(office)).Skip(2).Take(2), reminder => Assert.Contains("au plus tard le mercredi 23\u00a0décembre 2026, elle est annulée", reminder.Text, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tells_its_applicant_who_opened_it(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        var (openings, secretary) = (office.Get<FileOpenings>(), Access.Who.With(new PersonId(Guid.NewGuid()), App.Access.Roles.Secretariat));
        await office.Get<FileReading>().ReadOwnAsync(who, file, default);
        Assert.Empty(await openings.OfOwnAsync(who, file, default));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => office.Get<FileReading>().ReadAsync(secretary, file, default))));
        office.Clock.Advance(TimeSpan.FromDays(1));
        var proof = (await office.Get<ProfileDesk>().ReadAsync(who, default)).Profile.Proofs.Single();
        (await office.Get<ProofDesk>().OpenAsync(secretary, proof.Id, default))!.Value.Content.Dispose();
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var id = await office.PlanAsync(0);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file], 6, default));
        var member = (await office.ChamberAsync()).Members.First();
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await office.Get<FileForMembers>().ReadAsync(Access.Who.With(member.Id), id, file, default));

        Assert.Equal(
            [(new DateOnly(2026, 11, 24), true), (new(2026, 11, 24), false), (new(2026, 11, 23), false)],
            (await office.Get<FileReading>().ReadOwnAsync(who, file, default))!.Openings.Select(opening => (opening.Day, opening.ForMeeting)));
        Assert.Equal(member.FullName, (await openings.OfOwnAsync(who, file, default))[0].Reader);
        Assert.Empty(await openings.OfOwnAsync(secretary, file, default)); // theirs alone to read
    }

    private static async Task<List<OutgoingMail>> MailsAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == ApplicationMails.Purpose).OrderBy(m => m.CreatedAt).ToListAsync();
    }

    /// <summary>Royal decree, art. 18 § 2: what does not come to a decision keeps nothing in effect.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_told_by_when_a_new_one_must_come_when_a_renewal_is_cancelled_or_withdrawn(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        await office.DoAsync(db => db.Add(AHolder.Of(holder, "plus", new(2022, 6, 1), new(2027, 5, 31))));
        var silent = await AnApplicant.SubmitAsync(office, who);
        var (dropped, asked) = (new Point(new(Guid.NewGuid()), "Et l’affiche ?"), new Point(new(Guid.NewGuid()), "Il manque le contrat de 2025."));
        await AnApplicant.DoAsync(office, silent, new RequestInformation([dropped, asked]));
        await AnApplicant.DoAsync(office, silent, new DropPoint(dropped.Id));
        for (var day = 0; day < 40; day++)
        {
            office.Clock.Advance(TimeSpan.FromDays(1));
            await ActivatorUtilities.CreateInstance<WatchApplications>(office.Services).RunAsync(default);
        }

        const string NewOne = "une nouvelle demande complète est arrivée au plus tard le dimanche 28\u00a0février 2027";
        var cancelled = await AnApplicant.ReadAsync(office, silent);
        Assert.Equal((FileState.Cancelled, "Dropped", "Unanswered"), (cancelled.File.State, cancelled.CourseOf(cancelled.Application.Points[0]), cancelled.CourseOf(cancelled.Application.Points[1])));
        var withdrawn = await AnApplicant.SubmitAsync(office, who);
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, withdrawn, new WithdrawApplication(), default));
        await using var db = office.Databases.CreateDbContext();
        var mails = await db.Set<OutgoingMail>().Where(m => m.Purpose == ApplicationMails.Purpose).ToListAsync();
        Assert.Equal(
            ["Votre demande 2026-A-000001 est annulée", "Votre demande 2027-A-000001 est retirée"],
            mails.Where(mail => mail.Text.Contains(NewOne, StringComparison.Ordinal)).Select(mail => mail.Subject).Order(StringComparer.Ordinal));
    }
}
