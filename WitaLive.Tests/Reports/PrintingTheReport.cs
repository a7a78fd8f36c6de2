using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Printing;
using WitaLive.App.Reports;
using WitaLive.Domain.Reports;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Data;
using WitaLive.Tests.Minutes;

namespace WitaLive.Tests.Reports;

public class PrintingTheReport(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium, Need.Pdf)]
    public async Task Gives_a_sound_tagged_file_in_both_languages()
    {
        await using var databases = await Databases.OnAsync(Engine.Sqlite);
        await using var story = new AReport(databases);
        await Stories.EnlargedAsync(story);
        var facts = await story.ReadAsync();
        var (composer, printer) = (App.Services.GetRequiredService<ReportComposer>(), App.Services.GetRequiredService<PaperPrinter>());
        var sheet = new ReportSheet(facts, composer.Compose(facts), new ReportProgress(facts.Meeting.EndedAt, null, false, false), null, [], null)
        {
            Remarks = [new(Guid.NewGuid(), null, "=1+1 <b>gras</b> \u202Eעברית\u202C", false)],
        };

        var file = Path.Combine(Directory.CreateTempSubdirectory("witalive-pdf-").FullName, "report.pdf");
        await using (var paper = await printer.PrintAsync<ReportPaper>(new() { [nameof(ReportPaper.Sheet)] = sheet }, default))
        await using (var written = File.Create(file))
            await paper.CopyToAsync(written);

        await PdfCheck.IsSoundAsync(file, ["H1", "H2", "H3", "H4", "Table", "TH", "TD", "L", "LI"]);
        var text = await PdfCheck.RunAsync("/usr/bin/pdftotext", "-layout", file, "-");
        Assert.Contains("=1+1 <b>gras</b>", text, StringComparison.Ordinal);
        Assert.All(sheet.Documents, document => Assert.Contains(document["HeadAttendance"], text, StringComparison.Ordinal));
        Assert.Contains("3/5", text, StringComparison.Ordinal);
        if (Visitor.WantsPictures)
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(Guards.Repository.Root, "TestResults", "reports")).FullName, "report.pdf"), overwrite: true);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
