using System.Globalization;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Minutes;

/// <summary>Each seat's vote by name, those that were changed later as well: the vote is by show of hands (rules of procedure, art. 11).</summary>
/// <param name="only">Whose votes are wanted; null for everybody's.</param>
internal sealed class VoteSheet(ReportWords words, Pen pen, PersonId? only = null) : IReportRows
{
    public string Key => "Votes";

    public ImmutableArray<Column> Columns =>
    [
        pen.Column("Ballot", 8), pen.Column("Items", 14), pen.Column("Section", 24), pen.Column("Group", 34), pen.Column("SeatNumber", 8), pen.Column("Voter", 28), pen.Column("ProxyOf", 28),
        pen.Column("Vote", 28), pen.Column("Time", 20), pen.Column("Counts", 30), pen.Column("Witness", 50, wraps: true),
    ];

    public void Write(MeetingReport report, SheetWriter sheet)
    {
        foreach (var ballot in report.Ballots)
            foreach (var seat in report.Plan.Seats)
                WriteSeat(report, ballot, seat, sheet);
    }

    private void WriteSeat(MeetingReport report, BallotHistory ballot, PlannedSeat seat, SheetWriter sheet)
    {
        foreach (var vote in ballot.Votes.Where(v => v.Seat == seat.Id && IsWanted(v.Voter)))
            sheet.Add([
                .. Head(report, ballot, seat, vote.Voter),
                pen.Cell(() => ballot.IsHidden ? words.Text("CountsHidden") : words.Choice(vote.Choice)),
                Cell.Instant(vote.At),
                pen.Cell(Standing(ballot, vote)),
                vote.Witness is { } witness ? pen.Cell(() => words.Witness(report, witness)) : Cell.Empty,
            ]);
        foreach (var silent in ballot.Roll.Where(s => s.Seat == seat.Id && s.Choice is null && IsWanted(s.Voter)))
            sheet.Add([.. Head(report, ballot, seat, silent.Voter), pen.Cell("NotVoted")]);
    }

    private bool IsWanted(PersonId voter) => only is not { } one || one == voter;

    private IEnumerable<Cell> Head(MeetingReport report, BallotHistory ballot, PlannedSeat seat, PersonId voter) =>
    [
        Cell.Whole(ballot.Number),
        Cell.Text(string.Join(", ", ballot.Now.Items.Select(item => report.ItemOf(item)?.Number.ToString(CultureInfo.InvariantCulture)))),
        pen.Cell(() => words.Section(seat.Section)),
        pen.Cell(() => words.Group(seat.Group)),
        Cell.Whole(seat.Number),
        Cell.Text(report.NameOf(voter)),
        seat.IsOf(voter) ? Cell.Empty : Cell.Text(report.NameOf(seat.Effective)),
    ];

    private static string Standing(BallotHistory ballot, VoteCast vote) => ballot switch
    {
        { Now.State: BallotState.Annulled } => "VoteVoid",
        _ when ballot.Counts(vote) => "VoteCounts",
        _ when ballot.Now.Votes.TryGetValue(vote.Seat, out var last) && last.Id != vote.Id => "VoteChanged",
        _ => "VoteOfWhoLeft",
    };
}
