using WitaLive.App.Spreadsheets;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Minutes;

/// <summary>One row for each of several meetings: when, how long, with what quorum, and how its items ended.</summary>
internal sealed class MeetingRows(ReportWords words, Pen pen) : IReportRows
{
    public string Key => "Meetings";

    public ImmutableArray<Column> Columns =>
    [
        pen.Column("Opened", 20), pen.Column("Closed", 20), pen.Column("Lasted", 12), pen.Column("State", 24), pen.Column("SeatsThere", 12), pen.Column("Quorum", 60, wraps: true),
        pen.Column("ItemCount", 12), pen.Column("Decided", 12), pen.Column("Postponed", 12), pen.Column("Referred", 12), pen.Column("BallotCount", 12),
    ];

    public void Write(MeetingReport report, SheetWriter sheet)
    {
        var meeting = report.Meeting;
        var atOpening = report.Journal.Select(line => line.Happened).OfType<MeetingOpened>().FirstOrDefault()?.Quorum;
        sheet.Add(
            Cell.Instant(meeting.OpenedAt),
            Cell.Instant(meeting.EndedAt),
            meeting is { OpenedAt: { } from, EndedAt: { } until } ? Cell.Number(Math.Round((decimal)(until - from).TotalMinutes, 2)) : Cell.Empty,
            pen.Cell($"State{meeting.State}"),
            Cell.Whole(report.SeatsThere),
            atOpening is { } quorum ? pen.Cell(() => words.Quorum(report.Plan.Quorum, quorum)) : Cell.Empty,
            Cell.Whole(meeting.Items.Length),
            Count(ConclusionKind.Decided),
            Count(ConclusionKind.Postponed),
            Count(ConclusionKind.Referred),
            Cell.Whole(report.Ballots.Count));

        Cell Count(ConclusionKind kind) => Cell.Whole(meeting.Items.Count(i => i.Conclusion?.Kind == kind));
    }
}
