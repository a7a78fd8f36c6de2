using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Reports;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Exports;

/// <summary>Whatever address gives a workbook: another program reads in it what was written, text by text.</summary>
public sealed class EveryWorkbook
{
    [FactNeeding(Need.LibreOffice)]
    public async Task Is_read_by_another_program_as_it_was_written()
    {
        await using var app = await RunningApp.StartAsync();
        var held = await SweptMandates.HoldAsync(app.Services, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-30));
        using var browser = new HttpClient { BaseAddress = app.Address };
        await AtTheReport.SignInAsync(browser, "Bram Haeseldonckx");
        var addresses = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => route.EndsWith(".xlsx", StringComparison.Ordinal)).Select(route => route.Replace("{id:guid}", $"{held.Meeting}", StringComparison.Ordinal))
            .Select(route => route == "fees.xlsx" ? $"{route}?{held.Quarter}" : route).Distinct().ToList();
        Assert.Contains("year.xlsx", addresses);
        Assert.Contains($"meetings/{held.Meeting}/report.xlsx", addresses);

        var files = new List<MemoryStream>();
        foreach (var address in addresses)
            files.Add(new(await browser.GetByteArrayAsync(new Uri(address, UriKind.Relative))));
        foreach (var (address, file, read) in addresses.Zip(files, LibreOffice.Sheets(files)))
        {
            file.Position = 0;
            Assert.Equal((address, Texts(file)), (address, Texts(file, read)));
        }
    }

    // Every text with its place, in all sheets: «Sheet!B2: text».
    private static string Texts(Stream workbook, Dictionary<string, string>? asRead = null)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        var book = document.WorkbookPart!;
        List<string> texts = [];
        foreach (var sheet in book.Workbook!.Sheets!.Elements<Sheet>())
        {
            var lines = asRead is null ? null : LibreOffice.Fields(asRead[sheet.Name!]);
            foreach (var cell in ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet!.Descendants<Cell>().Where(cell => cell.DataType?.Value == CellValues.InlineString))
            {
                var place = cell.CellReference!.Value!;
                var letters = place.TrimEnd([.. "0123456789"]);
                var (row, column) = (int.Parse(place[letters.Length..], CultureInfo.InvariantCulture) - 1, letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1);
                texts.Add($"{sheet.Name}!{place}: {(lines is null ? cell.InnerText : lines[row][column])}");
            }
        }
        Assert.NotEmpty(texts);
        return string.Join('\n', texts);
    }
}
