using WitaLive.App.Fees;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Fees;

public class CountingFees
{
    private static readonly Quarter s_quarter = new(2026, 4);

    [Theory, OnSqlite, OnPostgres]
    public async Task Comes_out_the_same_by_person_and_by_meeting(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var chamber = await office.ChamberAsync();
        var late = chamber.VotingSeats.Last(s => s.Group == new GroupCode("experts") && s.Effective!.Id != chamber.Chair!.Id);
        await office.HoldAsync("2026-12-08", 95);
        await office.HoldAsync("2026-12-15", 59);
        await office.HoldAsync("2026-12-22", 60, late.Id);
        await office.HoldAsync("2027-01-12", 120);

        var (_, fees, _, index) = await office.Get<FeeDesk>().ReadAsync(PlanningOffice.Secretary, s_quarter, default);

        Assert.Equal((3, 1), (fees.Sessions, fees.TooShort));
        Assert.Equal((5 + 4, 9 * 150m), (fees.Fees, fees.Base)); // six seats without the administration, then without one expert
        Assert.True(fees.IsBalanced);
        Assert.Equal(new FeeControl(9, 1350m, 0, 0m), fees.Control);
        Assert.Null(index);
        Assert.Null(fees.Amount); // the index of 2026 is not known, and nothing is guessed
        Assert.Equal(150m, fees.Statements.Single(s => s.Person.Id == late.Effective!.Id).Base);
        Assert.Equal(5, (await office.Get<FeeDesk>().ReadAsync(PlanningOffice.Secretary, s_quarter.After, default)).Counted.Fees);
    }

    [Fact]
    public async Task Shows_everyone_their_own_and_only_the_secretariat_all()
    {
        await using var office = await PlanningOffice.OnAsync();
        await office.HoldAsync("2026-12-08", 95);
        var chamber = await office.ChamberAsync();
        var administration = chamber.VotingSeats.First(s => s.Group == new GroupCode("administrations")).Effective!;
        var desk = office.Get<FeeDesk>();

        Assert.Equal(150m, (await desk.OwnAsync(Who.With(chamber.Chair!.Id), s_quarter, default)).Own!.Base);
        Assert.Null((await desk.OwnAsync(Who.With(administration.Id), s_quarter, default)).Own);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReadAsync(Who.With(chamber.Chair.Id), s_quarter, default));
    }

    [Fact]
    public async Task Goes_into_a_workbook_with_its_control_total()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("fr");
        await using var office = await PlanningOffice.OnAsync();
        await office.HoldAsync("2026-12-08", 95);
        var fees = await office.Get<FeeDesk>().ReadAsync(PlanningOffice.Secretary, s_quarter, default);

        var file = Sheets.Written(workbook => office.Get<FeeWorkbook>().Write(fees, workbook));

        var rows = Sheets.Rows(file, "Personne", "Nombre de jetons", "Aux montants de base");
        Assert.Equal(fees.Counted.Statements.Length + 2, rows.Count);
        Assert.Equal(["150", "1"], [rows[0]["Aux montants de base"].Text, rows[0]["Nombre de jetons"].Text]);
        Assert.Equal(("Total général", "750"), (rows[^2]["Personne"].Text, rows[^2]["Aux montants de base"].Text));
        Assert.Equal(("Contrôle", "750"), (rows[^1]["Personne"].Text, rows[^1]["Aux montants de base"].Text));
    }

    [Theory]
    [InlineData(2026, 4, "2026-10-01", "2026-12-31")]
    [InlineData(2028, 1, "2028-01-01", "2028-03-31")]
    [InlineData(2026, 2, "2026-04-01", "2026-06-30")]
    public void Knows_the_days_of_a_quarter(int year, int number, string from, string until)
    {
        var quarter = new Quarter(year, number);

        Assert.Equal((from, until), (quarter.From.ToString("O", CultureInfo.InvariantCulture), quarter.Until.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal(quarter, Quarter.Of(quarter.Until));
        Assert.Equal(quarter, quarter.Before.After);
        Assert.Null(Quarter.Of(year, 5));
    }
}
