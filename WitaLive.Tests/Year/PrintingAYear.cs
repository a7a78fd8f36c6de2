using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Mail;
using WitaLive.App.Printing;
using WitaLive.App.Year;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Reports;

namespace WitaLive.Tests.Year;

public class PrintingAYear(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium, Need.Pdf)]
    public async Task Gives_a_sound_tagged_file_in_which_no_number_is_broken()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<AnnualReportDesk>();
        await AnApplicant.SubmitAsync(office, (await AnApplicant.ArriveAsync(office)).Who);
        Assert.Null(await desk.SaveAsync(PlanningOffice.Secretary, 2026, "foreword", "fr", 0, "# Une année\n\n**chargée** et *longue*, =1+1 \u202Eעברית\u202C", default));
        var report = await desk.ReadAsync(PlanningOffice.Secretary, 2026, default);
        var figures = await office.Get<YearReading>().ReadAsync(PlanningOffice.Secretary, FigurePeriod.OfYear(2026), default);

        var file = Path.Combine(Directory.CreateTempSubdirectory("witalive-pdf-").FullName, "year.pdf");
        await using (var paper = await ReceiverLanguage.Run("fr", () => App.Services.GetRequiredService<PaperPrinter>().PrintAsync<AnnualReportPaper>(
            new() { [nameof(AnnualReportPaper.Report)] = report, [nameof(AnnualReportPaper.Figures)] = figures }, default)))
        await using (var written = File.Create(file))
            await paper.CopyToAsync(written);

        await PdfCheck.IsSoundAsync(file, ["H1", "H2", "H3", "Table", "TH", "TD"]);
        var text = await PdfCheck.RunAsync("/usr/bin/pdftotext", "-layout", file, "-");
        Assert.Contains("Rapport d’activité 2026", text, StringComparison.Ordinal);
        Assert.Contains("=1+1", text, StringComparison.Ordinal);
        Assert.Matches(@"En attente d’une décision\s+1\s+100,0\s%", text);
        Assert.DoesNotMatch(@"(?m)^\s*%|\d,\s*$", text);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
