using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Applications;

public class CountingTheDueDate
{
    private static readonly DecisionTime s_rule = TheRules.InForce.Procedure.Decision;

    private static readonly Gen<DateOnly> s_days = Gen.Choose(0, 3 * 365).Select(n => new DateOnly(2023, 11, 1).AddDays(n));

    private static readonly Gen<Pause> s_pause = from @from in s_days from length in Gen.Choose(0, 60) select new Pause(@from, @from.AddDays(length));

    private static readonly Gen<(DateOnly CompleteOn, ImmutableArray<Pause> Pauses)> s_files =
        from complete in s_days
        from pauses in s_pause.ListOf(6)
        select (complete, pauses.ToImmutableArray());

    [Theory] // royal decree, art. 13: three months, stopped in July and August and while somebody is asked
    [InlineData("2026-05-20", "", "2026-10-21")]
    [InlineData("2024-07-15", "", "2024-12-01")]
    [InlineData("2024-01-10", "2024-02-01..2024-02-10", "2024-04-20")]
    [InlineData("2026-01-15", "", "2026-04-15")]
    [InlineData("2026-03-30", "", "2026-06-30")] // the last day before July
    [InlineData("2026-03-31", "", "2026-06-30")] // clamped to the month's end: 91 days and not 92
    [InlineData("2026-04-01", "", "2026-09-01")]
    [InlineData("2026-04-02", "", "2026-09-02")]
    [InlineData("2026-05-31", "", "2026-11-01")]
    [InlineData("2026-06-30", "", "2026-12-01")] // the clock begins on 1 September
    [InlineData("2026-07-01", "", "2026-12-01")]
    [InlineData("2026-08-31", "", "2026-11-30")] // clamped: 31 November does not exist
    [InlineData("2026-09-01", "", "2026-12-01")]
    [InlineData("2025-11-30", "", "2026-02-28")] // clamped to the end of February
    [InlineData("2023-11-30", "", "2024-02-29")] // and of one in a leap year
    [InlineData("2026-01-15", "2026-01-15..2026-01-15", "2026-04-15")] // the day itself does not count anyway
    [InlineData("2026-01-15", "2026-01-16..2026-01-16", "2026-04-16")]
    [InlineData("2026-01-15", "2026-04-15..2026-04-15", "2026-04-16")]
    [InlineData("2026-01-15", "2026-04-16..2026-04-30", "2026-04-15")] // a pause after the due day is too late
    [InlineData("2026-01-15", "2025-12-01..2026-01-10", "2026-04-15")]
    [InlineData("2026-01-15", "2026-02-01..2026-02-10 2026-02-05..2026-02-12", "2026-04-27")] // overlapping pauses count once
    [InlineData("2026-05-20", "2026-07-01..2026-08-31", "2026-10-21")] // inside the stopped months a pause adds nothing
    [InlineData("2026-05-20", "2026-06-30..2026-07-10", "2026-10-22")]
    public void Follows_the_decree(string complete, string pauses, string due)
    {
        var counted = DueDate.Count(s_rule, Day(complete), Pauses(pauses));

        Assert.Equal(Day(due), counted.DueOn);
    }

    [Fact]
    public void Shows_what_stood_still_and_why()
    {
        var counted = DueDate.Count(s_rule, Day("2026-05-20"), Pauses("2026-06-25..2026-07-03 2026-08-30..2026-09-02"));

        Assert.Equal((92, Day("2026-08-20")), (counted.Days, counted.WithoutStops));
        Assert.Equal(
            [
                new Stop(StopReason.Pause, Day("2026-06-25"), Day("2026-06-30")),
                new Stop(StopReason.Months, Day("2026-07-01"), Day("2026-08-31")),
                new Stop(StopReason.Pause, Day("2026-09-01"), Day("2026-09-02")),
            ],
            counted.Stops.ToArray());
    }

    [Fact]
    public void The_due_day_is_what_has_to_run_and_what_stood_still() => Holds(s_files, file =>
    {
        var due = DueDate.Count(s_rule, file.CompleteOn, file.Pauses);
        return due.DueOn == due.CompleteOn.AddDays(due.Days + due.Stops.Sum(stop => stop.Days))
            && due.Stops.Zip(due.Stops.Skip(1)).All(pair => pair.First.To < pair.Second.From);
    });

