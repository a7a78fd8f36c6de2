using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Attestations;
using WitaLive.App.Printing;
using WitaLive.App.Rulings;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rulings;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Reports;

namespace WitaLive.Tests.Rulings;

public class PrintingALetter(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium, Need.Pdf)]
    public async Task Gives_a_sound_tagged_file_in_the_language_of_its_reader()
    {
        var facts = new RulingFacts(
            new(new(Guid.NewGuid()), "2026-A-000007", "application", "=Ysaline <b>Grosdent</b>", "Quai des Invisibles 3\n1000 Bruxelles", "de"), new(Guid.NewGuid()), new("restricted"),
            ImmutableSortedDictionary<string, string>.Empty.Add("nl", "Beperkte kamer").Add("de", "Ad-hoc-Kammer"), new(2026, 11, 24), "refusal",
            [new(new(Guid.NewGuid()), "Aline Delvausart", new("experts"), true)], [new(new(Guid.NewGuid()), "Malerin", "Gezeiten", "plasticArts", false, "notProven")],
            [new(Condition.Enough, 2, 640, 1000, false, ["AR 12 §6"])], ["incomeTooLow"]);
        var text = new RulingText(["incomeTooLow"], "Zeile eins\nעברית und danach", ImmutableDictionary<ActivityId, string>.Empty);
        var code = CheckCode.New();
        var letter = App.Services.GetRequiredService<RulingComposer>().Compose(facts, text, new(1, null, null, null, new("Aurore Vandenbranden", Office.President, new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), code)));

        var file = Path.Combine(Directory.CreateTempSubdirectory("witalive-pdf-").FullName, "letter.pdf");
        await using (var paper = await App.Services.GetRequiredService<PaperPrinter>().PrintAsync<RulingPaper>(new() { [nameof(RulingPaper.Document)] = letter }, default))
        await using (var written = File.Create(file))
            await paper.CopyToAsync(written);

        await PdfCheck.IsSoundAsync(file, ["H1", "H2", "L", "LI", "Figure", "Table", "TH", "TD"]);
        var said = await PdfCheck.RunAsync("/usr/bin/pdftotext", "-layout", file, "-");
        Assert.All(
            ["=Ysaline <b>Grosdent</b>", "Kunstarbeitskommission", "gewährt Ihnen keine", "Arbeitsgericht", CheckCode.Shown(code), "Nicht anerkannt"],
            words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.Contains("/Lang (de)", await PdfCheck.RunAsync("/usr/bin/qpdf", "--qdf", "--object-streams=disable", file, "-"), StringComparison.Ordinal);
        if (Visitor.WantsPictures)
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(Guards.Repository.Root, "TestResults", "letters")).FullName, "letter.pdf"), overwrite: true);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
