using WitaLive.App.Chambers;
using WitaLive.App.Fees;
using WitaLive.Domain;
using WitaLive.Domain.Sessions;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Fees;

public class ClaimingWithinAQuarter
{
    private static readonly Quarter s_quarter = new(2026, 4);

    [Theory, OnSqlite, OnPostgres]
    public async Task Leaves_the_fee_of_a_plenary_to_the_substitute_and_takes_it_back(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var seat = await SeatAsync(office);
        var (member, partner) = (Who.With(seat.Effective!.Id), seat.Substitute!.Id);
        var plenary = await office.HoldPlenaryAsync("2026-12-15", seat.Id);
        var claims = office.Get<FeeClaims>();
        var before = await FeesAsync(office);

        Assert.IsType<FeeNotCedable>(await claims.CedeAsync(Who.With(partner), plenary, "moi", default));
        Assert.Equal(partner, Assert.Single(await claims.ReadAsync(member, s_quarter, default)).Partner!.Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => claims.CedeAsync(member, plenary, "Je cède.", default))));

        Assert.All(answers, Assert.Null); // pressed three times, ceded once
        var ceded = await FeesAsync(office);
        Assert.DoesNotContain(ceded.Statements, s => s.Person.Id == seat.Effective.Id);
        var line = Assert.Single(ceded.Statements.Single(s => s.Person.Id == partner).Lines);
        Assert.Equal((150m, seat.Effective.FullName), (line.Base, line.CededBy));
        Assert.Equal((before.Fees, before.Base, true), (ceded.Fees, ceded.Base, ceded.IsBalanced));

        Assert.Null(await claims.KeepAsync(Who.With(partner), plenary, default)); // nothing of theirs to take back
        Assert.Contains((await FeesAsync(office)).Statements, s => s.Person.Id == partner);
        Assert.Null(await claims.KeepAsync(member, plenary, default));
        Assert.Equal(150m, (await FeesAsync(office)).Statements.Single(s => s.Person.Id == seat.Effective.Id).Base);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Adds_travel_costs_to_the_statement_and_to_the_control(Engine engine)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("fr");
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await office.HoldAsync("2026-12-08", 30); // too short for a fee, but one came
        var seat = await SeatAsync(office);
        var (member, claims) = (Who.With(seat.Effective!.Id), office.Get<FeeClaims>());

        Assert.IsType<TravelQuantityUnusable>(await claims.ClaimAsync(member, id, "publicTransport", 0, "rien", default));
        Assert.IsType<NoTravelPaidBack>(await claims.ClaimAsync(Who.With(seat.Substitute!.Id), id, "publicTransport", 5m, "absent", default));
        Assert.Null(await claims.ClaimAsync(member, id, "publicTransport", 99m, "trop", default));
        Assert.Null(await claims.ClaimAsync(member, id, "publicTransport", 12.60m, "Je déclare sur l’honneur.", default)); // in place of the first

        var fees = await FeesAsync(office);
        var statement = Assert.Single(fees.Statements);
        Assert.Equal((0, 12.60m, 12.60m), (statement.Lines.Length, statement.TravelAmount!.Value, statement.Due!.Value));
        Assert.Equal((new FeeControl(0, 0m, 1, 12.60m), true), (fees.Control, fees.IsBalanced));
        var quarter = await ReadAsync(office);
        var file = Sheets.Written(workbook => office.Get<FeeWorkbook>().Write(quarter, workbook));
        Assert.Equal("12.6", Sheets.Rows(file, "Personne", "À payer")[0]["À payer"].Text);
        Assert.Equal("Transports en commun", Sheets.Rows(file, "Moyen", "Remboursement")[0]["Moyen"].Text);

        Assert.Null(await claims.ClaimAsync(member, id, "car", 40m, "en voiture", default)); // no rate of December 2026 is known
        Assert.Equal((null, true), ((await FeesAsync(office)).Due, (await FeesAsync(office)).IsBalanced));
        Assert.Null(await claims.UnclaimAsync(member, id, default));
        Assert.Empty((await FeesAsync(office)).Statements);
    }

    [Fact]
    public async Task Ends_a_month_after_the_quarter_and_begins_when_a_meeting_is_over()
    {
        await using var office = await PlanningOffice.OnAsync();
        var member = Who.With((await SeatAsync(office)).Effective!.Id);
        var claims = office.Get<FeeClaims>();
        var ahead = await office.PlanAsync(points: 1, change: form => form.Day = "2027-02-16");
        Assert.IsType<MeetingIsNotOver>(await claims.ClaimAsync(member, ahead, "car", 10m, "déjà", default));
        Assert.IsType<MeetingIsNotOver>(await claims.CedeAsync(member, new(Guid.NewGuid()), "quoi ?", default));
        var id = await office.HoldAsync("2026-12-08", 95);

        office.Clock.Advance(new DateTimeOffset(2027, 1, 31, 22, 59, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        Assert.Null(await claims.ClaimAsync(member, id, "car", 10m, "juste à temps", default));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new ClaimsAreClosed(new(2027, 1, 31)), await claims.UnclaimAsync(member, id, default));
        Assert.False(Assert.Single(await claims.ReadAsync(member, s_quarter, default)).IsOpen);
    }

    private static async Task<CountedFees> FeesAsync(PlanningOffice office) => (await ReadAsync(office)).Counted;

    private static Task<QuarterOfFees> ReadAsync(PlanningOffice office) => office.Get<FeeDesk>().ReadAsync(PlanningOffice.Secretary, s_quarter, default);

    // An expert of restricted chamber 1 (FR) who does not preside.
    private static async Task<SeatOnDay> SeatAsync(PlanningOffice office)
    {
        var chamber = await office.ChamberAsync();
        return chamber.VotingSeats.First(s => s.Group == new GroupCode("experts") && s.Substitute is not null && s.Duo.All(p => p.Id != chamber.Chair!.Id && p.Id != chamber.SubstituteChair!.Id));
    }
}
