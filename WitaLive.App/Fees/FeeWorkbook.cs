using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Fees;

/// <summary>The statements of a quarter as a spreadsheet: one line a person, one line a fee, one line a journey, and what they were counted with.</summary>
public sealed class FeeWorkbook(SeatWords words, Names names, IStringLocalizer<FeeTexts> texts)
{
    public string NameOf(Quarter quarter) => $"{texts["FileName"].Value}-{quarter.Year}-Q{quarter.Number}.xlsx";

    public void Write(QuarterOfFees fees, WorkbookWriter workbook)
    {
        var title = texts["WorkbookTitle", fees.Quarter.Number, fees.Quarter.Year];
        Write(fees.Counted, title, workbook);
        WriteBasis(fees, title, workbook);
    }

    /// <summary>Statements, fees and journeys, as sheets of a workbook that may have others.</summary>
    /// <param name="title">Printed above each page.</param>
    public void Write(CountedFees fees, string title, WorkbookWriter workbook)
    {
        WriteStatements(fees, title, workbook);
        WriteLines(fees, title, workbook);
        WriteTravel(fees, title, workbook);
    }

    /// <summary>Group of a seat, or office.</summary>
    public string QualityOf(FeeLine line) => line.Fee.Role is { } role ? words.Office(role) : words.Group(line.Fee.Group!.Value);

    /// <summary>How somebody came.</summary>
    public string MeansOf(TravelLine line) => line.Means is { } means ? names.Of($"travel.{means.Code}") : line.Claim.Means;

    private void WriteStatements(CountedFees fees, string title, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(title, "Statements", ("Person", 34), ("Quality", 42), ("Count", 14), ("BaseSum", 18), ("IndexedSum", 18), ("Travel", 18), ("Due", 18)));
        foreach (var statement in fees.Statements)
            sheet.Add(
                Cell.Text($"{statement.Person.FamilyName}, {statement.Person.GivenName}"),
                Cell.Text(string.Join(", ", statement.Lines.Select(QualityOf).Distinct())),
                Cell.Whole(statement.Lines.Length), Cell.Number(statement.Base), Amount(statement.Amount), Travel(statement.TravelAmount), Due(statement.Due));
        sheet.Add(Cell.Strong(texts["Total"]), Cell.Empty, Cell.Whole(fees.Fees), Cell.Number(fees.Base), Amount(fees.Amount), Travel(fees.TravelAmount), Due(fees.Due));
        sheet.Add(Cell.Strong(texts["Control"]), Cell.Text(texts[fees.IsBalanced ? "Balanced" : "NotBalanced"]), Cell.Whole(fees.Control.Fees), Cell.Number(fees.Control.Base), Cell.Empty, Cell.Number(fees.Control.Travel), Cell.Empty);
    }

    private void WriteLines(CountedFees fees, string title, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(
            title, "Lines", ("Person", 34), ("Quality", 42), ("Day", 14), ("Meeting", 34), ("Minutes", 12), ("BaseAmount", 18), ("IndexedAmount", 18), ("CededBy", 30)));
        foreach (var line in fees.Statements.SelectMany(s => s.Lines))
            sheet.Add(
                Cell.Text($"{line.Person.FamilyName}, {line.Person.GivenName}"), Cell.Text(QualityOf(line)), Cell.Day(line.StartsAt.DayInBrussels()),
                Cell.Text(words.Chamber(line.Chamber)), Cell.Whole(line.Fee.Minutes), Cell.Number(line.Base), Amount(line.Amount), Cell.Text(line.CededBy));
    }

    private void WriteTravel(CountedFees fees, string title, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(
            title, "Travel", ("Person", 34), ("Day", 14), ("Meeting", 34), ("Means", 26), ("Kilometres", 14), ("Rate", 18), ("PaidBack", 18), ("SignedOn", 20)));
        foreach (var line in fees.Statements.SelectMany(s => s.Travel))
        {
            var (day, byKilometre) = (line.StartsAt.DayInBrussels(), line.Means is { ByKilometre: true });
            sheet.Add(
                Cell.Text($"{line.Person.FamilyName}, {line.Person.GivenName}"), Cell.Day(day), Cell.Text(words.Chamber(line.Chamber)), Cell.Text(MeansOf(line)),
                byKilometre ? Cell.Number(line.Claim.Quantity) : Cell.Empty,
                byKilometre && line.Means!.RateOn(day) is { } rate ? Cell.Rate(rate) : Cell.Empty,
                Travel(line.Amount), Cell.Instant(line.SignedAt));
        }
    }

    private void WriteBasis(QuarterOfFees fees, string title, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(title, "Basis", ("What", 60), ("Value", 30)));
        sheet.Add(Cell.Text(texts["SessionsOver"]), Cell.Whole(fees.Counted.Sessions));
        sheet.Add(Cell.Text(texts["SessionsShort", fees.Rule.SessionMinutes]), Cell.Whole(fees.Counted.TooShort));
        foreach (var (group, amount) in fees.Rule.Groups.OrderBy(g => g.Key.Value, StringComparer.Ordinal))
            sheet.Add(Cell.Text(words.Group(group)), Cell.Number(amount));
        foreach (var (office, amount) in fees.Rule.Offices.OrderBy(o => o.Key.Value, StringComparer.Ordinal))
            sheet.Add(Cell.Text(words.Office(office)), Cell.Number(amount));
        sheet.Add(Cell.Text(texts["IndexOf", fees.Quarter.Year, FeeWords.Month(fees.Rule.IndexBase)]), fees.Index is { } index ? Cell.Rate(index) : Cell.Text(texts["IndexUnknown"]));
    }

    private Cell Travel(decimal? amount) => amount is { } known ? Cell.Number(known) : Cell.Text(texts["RateUnknown"]);

    private Cell Due(decimal? amount) => amount is { } known ? Cell.Number(known) : Cell.Text(texts["DueOpen"]);

    private Cell Amount(decimal? amount) => amount is { } known ? Cell.Number(known) : Cell.Text(texts["IndexUnknown"]);

    private SheetLayout Layout(string title, string key, params (string Heading, double Width)[] columns) =>
        new(texts[$"Sheet{key}"], [.. columns.Select(c => new Column(texts[$"Column{c.Heading}"], c.Width))])
        {
            Title = title,
        };
}
