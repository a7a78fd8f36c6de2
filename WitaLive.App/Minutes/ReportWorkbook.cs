using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Minutes;

/// <summary>The report of a meeting as a workbook: meeting, attendance, agenda, ballots, votes, journal.</summary>
public sealed class ReportWorkbook(ReportWords words, EventWords events, ReportLanguages languages, RuleBook rules)
{
    /// <summary>Chamber and day, with the ending; no sign that a file's name may not have.</summary>
    public string NameOf(MeetingReport report)
    {
        var day = (report.Meeting.OpenedAt ?? report.Plan.StartsAt).DayInBrussels();
        var name = ReceiverLanguage.Run(languages.Of(report)[0], () => words.Text("FileName", ReportWords.Chamber(report), day.ToString("O", CultureInfo.InvariantCulture)));
        return new string([.. name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c) ? '-' : c)]) + ".xlsx";
    }

    public void Write(MeetingReport report, WorkbookWriter workbook)
    {
        var pen = new Pen(words, languages.Of(report));
        IReportRows[] sheets =
        [
            new FactsSheet(words, pen, rules.On(report.Plan.StartsAt.DayInBrussels())), new AttendanceSheet(words, pen), new ItemSheet(words, pen), new BallotSheet(words, pen),
            new VoteSheet(words, pen), new JournalSheet(events, pen),
        ];
        foreach (var rows in sheets)
        {
            using var sheet = workbook.AddSheet(pen.Sheet(rows, pen.Say(() => words.Title(report))));
            rows.Write(report, sheet);
        }
    }
}
