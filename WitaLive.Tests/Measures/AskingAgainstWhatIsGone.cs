using Microsoft.EntityFrameworkCore;
using WitaLive.App.Applications;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Measures;

/// <summary>A measure is asked for against what stands; what was granted and taken back leaves nobody under one.</summary>
public class AskingAgainstWhatIsGone
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Waits_until_the_decision_that_granted_it_stands(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, _) = await AnApplicant.ArriveAsync(office);
        var file = await AnApplicant.SubmitAsync(office, who);
        await AnApplicant.DoAsync(office, file, new DeclareComplete());
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);
        await InAChamber.VoteAsync(room);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        var granted = Assert.Single(await AnApplicationOnItsWay.AttestationsAsync(office)).Id;

        Assert.Equal(new DecisionCanBeUndone(10), (await AskAsync(office, granted) as Result<FileId>.Refused)?.Why);
        Assert.Equal(new DecisionCanBeUndone(10), (await office.Get<MeasureReading>().FormAsync(PlanningOffice.Secretary, FileKind.Suspension, granted, default))!.Thing.WhyNot);
        Assert.Empty(await office.Get<MeasureReading>().MineAsync(who, default));
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        Assert.IsType<NoSuchThing>((await AskAsync(office, granted) as Result<FileId>.Refused)?.Why);

        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        InAChamber.ComesToStand(office, room);
        var again = Assert.Single(await AnApplicationOnItsWay.AttestationsAsync(office)).Id;
        Assert.Equal(new RequestedTooEarly(new(2027, 1, 5)), (await AskAsync(office, again) as Result<FileId>.Refused)?.Why); // before it was granted
        Assert.IsType<Result<FileId>.Ok>(await AskAsync(office, again, new(2027, 1, 5)));
    }

    [Fact]
    public async Task Names_no_day_before_there_were_rules_for_it_and_nothing_that_nobody_chose()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));

        Assert.Equal(new RequestedTooEarly(new(2024, 1, 1)), (await AskAsync(office, attestation.Id, new(1900, 1, 1)) as Result<FileId>.Refused)?.Why);
        Assert.Equal(new RequestedTooEarly(new(2024, 1, 1)), (await AskAsync(office, attestation.Id, new(2023, 12, 31)) as Result<FileId>.Refused)?.Why);
        Assert.IsType<RequesterNotChosen>((await AskAsync(office, attestation.Id, requester: "") as Result<FileId>.Refused)?.Why);
        Assert.IsType<RequesterNotChosen>((await AskAsync(office, attestation.Id, ground: "") as Result<FileId>.Refused)?.Why);
        Assert.IsType<Result<FileId>.Ok>(await AskAsync(office, attestation.Id, new(2024, 1, 1)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Holds_nobody_up_and_can_be_read_and_closed(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var attestation = AHolder.Of(id, "plus", new(2023, 1, 1), new(2027, 12, 31));
        await office.DoAsync(db => db.Add(attestation));
        await AnApplicant.FillAsync(office.Services, who);
        var file = Assert.IsType<Result<FileId>.Ok>(await AskAsync(office, attestation.Id)).Value;
        var desk = office.Get<MeasureDesk>();
        Assert.IsType<ApplicationIsElsewhere>(await desk.DoAsync(PlanningOffice.Secretary, file, new CloseMeasure(), default)); // what it is against is there
        Assert.IsType<AttestationIsExamined>(await ApplyAsync());

        await using (var db = office.Databases.CreateDbContext())
        {
            await db.Set<Attestation>().Where(a => a.Id == attestation.Id).ExecuteDeleteAsync();
        }

        var sheet = (await office.Get<MeasureReading>().ReadAsync(PlanningOffice.Secretary, file, default))!;
        Assert.Equal((true, "Ysaline Grosdent"), (sheet.Thing.IsGone, sheet.Thing.Holder));
        Assert.NotNull(await office.Get<MeasureReading>().ReadOwnAsync(who, file, default));
        Assert.Null(await ApplyAsync()); // nothing of theirs is examined
        Assert.Null(await desk.DoAsync(PlanningOffice.Secretary, file, new CloseMeasure(), default));
        Assert.Equal(FileState.Withdrawn, (await office.Get<MeasureReading>().ReadAsync(PlanningOffice.Secretary, file, default))!.File.State);

        async Task<Refusal?> ApplyAsync() => (await office.Get<ApplicationDesk>().SubmitAsync(who, default) as Result<FileId>.Refused)?.Why;
    }

    private static Task<Result<FileId>> AskAsync(PlanningOffice office, Guid attestation, DateOnly? on = null, string requester = "onss", string ground = "abuse") =>
        office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, attestation, new MeasureSought(FileKind.Suspension, requester, ground, "Un contrat qui n'a jamais existé.", on ?? new(2026, 11, 20)), "fr", default);
}
