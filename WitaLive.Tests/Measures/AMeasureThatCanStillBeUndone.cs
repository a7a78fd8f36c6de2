using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Amateurs;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Meetings;
using WitaLive.App.Profiles;
using WitaLive.Domain;
using WitaLive.Domain.Amateurs;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Measures;

/// <summary>Whom a measure concerns learns nothing of it, neither from what they read nor from what they may do, while the chair can take it back.</summary>
public class AMeasureThatCanStillBeUndone
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Leaves_the_profile_and_what_its_holder_may_do_as_they_were_and_so_does_one_that_is_lifted(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, attestation) = await HolderAsync(office, id => AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31)));
        var file = await AskAsync(office, who, FileKind.Suspension, attestation.Id);
        Assert.Equal(("plus", "AttestationIsExamined", "NothingToAppeal"), await ToldAsync());

        var room = await CarryAsync(office, file, MeasureRule.Annulment);
        Assert.Equal(("plus", "AttestationIsExamined", "NothingToAppeal"), await ToldAsync());
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        Assert.Equal(("plus", "AttestationIsExamined", "NothingToAppeal"), await ToldAsync());
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        office.Clock.Advance(room.Meeting.Plan!.UndoFor); // the last moment
        Assert.Equal(("plus", "AttestationIsExamined", "NothingToAppeal"), await ToldAsync());
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty((await office.Get<ProfileDesk>().ReadAsync(who, default)).Held);
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, file, new NotifyDecision(new(2027, 1, 5), new(2028, 1, 5)), default));
        Assert.Equal(("", "BannedFromApplying", null), await ToldAsync());

        var appeal = (await office.Get<MeasureReading>().MineAsync(who, default)).Single(one => one.AppealOfId == file).Id;
        Assert.Null(await office.Get<MeasureDesk>().DoAsync(PlanningOffice.Secretary, appeal, new DeclareComplete(), default));
        var second = await office.ChamberAsync(number: 2);
        room = await CarryAsync(office, appeal, "noMeasure", form => (form.Chamber, form.Day) = (second.Id.Value.ToString(), "2027-01-12"));
        Assert.Equal(("", "AttestationIsExamined", "AppealedAlready"), await ToldAsync());
        InAChamber.ComesToStand(office, room);
        Assert.Equal(("plus", null, "AppealedAlready"), await ToldAsync());

        // What of the attestation the profile knows, why no application comes in, and why no appeal.
        async Task<(string, string?, string?)> ToldAsync() => (
            string.Join(' ', (await office.Get<ProfileDesk>().ReadAsync(who, default)).Held),
            (await office.Get<ApplicationDesk>().SubmitAsync(who, default) as Result<FileId>.Refused)?.Why.Key,
            (await office.Get<AppealDesk>().AppealAsync(who, file, "Le contrat signé.", [], default) as Result<FileId>.Refused)?.Why.Key);
    }

    [Fact]
    public async Task Says_nothing_to_an_amateur_who_registers_again()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var desk = office.Get<AmateurDesk>();
        Assert.Null(await office.Get<ProfileDesk>().SetNationalNumberAsync(who, AnApplicant.Number, default));
        Assert.Null(await desk.RegisterAsync(who, default));
        var file = await AskAsync(office, who, FileKind.Amateur, (await desk.ReadAsync(who, null, default)).Registration!.Id);

        var room = await CarryAsync(office, file, MeasureRule.Annulment);

        Assert.Equal(Standing.Valid, (await desk.ReadAsync(who, null, default)).Standing);
        Assert.IsType<AlreadyRegistered>(await desk.RegisterAsync(who, default));
        InAChamber.ComesToStand(office, room);
        Assert.Equal(Standing.Annulled, (await desk.ReadAsync(who, null, default)).Standing);
        Assert.IsType<RegistrationBanIsOpen>(await desk.RegisterAsync(who, default));
    }

    // An annulment gives back to the one it had replaced the days it had lost: it ends soon, of which its holder hears when they hear of the annulment.
    [Theory, OnSqlite, OnPostgres]
    public async Task Has_no_reminder_written_of_what_it_would_give_back(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, former) = await HolderAsync(office, id => AHolder.Of(id, "ordinary", new(2022, 3, 1), new(2026, 2, 28)));
        var latter = new Attestation
        {
            Id = Guid.CreateVersion7(), FileId = new(Guid.NewGuid()), Number = "2026-A-000001", Code = CheckCode.New(), HolderId = former.HolderId, Holder = former.Holder,
            Type = "plus", DecidedOn = new(2026, 3, 1), From = new(2026, 3, 1), Until = new(2031, 2, 28), PreviousId = former.Id,
        };
        await office.DoAsync(db => db.Add(latter));
        await using (var db = office.Databases.CreateDbContext())
        {
            await db.Set<Attestation>().Where(a => a.Id == former.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.UntilBefore, new DateOnly(2027, 2, 28)));
        }
        var room = await CarryAsync(office, await AskAsync(office, who, FileKind.Suspension, latter.Id), MeasureRule.Annulment);
        var watch = ActivatorUtilities.CreateInstance<WatchAttestations>(office.Services);

        await watch.RunAsync(default);
        Assert.Empty(await MailsAsync());
        InAChamber.ComesToStand(office, room);
        await watch.RunAsync(default);
        Assert.Contains("28\u00a0février 2027", Assert.Single(await MailsAsync()).Text, StringComparison.Ordinal);

        async Task<List<OutgoingMail>> MailsAsync()
        {
            await using var db = office.Databases.CreateDbContext();
            return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Purpose == AttestationMails.Purpose).ToListAsync();
        }
    }

    private static async Task<(ClaimsPrincipal Who, Attestation Attestation)> HolderAsync(PlanningOffice office, Func<PersonId, Attestation> held)
    {
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = held(id);
        await office.DoAsync(db => db.Add(attestation));
        await AnApplicant.FillAsync(office.Services, who);
        return (who, attestation);
    }

    // Asked for, and ready for a chamber.
    private static async Task<FileId> AskAsync(PlanningOffice office, ClaimsPrincipal who, string kind, Guid thing)
    {
        var sought = new MeasureSought(kind, "onss", "abuse", "Un contrat qui n'a jamais existé.", new(2026, 11, 20));
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, thing, sought, "fr", default)).Value;
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ConfirmHearing(), default));
        return file;
    }

    private static async Task<MeetingRoom> CarryAsync(PlanningOffice office, FileId file, string outcome, Action<MeetingForm>? plan = null)
    {
        Assert.Equal([file], (await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default)).ToArray());
        var (_, room) = await InAChamber.SitAsync(office, file, plan);
        await InAChamber.VoteAsync(room, outcome);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        return room;
    }
}
