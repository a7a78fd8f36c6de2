using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Minutes;

/// <summary>The attendance list with its times, then what changed it: corrections, proxies, who took a seat over, recusals.</summary>
/// <param name="only">Whose rows are wanted; null for everybody's.</param>
internal sealed class AttendanceSheet(ReportWords words, Pen pen, PersonId? only = null) : IReportRows
{
    public string Key => "Attendance";

    public ImmutableArray<Column> Columns =>
    [
        pen.Column("Line", 18), pen.Column("Section", 24), pen.Column("Group", 34), pen.Column("SeatNumber", 8), pen.Column("Person", 28), pen.Column("Capacity", 24),
        pen.Column("SignedIn", 20), pen.Column("SignedOut", 20), pen.Column("Mode", 12), pen.Column("EnteredBy", 28), pen.Column("ItemNumber", 8), pen.Column("Details", 60, wraps: true),
    ];

    public void Write(MeetingReport report, SheetWriter sheet)
    {
        var row = new Rows(words, pen, (report, sheet), only);
        WriteStays(report, row);
        WriteAbsences(report, row);
        foreach (var correction in report.Corrections)
            row.Add("Correction", report.Meeting.SeatOf(correction.Made.Person), correction.Made.Person, correction.Before.From, correction.Before.Until,
                enteredBy: correction.Made.By, details: () => words.Text("CorrectedAt", correction.Made.At.ToDayAndTime(), correction.Made.Reason), mode: correction.Before.Mode);
        foreach (var held in report.Proxies)
            if (report.Meeting.SeatOf(held.Proxy.Giver) is { } giver)
                row.Add("Proxy", giver, giver.Effective, held.Proxy.ReceivedAt, held.EndedAt,
                    details: () => words.Text("ProxyTo", report.NameOf(held.Proxy.Holder), ReportWords.DayOfSigning(held.Proxy), held.Proxy.ReceivedAt.ToDayAndTime()));
        foreach (var turn in report.Turns.Where(t => IsChanging(report, t)))
            row.Add("Turn", report.Meeting.SeatOf(turn.Seat), turn.Person, turn.From, turn.Until ?? report.Meeting.EndedAt);
        foreach (var recusal in report.Recusals)
            row.Add("Recusal", report.Meeting.SeatOf(recusal.Person), recusal.Person, recusal.At, recusal.WithdrawnAt,
                item: report.ItemOf(recusal.Item)?.Number, details: () => words.Effect(report, recusal));
    }

    private void WriteStays(MeetingReport report, Rows row)
    {
        var seats = report.Plan.Seats.Select((seat, i) => (seat.Id, i)).ToDictionary(s => s.Id, s => s.i);
        foreach (var line in report.Meeting.Attendances.Values
            .OrderBy(a => a.Capacity).ThenBy(a => report.Meeting.SeatOf(a.Person) is { } seat ? seats[seat.Id] : int.MaxValue).ThenBy(a => report.NameOf(a.Person), StringComparer.Ordinal))
        {
            foreach (var stay in line.Stays)
                row.Add("Stay", report.Meeting.SeatOf(line.Person), line.Person, stay.From, report.Meeting.EndOf(stay), line.Capacity, stay.Mode, stay.EnteredBy,
                    details: () => words.Join([stay.Correction is { } why ? words.Text("Corrected", why) : "", stay.Until is null && report.Meeting.IsOver ? words.Text("UntilTheEnd") : ""]));
        }
    }

    private static void WriteAbsences(MeetingReport report, Rows row)
    {
        foreach (var seat in report.Plan.Seats.Where(s => !report.Meeting.Attendances.Keys.Any(s.IsOf)))
            row.Add("Absence", seat, seat.Effective);
    }

    // A seat in which one person sat from first to last is in the list already.
    private static bool IsChanging(MeetingReport report, Turn turn) =>
        report.Meeting.SeatOf(turn.Seat)?.Effective != turn.Person || report.Turns.Exists(t => t.Seat == turn.Seat && t.Person != turn.Person);

    private sealed class Rows(ReportWords words, Pen pen, (MeetingReport Report, SheetWriter Sheet) of, PersonId? only)
    {
        public void Add(string line, PlannedSeat? seat, PersonId person, DateTimeOffset? from = null, DateTimeOffset? until = null, Capacity? capacity = null,
            AttendanceMode? mode = null, PersonId? enteredBy = null, int? item = null, Func<string>? details = null)
        {
            if (only is { } one && one != person)
                return;
            of.Sheet.Add(
                pen.Cell($"Line{line}"),
                seat is null ? Cell.Empty : pen.Cell(() => words.Section(seat.Section)),
                seat is null ? Cell.Empty : pen.Cell(() => words.Group(seat.Group)),
                seat is null ? Cell.Empty : Cell.Whole(seat.Number),
                Cell.Text(of.Report.NameOf(person)),
                pen.Cell(() => Quality(seat, person, capacity)),
                Cell.Instant(from),
                Cell.Instant(until),
                mode is { } m ? pen.Cell($"Mode{m}") : Cell.Empty,
                enteredBy is { } by ? Cell.Text(of.Report.NameOf(by)) : Cell.Empty,
                item is { } number ? Cell.Whole(number) : Cell.Empty,
                details is null ? Cell.Empty : pen.Cell(details));
        }

        private string Quality(PlannedSeat? seat, PersonId person, Capacity? capacity) =>
            seat is not null ? words.Text(seat.Effective == person ? "Effective" : "Substitute")
            : (capacity ?? of.Report.Meeting.Attendances.GetValueOrDefault(person)?.Capacity) is { } known ? words.Capacity(known)
            : "";
    }
}
