using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Files;
using WitaLive.App.Measures;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Attestations;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Measures;

/// <summary>Royal decree, art. 15 § 2 and 19: what was annulled never existed, so it took nothing's place.</summary>
public class AnnullingWhatReplacedAnother
{
    private static readonly DateOnly s_ended = new(2026, 2, 28);

    private static readonly DateOnly s_first = new(2028, 12, 31);

    [Theory, OnSqlite, OnPostgres]
    public async Task Gives_the_former_one_its_days_back_and_an_undo_takes_them_again(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        var (former, latter) = Replaced(id);
        await office.DoAsync(db => db.AddRange(former, latter));
        var sought = new MeasureSought(FileKind.Suspension, "onss", "falseEvidence", "Un faux contrat.", new(2026, 11, 20));
        var file = Assert.IsType<Result<FileId>.Ok>(await office.Get<MeasureRequests>().RequestAsync(PlanningOffice.Secretary, latter.Id, sought, "fr", default)).Value;
        Assert.Null(await office.Get<FileDesk>().DoOwnAsync(who, file, new ConfirmHearing(), default));
        await office.Get<FileDesk>().RouteAsync(PlanningOffice.Secretary, [file], default);
        var (_, room) = await InAChamber.SitAsync(office, file);

        await InAChamber.VoteAsync(room, MeasureRule.Annulment);
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        Assert.Equal(s_first, await UntilAsync(office, former));
        Assert.Equal((Standing.Over, Standing.Valid), await ToldAsync()); // the chair can still take it back
        await InAChamber.DoAsync(room, new UndoConclusion(room.Meeting.Items[0].Id));
        Assert.Equal(s_ended, await UntilAsync(office, former));
        await InAChamber.DoAsync(room, room.Meeting.ByRule(room.Meeting.Items[0].Id)!);
        InAChamber.ComesToStand(office, room);
        Assert.Equal((Standing.Valid, Standing.Annulled), await ToldAsync());

        async Task<(Standing, Standing)> ToldAsync()
        {
            var held = (await office.Get<AttestationReading>().MineAsync(who, default)).ToDictionary(sheet => sheet.Attestation.Id, sheet => sheet.Standing);
            return (held[former.Id], held[latter.Id]);
        }
    }

    [Theory]
    [InlineData("suspension", "2026-02-28")]
    [InlineData("annulment", "2028-12-31")]
    [InlineData(null, "2026-02-28")]
    public async Task Is_nothing_that_a_suspension_does(string? outcome, string until)
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, id) = await AnApplicant.ArriveAsync(office);
        var (former, latter) = Replaced(id);
        await office.DoAsync(db => db.AddRange(former, latter));

        await PutAsync(office, latter, outcome);

        Assert.Equal(DateOnly.ParseExact(until, "yyyy-MM-dd", null), await UntilAsync(office, former));
    }

    [Fact]
    public async Task Gives_back_no_day_on_which_a_third_one_runs()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (_, id) = await AnApplicant.ArriveAsync(office);
        var (former, latter) = Replaced(id);
        await office.DoAsync(db => db.AddRange(former, latter, AHolder.Of(id, "plus", new(2026, 9, 1), new(2031, 8, 31), "2026-A-000009")));

        await PutAsync(office, latter, MeasureRule.Annulment);

        Assert.Equal(new DateOnly(2026, 8, 31), await UntilAsync(office, former));
    }

    private static (Attestation Former, Attestation Latter) Replaced(PersonId holder)
    {
        var former = AHolder.Of(holder, "ordinary", new(2024, 1, 1), s_ended);
        former.UntilBefore = s_first;
        return (former, new()
        {
            Id = Guid.CreateVersion7(), FileId = new(Guid.NewGuid()), Number = "2026-A-000001", Code = CheckCode.New(), HolderId = holder, Holder = "Ysaline Grosdent",
            Type = "plus", DecidedOn = new(2026, 3, 1), From = new(2026, 3, 1), Until = new(2031, 2, 28), PreviousId = former.Id,
        });
    }

    private static async Task PutAsync(PlanningOffice office, Attestation attestation, string? outcome)
    {
        await using var db = office.Databases.CreateDbContext();
        await office.Get<IEnumerable<IMeasureSubject>>().OfType<AttestationSanctions>().Single().PutAsync(db, attestation.Id, outcome is null ? null : new Sanction(outcome, new(2026, 11, 1), null), default);
        await db.SaveChangesAsync();
    }

    private static async Task<DateOnly> UntilAsync(PlanningOffice office, Attestation attestation)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<Attestation>().Where(a => a.Id == attestation.Id).Select(a => a.Until).SingleAsync();
    }
}
