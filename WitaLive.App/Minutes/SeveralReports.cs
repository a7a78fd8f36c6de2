using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;

namespace WitaLive.App.Minutes;

/// <summary>Several meetings in one workbook, in the reader's language: meetings, agenda, attendance, ballots, votes; day and chamber before every row.</summary>
public sealed class SeveralReports(ReportWords words)
{
    private const double Narrow = 14;
    private const double Wide = 34;

    /// <summary>How many times each meeting is read: once for each sheet, since a file is written in one direction.</summary>
    public const int Passes = 5;

    /// <param name="read">Reads the meetings anew for each sheet, so that only one is in memory.</param>
    /// <param name="only">Whose attendance and votes are wanted; null for everybody's.</param>
    /// <param name="done">Told after each meeting of each sheet.</param>
    public async Task WriteAsync(WorkbookWriter workbook, string title, Func<IAsyncEnumerable<MeetingReport>> read, PersonId? only, Action done, CancellationToken ct)
    {
        var pen = new Pen(words, [Language.Current.Code]);
        IReportRows[] sheets = [new MeetingRows(words, pen), new ItemSheet(words, pen), new AttendanceSheet(words, pen, only), new BallotSheet(words, pen), new VoteSheet(words, pen, only)];
        foreach (var rows in sheets)
        {
            using var sheet = workbook.AddSheet(pen.Sheet(rows, title, pen.Column("Day", Narrow), pen.Column("Chamber", Wide)));
            await foreach (var report in read().WithCancellation(ct))
            {
                sheet.Lead = [Cell.Day((report.Meeting.OpenedAt ?? report.Plan.StartsAt).DayInBrussels()), Cell.Text(ReportWords.Chamber(report))];
                rows.Write(report, sheet);
                done();
            }
        }
    }
}
