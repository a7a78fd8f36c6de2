using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Minutes;

/// <summary>Each option of each ballot: a row for the whole with the formula and the result, then a row for each group.</summary>
internal sealed class BallotSheet(ReportWords words, Pen pen) : IReportRows
{
    public string Key => "Ballots";

    public ImmutableArray<Column> Columns =>
    [
        pen.Column("Ballot", 8), pen.Column("Items", 14), pen.Column("Option", 28), pen.Column("Group", 34), pen.Column("SeatsThere", 10), pen.Column("For", 8), pen.Column("Against", 8),
        pen.Column("Abstained", 10), pen.Column("NotVoted", 10), pen.Column("Share", 8), pen.Column("InFavour", 12), pen.Column("Percent", 10), pen.Column("Threshold", 14),
        pen.Column("Formula", 60, wraps: true), pen.Column("Result", 16), pen.Column("Rule", 60, wraps: true), pen.Column("Opened", 20), pen.Column("Closed", 20),
        pen.Column("Entitled", 10), pen.Column("Voted", 10), pen.Column("Suspended", 60, wraps: true), pen.Column("Annulled", 40, wraps: true), pen.Column("Witnessed", 12),
        pen.Column("Remarks", 44, wraps: true),
    ];

    public void Write(MeetingReport report, SheetWriter sheet)
    {
        foreach (var ballot in report.Ballots)
            foreach (var option in ballot.Now.Options)
                WriteOption(report, ballot, option, sheet);
    }

    private void WriteOption(MeetingReport report, BallotHistory ballot, string option, SheetWriter sheet)
    {
        var counted = ballot.Now.Result?.Options.FirstOrDefault(o => o.Option == option);
        var tallies = ballot.IsHidden ? [] : BallotResult.SoFar(ballot.Now, ballot.Roll, option);
        var all = tallies.IsEmpty ? null : new Tally(new(""), tallies.Sum(t => t.Present), tallies.Sum(t => t.For), tallies.Sum(t => t.Against), tallies.Sum(t => t.Abstained));
        sheet.Add([
            .. Head(report, ballot, option), pen.Cell("AllGroups"), .. Counts(all), Cell.Empty, .. Sum(ballot, counted is null || tallies.IsEmpty ? counted : counted with { Groups = tallies }),
            pen.Cell(() => words.Result(ballot, counted)),
            pen.Cell(() => words.Rule(ballot.Now.Rule, ballot.Roll.Length)),
            Cell.Instant(ballot.Opened.At),
            Cell.Instant(ballot.Concluded?.At),
            Cell.Whole(ballot.Roll.Length),
            Cell.Whole(ballot.Roll.Count(s => s.Choice is not null)),
            pen.Cell(() => words.Stops(report, ballot)),
            pen.Cell(() => words.Annulled(ballot)),
            Cell.Whole(ballot.Votes.Count(v => v.Witness is not null && ballot.Counts(v))),
            pen.Cell(() => Remarks(report, ballot)),
        ]);
        var weights = ballot.Now.Rule is DecisionRule.Weighted weighted && counted is not null ? weighted.Weigh(counted.Groups) : [];
        foreach (var group in Groups(report, ballot))
            WriteGroup([.. Head(report, ballot, option)], group, tallies.FirstOrDefault(t => t.Group == group), weights.FirstOrDefault(w => w.Group == group), sheet);
    }

    private void WriteGroup(Cell[] head, GroupCode group, Tally? tally, GroupWeight? weight, SheetWriter sheet) => sheet.Add([
        .. head, pen.Cell(() => words.Group(group)), .. Counts(tally),
        weight is null ? Cell.Empty : Written(weight.Share),
        weight is null ? Cell.Empty : Written(weight.InFavour),
    ]);

    // The groups that vote, in the order of the rule; where the rule names none, as they sit.
    private static IEnumerable<GroupCode> Groups(MeetingReport report, BallotHistory ballot) => ballot.Now.Rule is DecisionRule.Weighted rule
        ? rule.Shares.Select(s => s.Group)
        : report.Plan.Seats.Select(s => s.Group).Distinct();

    private IEnumerable<Cell> Head(MeetingReport report, BallotHistory ballot, string option) =>
        [Cell.Whole(ballot.Number), Cell.Text(Numbers(report, ballot.Now.Items)), pen.Cell(() => words.Outcome(option))];

    // A group of which nobody is there has four times nothing; a ballot whose counts are kept back has no figures.
    private static IEnumerable<Cell> Counts(Tally? tally) => tally is null
        ? [Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty]
        : [Cell.Whole(tally.Present), Cell.Whole(tally.For), Cell.Whole(tally.Against), Cell.Whole(tally.Abstained), Cell.Whole(tally.Pending)];

    private IEnumerable<Cell> Sum(BallotHistory ballot, OptionResult? counted) => counted is not { Count: var count }
        ? [Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty]
        :
        [
            Written(count.InFavour),
            Cell.Percentage(count.InFavour.PercentRoundedDown / 100),
            ballot.Now.Rule is DecisionRule.Unanimity ? pen.Cell("ThresholdUnanimity") : Written(count.Threshold),
            pen.Cell(() => CountFormula.Of(ballot.Now.Rule, counted, words.Choice, words.Text("NotVoted"))),
        ];

    private string Remarks(MeetingReport report, BallotHistory ballot) => words.Join(
    [
        words.Put(report, ballot.Opened.Activities),
        .. ballot.TakenOut.Select(t => words.Text("TakenOutAt", report.ItemOf(t.Item)?.Number ?? 0, t.At.ToExactTime(), report.NameOf(t.By))),
        .. ballot.Extensions.Select(until => words.Text("ExtendedUntil", until.ToExactTime())),
        ballot.IsHidden ? words.Text("CountsHidden") : "",
    ]);

    private static string Numbers(MeetingReport report, IEnumerable<ItemId> items) =>
        string.Join(", ", items.Select(item => report.ItemOf(item)?.Number.ToString(CultureInfo.InvariantCulture)));

    private static Cell Written(Fraction fraction) => Cell.Fraction(fraction.Numerator, fraction.Denominator);
}