    // Not day by day: the pieces between the stops are laid end to end until they hold enough.
    [Fact]
    public void Agrees_with_laying_the_running_pieces_end_to_end() => Holds(s_files, file =>
    {
        var left = file.CompleteOn.AddMonths(3).DayNumber - file.CompleteOn.DayNumber;
        var stopped = file.Pauses.Select(p => (From: p.From.DayNumber, To: p.To.DayNumber))
            .Concat(Enumerable.Range(file.CompleteOn.Year, 6).Select(year => (From: new DateOnly(year, 7, 1).DayNumber, To: new DateOnly(year, 8, 31).DayNumber)))
            .OrderBy(stop => stop.From).ToList();
        var reached = file.CompleteOn.DayNumber;
        foreach (var (from, to) in stopped)
        {
            var runs = Math.Max(0, from - 1 - reached);
            if (runs >= left)
                break;
            left -= runs;
            reached = Math.Max(to, Math.Max(reached, from - 1));
        }
        return DueDate.Count(s_rule, file.CompleteOn, file.Pauses).DueOn == DateOnly.FromDayNumber(reached + left);
    });

    [Fact]
    public void Another_pause_never_brings_the_day_forward() => Holds(
        from file in s_files from another in s_pause select (file.CompleteOn, file.Pauses, another),
        file => DueDate.Count(s_rule, file.CompleteOn, file.Pauses.Add(file.another)).DueOn >= DueDate.Count(s_rule, file.CompleteOn, file.Pauses).DueOn);

    [Fact]
    public void A_longer_pause_never_brings_the_day_forward() => Holds(s_files.Where(file => file.Pauses.Length > 0), file =>
        DueDate.Count(s_rule, file.CompleteOn, file.Pauses.SetItem(0, new(file.Pauses[0].From, file.Pauses[0].To.AddDays(1)))).DueOn
        >= DueDate.Count(s_rule, file.CompleteOn, file.Pauses).DueOn);

    [Fact]
    public void The_order_of_the_pauses_does_not_matter() => Holds(s_files, file =>
        DueDate.Count(s_rule, file.CompleteOn, file.Pauses).DueOn == DueDate.Count(s_rule, file.CompleteOn, file.Pauses.Reverse()).DueOn);

    [Fact]
    public void The_due_day_is_never_one_that_stands_still() => Holds(s_files, file =>
        DueDate.Count(s_rule, file.CompleteOn, file.Pauses).DueOn is var due && due.Month is not (7 or 8) && !file.Pauses.Any(p => p.From <= due && due <= p.To));

    [Fact]
    public void A_pause_does_not_end_before_it_starts() => Assert.Throws<ArgumentException>(() => new Pause(Day("2026-02-02"), Day("2026-02-01")));

    [Theory] // rule data that makes no sense
    [InlineData(0, new[] { 7 }, 2), InlineData(3, new[] { 13 }, 2), InlineData(3, new[] { 7 }, -1), InlineData(3, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, 2)]
    public void A_clock_that_never_runs_is_no_rule(int months, int[] stopped, int institutions) =>
        Assert.Throws<ArgumentException>(() => new DecisionTime(months, [.. stopped], institutions, ["AR 13"]));

    [Theory]
    [InlineData(new[] { 20, 10 }, 30), InlineData(new[] { 10, 30 }, 30), InlineData(new[] { 0, 10 }, 30), InlineData(new int[0], 0)]
    public void Reminders_come_in_order_and_before_the_end(int[] reminders, int silence) =>
        Assert.Throws<ArgumentException>(() => new Patience([.. reminders], silence, ["ROI 24"]));

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Prop.ForAll(cases.ToArbitrary(), property).IsTried(300);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private static IEnumerable<Pause> Pauses(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pause => pause.Split("..") is [var from, var to] ? new Pause(Day(from), Day(to)) : throw new FormatException(pause));
}
