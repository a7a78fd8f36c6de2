using Microsoft.Extensions.Localization;
using WitaLive.App.Mail;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Reports;

/// <summary>What the secretariat wrote beside the facts, as it reads now, and what was remarked on it: a last sheet of the workbook, when there is any.</summary>
public sealed class ReportTextSheet(IStringLocalizer<ReportTexts> texts)
{
    public void Write(ReportSheet report, WorkbookWriter workbook)
    {
        if (report.Parts.IsEmpty && report.Remarks.IsEmpty)
            return;
        using var sheet = ReceiverLanguage.Run(report.Documents[0].Language, () => workbook.AddSheet(new SheetLayout(texts["SheetTexts"],
            [new(texts["ColumnItem"], 44), new(texts["ColumnAuthor"], 28), new(texts["ColumnLanguage"], 12), new(texts["ColumnVersion"], 10), new(texts["ColumnText"], 100, Wraps: true)]) { Title = report.Documents[0].Title }));
        foreach (var document in report.Documents)
        {
            foreach (var place in new[] { ReportPart.Whole }.Concat(document.Items.Select(item => item.Id.Value)))
            {
                var heading = place == ReportPart.Whole ? document["HeadWhole"] : document.Items.First(item => item.Id.Value == place).Heading;
                // A cell holds 32,767 signs: a longer text goes on in the next row.
                foreach (var piece in (report.TextOf(place, document) ?? "").Chunk(CellText.Longest).Select(piece => new string(piece)))
                    sheet.Add(Cell.Text(heading), Cell.Empty, Cell.Text(document.Language), Cell.Whole(report.VersionOf(place, document.Language)), Cell.Text(piece));
            }
        }
        foreach (var remark in report.Remarks)
            foreach (var piece in remark.Text.Chunk(CellText.Longest).Select(piece => new string(piece)))
                sheet.Add(Cell.Text(report.Documents[0]["HeadRemarks"]), Cell.Text(remark.By ?? report.Documents[0]["Member"]), Cell.Empty, Cell.Empty, Cell.Text(piece));
    }
}
