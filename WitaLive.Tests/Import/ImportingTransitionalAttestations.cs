using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Import;
using WitaLive.App.Year;
using WitaLive.Domain.Attestations;
using WitaLive.Tests.Access;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Import;

public class ImportingTransitionalAttestations
{
    private const string Headings = "Numéro de l’attestation;Prénom;Nom;E-mail;Type d’attestation;Valable à partir du;Valable jusqu’au\r\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task Enters_them_into_the_register_once_and_they_circulate_without_having_been_delivered(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (who, id) = await AnApplicant.ArriveAsync(office);
        await using var db = office.Databases.CreateDbContext();
        var address = (await db.Persons.SingleAsync(p => p.Id == id)).Email;
        using var sheet = Csv($"V-1;Camille;Exemple;;ordinaire;01/01/2024;31/12/2026\r\nS-1;Ysaline;Grosdent;{address};plus;01/01/2024;31/12/2028\r\nV-2;Dominique;Fini;;ordinaire;01/01/2024;31/10/2026\r\n");

        Assert.False((await Import(office).CheckAsync(PlanningOffice.Secretary, sheet, null, default)).Value().IsWritten);
        Assert.True((await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value().IsWritten);
        var again = (await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value();

        Assert.Equal([(2, "NumberKnown"), (3, "NumberKnown"), (4, "NumberKnown")], again.Problems.Select(problem => (problem.Row, problem.Key)));
        Assert.Equal(3, (await office.Get<RegisterList>().ReadAsync(PlanningOffice.Secretary, new(), default)).Total);
        var mine = Assert.Single(await office.Get<AttestationReading>().MineAsync(who, default));
        Assert.Equal(("S-1", Standing.Valid, true), (mine.Attestation.Number, mine.Standing, mine.Attestation.IsTransitional));
        Assert.True((await office.Get<AttestationReading>().CheckAsync(mine.Attestation.Code, default))!.IsValid);
        var report = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, FigurePeriod.OfYear(2026) with { On = new(2026, 12, 1) }, default);
        Assert.Equal((0, 2, 1, 1), (report[FigureKind.Granted], report[FigureKind.Circulation], report[FigureKind.Circulation, "plus"], report[FigureKind.Circulation, "ordinary"]));
    }

    [Fact]
    public async Task Names_each_faulty_cell_and_is_for_the_secretariat()
    {
        await using var office = await PlanningOffice.OnAsync();
        using var sheet = Csv("V-1;Camille;Exemple;;starter;01/01/2024;31/12/2026\r\nV-2;;Exemple;;plus;01/01/2024;31/12/2023\r\nV-3;A;B;;plus;01/01/2024;31/12/2028\r\nV-3;A;B;;plus;01/01/2024;31/12/2028\r\nV-4;A;B;nobody;plus;01/01/0024;31/12/20268\r\n");

        var shown = (await Import(office).CarryOutAsync(PlanningOffice.Secretary, sheet, null, default)).Value();

        Assert.Equal("2 AttestationType NotInList, 3 GivenName Missing, 3 ValidUntil EndsBeforeStart, 5 Number NumberTwice, 6 Email NotAnAddress, 6 ValidFrom YearImpossible, 6 ValidUntil NotADay", string.Join(", ", shown.Problems.Select(p => $"{p.Row} {p.Column} {p.Key}")));
        Assert.Equal((false, 1, "V-3 · A B"), (shown.IsWritten, shown.Counts.Single().Count, Assert.Single(shown.Lines).Name)); // what has a fault is not counted
        Assert.IsType<ImportNotAllowed>((await Import(office).CarryOutAsync(Who.With(Roles.Administrator), sheet, null, default)).Why());
    }

    private static TransitionalImport Import(PlanningOffice office) => ActivatorUtilities.CreateInstance<TransitionalImport>(office.Services);

    private static MemoryStream Csv(string rows) => new(Encoding.UTF8.GetBytes(Headings + rows));
}
