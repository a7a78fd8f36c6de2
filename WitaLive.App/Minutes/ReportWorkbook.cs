using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Minutes;

/// <summary>The report of a meeting as a workbook: meeting, attendance, agenda, ballots, votes, journal.</summary>
public sealed class ReportWorkbook(ReportWords words, EventWords events, RuleBook rules)
{
    /// <summary>Chamber and day, with the ending; no sign that a file's name may not have.</summary>
    public string NameOf(MeetingReport report)
    {
        var day = (report.Meeting.OpenedAt ?? report.Plan.StartsAt).DayInBrussels();
        var name = ReceiverLanguage.Run(Languages(report)[0], () => words.Text("FileName", ReportWords.Chamber(report), day.ToString("O", CultureInfo.InvariantCulture)));
        return new string([.. name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c) ? '-' : c)]) + ".xlsx";
    }

    public void Write(MeetingReport report, WorkbookWriter workbook)
    {
        var pen = new Pen(words, Languages(report));
        new FactsSheet(words, pen, rules.On(report.Plan.StartsAt.DayInBrussels())).Write(report, workbook);
        new AttendanceSheet(words, pen).Write(report, workbook);
        new ItemSheet(words, pen).Write(report, workbook);
        new BallotSheet(words, pen).Write(report, workbook);
        new VoteSheet(words, pen).Write(report, workbook);
        new JournalSheet(events, pen).Write(report, workbook);
    }

    // A chamber formed for a language that is no section's debates in that one; its report is written in the setting's (O-19).
    private ImmutableArray<string> Languages(MeetingReport report)
    {
        var plan = report.Plan;
        var spoken = plan.Languages.Where(l => Language.Find(l) is not null && (plan.Languages.Length > 1 || IsOfASection(plan, l))).ToImmutableArray();
        if (!spoken.IsEmpty)
            return spoken;
        var settings = rules.On(plan.StartsAt.DayInBrussels()).OpenPoints;
        return [settings.Find("adHocReportLanguage") is null ? plan.Languages.FirstOrDefault(Language.Fallback.Code) : settings.Read<string>("adHocReportLanguage")];
    }

    private static bool IsOfASection(MeetingPlan plan, string language) => plan.Seats.Any(seat => seat.Section == language);
}
