using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Minutes;

/// <summary>One row for each item: when it was dealt with, how it ended, and what was undone on the way.</summary>
internal sealed class ItemSheet(ReportWords words, Pen pen) : IReportRows
{
    public string Key => "Agenda";

    public ImmutableArray<Column> Columns =>
    [
        pen.Column("ItemNumber", 8), pen.Column("Reference", 18), pen.Column("Title", 44, wraps: true), pen.Column("Applicant", 28), pen.Column("From", 20), pen.Column("Until", 20),
        pen.Column("Planned", 12), pen.Column("Spent", 12), pen.Column("Conclusion", 22), pen.Column("Outcome", 28), pen.Column("ReferredTo", 22), pen.Column("Reason", 44, wraps: true),
        pen.Column("Ballot", 8), pen.Column("ConcludedAt", 20), pen.Column("Undone", 50, wraps: true), pen.Column("Added", 40, wraps: true), pen.Column("Heard", 40, wraps: true),
        pen.Column("Notes", 50, wraps: true),
    ];

    public void Write(MeetingReport report, SheetWriter sheet)
    {
        foreach (var item in report.Meeting.Items)
            WriteItem(report, item, sheet);
        foreach (var proposed in report.NotAdded) // it has no number: the next one that is added has that
            sheet.Add(Cell.Empty, Cell.Text(proposed.Reference), pen.Cell(() => ReportWords.Title(proposed)), Cell.Text(report.ApplicantOf(proposed)),
                Cell.Empty, Cell.Empty, Cell.Whole(proposed.Minutes), Cell.Empty, pen.Cell("ConclusionNotAdded"));
    }

    private void WriteItem(MeetingReport report, Item item, SheetWriter sheet)
    {
        var hours = report.HoursOn(item);
        var (conclusion, leftTo) = (item.Conclusion, report.Meeting.LeftGoesTo);
        sheet.Add(
            Cell.Whole(item.Planned.Number),
            Cell.Text(item.Planned.Reference),
            pen.Cell(() => ReportWords.Title(item.Planned)),
            Cell.Text(report.ApplicantOf(item.Planned)),
            Cell.Instant(hours?.From),
            Cell.Instant(hours?.Until),
            Cell.Whole(item.Planned.Minutes),
            Cell.Number(Math.Round((decimal)report.Meeting.TimeOn(item).TotalMinutes, 2)),
            pen.Cell(() => conclusion is null && leftTo is null ? words.Text("ConclusionNone") : words.Kind(conclusion?.Kind ?? ConclusionKind.Referred)),
            conclusion?.Outcome is { } outcome ? pen.Cell(() => words.Outcome(outcome)) : Cell.Empty,
            (conclusion is null ? leftTo : conclusion.ReferTo) is { } formation ? pen.Cell(() => words.Formation(formation)) : Cell.Empty,
            pen.Cell(() => words.Join([words.Reasons(conclusion?.Asked, conclusion?.Reason), conclusion is { ForPresident: true } ? words.Text("ForPresident") : ""])),
            report.BallotOf(conclusion?.Ballot) is { } ballot ? Cell.Whole(ballot.Number) : Cell.Empty,
            Cell.Instant(conclusion?.At),
            pen.Cell(() => Undone(report, item)),
            pen.Cell(() => words.Added(report, item)),
            pen.Cell(() => words.Join(item.Hearings.Where(h => !h.Heard.IsEmpty).Select(h => words.Text("HeardFrom", string.Join(", ", h.Heard), h.From.ToExactTime(), h.Until?.ToExactTime() ?? "…")))),
            Cell.Text(string.Join('\n', report.Meeting.Notes.Where(n => n.Item == item.Id).Select(n => n.Text))));
    }

    private string Undone(MeetingReport report, Item item) => string.Join(" ", report.Conclusions
        .Where(c => c.Made.Item == item.Id && c.Undone is not null)
        .Select(c => words.Text("UndoneAt", c.Made.At.ToExactTime(), words.Conclusion(report, c.Made), c.Undone!.At.ToExactTime(), report.NameOf(c.Undone.By))));
}
