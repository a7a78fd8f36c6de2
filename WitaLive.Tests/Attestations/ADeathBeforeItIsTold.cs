using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Rulings;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Rulings;

namespace WitaLive.Tests.Attestations;

/// <summary>Noted while the chair can still take the decision back, or before its letter goes out: nothing is mailed to who has died, and the family has the letter by post.</summary>
public class ADeathBeforeItIsTold
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_back_the_mail_that_waits_and_outlives_an_undo(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (_, holder, file, room) = await DecidedAsync(office);
        var number = (await AnApplicant.ReadAsync(office, file)).File.Number;
        var died = BrusselsDay(office);
        Assert.Single(await WaitingAsync(office, holder));

        Assert.Null(await office.Get<RegisterDeaths>().RecordAsync(PlanningOffice.Secretary, number, died, default));
        Assert.Empty(await WaitingAsync(office, holder));

        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id)); // and the attestation with it
        Assert.Equal(died, await office.Get<RegisterDeaths>().OfApplicantAsync(PlanningOffice.Secretary, file, default));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        InAChamber.ComesToStand(office, room);

        Assert.Empty(await WaitingAsync(office, holder));
        var line = Assert.Single((await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(Search: number), default)).Lines);
        Assert.Equal(died, line.Attestation.DiedOn);
        Assert.Equal(new Verdict(false, null), await office.Get<AttestationReading>().CheckAsync(line.Attestation.Code, default));
    }

    [Fact]
    public async Task Is_taken_back_when_it_was_a_mistake()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, holder, file, _) = await DecidedAsync(office);
        var (deaths, number) = (office.Get<RegisterDeaths>(), (await AnApplicant.ReadAsync(office, file)).File.Number);
        Assert.Null(await deaths.RecordAsync(PlanningOffice.Secretary, number, BrusselsDay(office), default));
        Assert.False(await IsActiveAsync(office, holder));
        await using (var note = await APage.OpenAsync<DeathNote>(office, PlanningOffice.Secretary, new() { ["File"] = file }))
            Assert.Contains("goes to the family by post", await note.TextAsync(), StringComparison.Ordinal);

        Assert.Null(await deaths.RecordAsync(PlanningOffice.Secretary, number, null, default));

        Assert.True(await IsActiveAsync(office, holder));
        Assert.Null(await deaths.OfApplicantAsync(PlanningOffice.Secretary, file, default));
        Assert.Empty(await WaitingAsync(office, holder)); // what was not mailed is not mailed then
        Assert.IsType<NoDeathNoted>(await deaths.RecordAsync(PlanningOffice.Secretary, number, null, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_no_silence_that_cancels_and_the_secretariat_closes_the_file_for_the_family(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new RequestInformation([new(new(Guid.NewGuid()), "Un contrat ?")]));
        var desk = office.Get<FileDesk>();
        Assert.IsType<NoDeathNoted>(await desk.CloseAfterDeathAsync(PlanningOffice.Secretary, file, default)); // the living withdraw themselves
        Assert.Null(await office.Get<RegisterDeaths>().RecordAsync(PlanningOffice.Secretary, (await AnApplicant.ReadAsync(office, file)).File.Number, BrusselsDay(office), default));
        var watch = ActivatorUtilities.CreateInstance<WatchApplications>(office.Services);
        for (var day = 1; day <= 31; day++) // the living are reminded twice on the way, and cancelled on the last of these days
        {
            office.Clock.Advance(TimeSpan.FromDays(1));
            await watch.RunAsync(default);
        }
        Assert.Equal(FileState.AwaitingInformation, (await AnApplicant.ReadAsync(office, file)).File.State);

        Assert.Null(await desk.CloseAfterDeathAsync(PlanningOffice.Secretary, file, default));

        Assert.Equal(FileState.Withdrawn, (await AnApplicant.ReadAsync(office, file)).File.State);
        Assert.NotNull(await desk.CloseAfterDeathAsync(PlanningOffice.Secretary, file, default)); // once
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task May_lie_between_sending_in_and_the_decision_and_not_before(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (_, _, file, room) = await DecidedAsync(office);
        InAChamber.ComesToStand(office, room);
        var sheet = await AnApplicant.ReadAsync(office, file);
        var sentIn = sheet.File.SubmittedAt!.Value.DayInBrussels();
        var deaths = office.Get<RegisterDeaths>();

        Assert.IsType<DeathBeforeAttestation>(await deaths.RecordAsync(PlanningOffice.Secretary, sheet.File.Number, sentIn.AddDays(-1), default));
        Assert.Null(await deaths.RecordAsync(PlanningOffice.Secretary, sheet.File.Number, sentIn, default));
    }

    [Theory, OnSqlite, OnPostgres] // an applicant who was granted nothing, too
    public async Task Sends_the_letter_to_the_family_by_post_and_neither_by_mail_nor_by_eBox(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        office.Ebox.IsThere = true;
        var decided = await ADecidedFile.InAsync(office);
        var died = BrusselsDay(office);
        Assert.Null(await office.Get<RegisterDeaths>().RecordAsync(PlanningOffice.Secretary, (await AnApplicant.ReadAsync(office, decided.File)).File.Number, died, default));
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        Assert.Equal(new LettersSent(1, 0), await decided.Letters.SendAsync(PlanningOffice.Secretary, decided.Meeting, null, default));
        // Printed, so that the eBox could have it.
        var paper = Assert.IsType<Result<App.Meetings.Paper>.Ok>(await office.Get<App.Papers.PaperFiles>().KeepAsync("letter.pdf", new MemoryStream(AnApplicant.Pdf), default)).Value;
        await office.DoAsync(db => db.Set<Ruling>().Where(r => r.Id == decided.Ruling).ExecuteUpdate(set => set.SetProperty(r => r.PaperId, paper.Id)));
        await ActivatorUtilities.CreateInstance<DeliverLetters>(office.Services).RunAsync(default);

        Assert.Empty(office.Ebox.Letters);
        Assert.Empty(await WaitingAsync(office, App.Access.SignedInPerson.Of(decided.Applicant)!.Id));
        var line = Assert.Single(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default));
        Assert.Equal((decided.Ruling, died), (line.Id, line.DiedOn));
        Assert.Null(await office.Get<PostDesk>().PostAsync(PlanningOffice.Secretary, [line.Id], died, default));
        Assert.Empty(await office.Get<PostDesk>().ReadAsync(PlanningOffice.Secretary, default));
    }

    [Fact]
    public async Task Ends_the_reminders()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, holder) = await AnApplicant.ArriveAsync(office);
        var today = BrusselsDay(office);
        await office.DoAsync(db => db.AddHeld(AHolder.Of(holder, "plus", today.AddYears(-4), today.AddMonths(6), "2022-A-000042")));
        Assert.Null(await office.Get<RegisterDeaths>().RecordAsync(PlanningOffice.Secretary, "2022-A-000042", today, default));

        await ActivatorUtilities.CreateInstance<WatchAttestations>(office.Services).RunAsync(default);

        Assert.Empty(await WaitingAsync(office, holder));
    }

    private static DateOnly BrusselsDay(PlanningOffice office) => App.Languages.BrusselsTime.DayInBrussels(office.Clock.GetUtcNow());

    private static async Task<(ClaimsPrincipal Who, PersonId Holder, FileId File, MeetingRoom Room)> DecidedAsync(PlanningOffice office)
    {
        var (who, holder) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        await office.DoAsync(db => db.Set<OutgoingMail>().RemoveRange(db.Set<OutgoingMail>())); // what came before is not what this is about
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        return (who, holder, file, room);
    }

    private static async Task<List<OutgoingMail>> WaitingAsync(PlanningOffice office, PersonId person)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.PersonId == person && m.SentAt == null && m.CancelledAt == null).ToListAsync();
    }

    private static async Task<bool> IsActiveAsync(PlanningOffice office, PersonId person)
    {
        await using var db = office.Databases.CreateDbContext();
        return (await db.Persons.AsNoTracking().SingleAsync(p => p.Id == person)).IsActive;
    }
}
