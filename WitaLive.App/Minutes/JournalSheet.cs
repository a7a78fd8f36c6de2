using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Minutes;

/// <summary>The journal itself, event by event, in words.</summary>
internal sealed class JournalSheet(EventWords events, Pen pen) : IReportRows
{
    public string Key => "Journal";

    public ImmutableArray<Column> Columns =>
    [
        pen.Column("Sequence", 8), pen.Column("Time", 20), pen.Column("Event", 40), pen.Column("By", 28), pen.Column("Concerned", 28), pen.Column("Item", 40, wraps: true), pen.Column("Ballot", 8),
        pen.Column("Details", 80, wraps: true), pen.Column("Fingerprint", 42),
    ];

    public void Write(MeetingReport report, SheetWriter sheet)
    {
        foreach (var (sequence, happened) in report.Journal)
        {
            var about = EventWords.About(happened);
            sheet.Add(
                Cell.Whole(sequence),
                Cell.Instant(happened.At),
                pen.Cell(() => events.Name(happened)),
                Cell.Text(report.NameOf(happened.By)),
                about.Person is { } person ? Cell.Text(report.NameOf(person)) : Cell.Empty,
                about.Item is { } item ? pen.Cell(() => ReportWords.Item(report, item)) : Cell.Empty,
                report.BallotOf(about.Ballot) is { } ballot ? Cell.Whole(ballot.Number) : Cell.Empty,
                pen.Cell(() => events.Details(report, happened)),
                Cell.Text(report.Seal?.Prints.ElementAtOrDefault(sequence)));
        }
    }
}
