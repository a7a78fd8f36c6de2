using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Year;

/// <summary>The figures of a period as a spreadsheet and as text, in the language of the reader.</summary>
public sealed class YearSheets(YearWords words)
{
    public string NameOf(FigurePeriod period, string ending) => $"{words["FileName"]}-{DayText.Of(period.From)}-{DayText.Of(period.Until)}.{ending}";

    public void Write(YearReport report, WorkbookWriter workbook)
    {
        WriteFigures(report, workbook);
        WriteMonths(report, workbook);
        WriteDelays(report, workbook);
        WriteMeetings(report, workbook);
        WriteAttendance(report, workbook);
    }

    /// <summary>Every figure on a line of its own, with what it counts.</summary>
    public byte[] Csv(YearReport report)
    {
        var csv = new CsvWriter().Add(words["HeadFigure"], words["HeadPart"], words["HeadCount"], words["From"], words["Until"], words["On"], words["HeadCounts"]);
        foreach (var figure in report.Figures)
            csv.Add(words.Name(figure.Kind), PartOf(figure), figure.Count, report.Period.From, report.Period.Until, report.Period.On, Counts(report, figure.Kind));
        foreach (var delay in report.Delays)
        {
            csv.Add(words[$"Delay_{delay.Name}"], words["HeadMedian"], delay.Days?.Median, report.Period.From, report.Period.Until, report.Period.On, words["DelaysText"]);
            csv.Add(words[$"Delay_{delay.Name}"], words["HeadNinetieth"], delay.Days?.Ninetieth, report.Period.From, report.Period.Until, report.Period.On, words["DelaysText"]);
        }
        foreach (var group in report.Attendance)
        {
            foreach (var turnout in SeatTurnout.All)
                csv.Add(words["CaptionAttendance"], $"{words.Group(group.Group)} · {words.Turnout(turnout)}", group[turnout], report.Period.From, report.Period.Until, report.Period.On, words["AttendanceText"]);
        }
        return csv.ToBytes();
    }

    private void WriteFigures(YearReport report, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(report, "SheetFigures", ("HeadFigure", 44), ("HeadPart", 40), ("HeadCount", 12), ("HeadShare", 12), ("HeadCounts", 110)));
        foreach (var figure in report.Figures)
            sheet.Add(
                figure.Part.Length == 0 ? Cell.Strong(words.Name(figure.Kind)) : Cell.Text(words.Name(figure.Kind)), Cell.Text(PartOf(figure)), Cell.Whole(figure.Count),
                figure.Part.Length > 0 && report[figure.Kind] is > 0 and var whole ? Cell.Share((decimal)figure.Count / whole) : Cell.Empty, Cell.Text(Counts(report, figure.Kind)));
    }

    private void WriteMonths(YearReport report, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(report, "SheetMonths", ("From", 14), ("Until", 14), ("Name_Received", 26), ("Name_Decided", 26)));
        foreach (var month in report.Months)
            sheet.Add(Cell.Day(month.First), Cell.Day(month.Last), Cell.Whole(month.Received), Cell.Whole(month.Decided));
    }

    private void WriteDelays(YearReport report, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(report, "SheetDelays", ("HeadDelay", 60), ("HeadCases", 14), ("HeadMedian", 22), ("HeadNinetieth", 26)));
        foreach (var delay in report.Delays)
            sheet.Add(Cell.Text(words[$"Delay_{delay.Name}"]), Cell.Whole(delay.Days?.Count ?? 0), delay.Days is { } days ? Cell.Number(days.Median) : Cell.Empty, delay.Days is { } long90 ? Cell.Whole(long90.Ninetieth) : Cell.Empty);
    }

    private void WriteMeetings(YearReport report, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(report, "SheetMeetings", ("HeadFormation", 44), ("Name_Held", 16), ("Name_Failed", 28), ("Name_Cancelled", 18), ("HeadFilesMedian", 26), ("HeadFilesNinetieth", 32)));
        foreach (var meetings in report.Meetings)
            sheet.Add(
                Cell.Text(words.Meetings(meetings.Formation, meetings.Language)), Cell.Whole(meetings.Held), Cell.Whole(meetings.Failed), Cell.Whole(meetings.Cancelled),
                meetings.Files is { } files ? Cell.Number(files.Median) : Cell.Empty, meetings.Files is { } most ? Cell.Whole(most.Ninetieth) : Cell.Empty);
    }

    private void WriteAttendance(YearReport report, WorkbookWriter workbook)
    {
        using var sheet = workbook.AddSheet(Layout(
            report, "SheetAttendance", ("HeadGroup", 50), ("HeadSeats", 14), ("Turnout_effective", 22), ("Turnout_substitute", 22), ("Turnout_represented", 22), ("Turnout_absent", 22), ("HeadFilled", 22)));
        foreach (var group in report.Attendance)
            sheet.Add(
                Cell.Text(words.Group(group.Group)), Cell.Whole(group.Called), Cell.Whole(group.Effective), Cell.Whole(group.Substitute), Cell.Whole(group.Represented), Cell.Whole(group.Absent),
                group.Called > 0 ? Cell.Share((decimal)(group.Called - group.Absent) / group.Called) : Cell.Empty);
    }

    private string PartOf(Figure figure) => figure.Part.Length == 0 ? "" : words.Part(figure.Kind, figure.Part);

    private string Counts(YearReport report, FigureKind kind) => words.Counts(kind, report.Period, report.MonthsToDecide);

    private SheetLayout Layout(YearReport report, string name, params (string Heading, double Width)[] columns) =>
        new(words[name], [.. columns.Select(column => new Column(words[column.Heading], column.Width, Wraps: column.Heading is "HeadCounts"))])
        {
            Title = words["PeriodTitle", report.Period.From.ToLongDay(), report.Period.Until.ToLongDay()],
        };
}
