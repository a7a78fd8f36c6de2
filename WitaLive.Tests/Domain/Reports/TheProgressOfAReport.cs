using WitaLive.Domain.Reports;
using WitaLive.Domain.Rules;

namespace WitaLive.Tests.Domain.Reports;

/// <summary>ROI 39: supplied within two weeks; O-11: remarks at the next meeting, then chair and secretary confirm.</summary>
public class TheProgressOfAReport
{
    private static readonly DateTimeOffset s_end = A.Start.AddHours(3);
    private static readonly ReportProgress s_running = new(null, null, false, false);
    private static readonly ReportProgress s_writing = new(s_end, null, false, false);
    private static readonly ReportProgress s_supplied = new(s_end, s_end.AddDays(3), false, false);
    private static readonly ReportProgress s_closed = new(s_end, s_end.AddDays(3), true, true);

    private static readonly ReportRule s_rule = TheRules.Book.On(new(2026, 11, 24)).Reports;

    [Theory]
    [InlineData("2026-11-24", "2026-12-08")]
    [InlineData("2026-12-22", "2027-01-05")]
    public void Is_due_fourteen_days_after_the_meeting(string ended, string due) =>
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), ReportProgress.DueOn(DateOnly.Parse(ended, CultureInfo.InvariantCulture), s_rule));

    [Theory]
    [InlineData("2026-12-04", false)]
    [InlineData("2026-12-05", true)]
    [InlineData("2026-12-08", true)]
    [InlineData("2027-02-01", true)]
    public void Is_urgent_from_three_days_before_on(string today, bool urgent) =>
        Assert.Equal(urgent, ReportProgress.IsUrgent(new(2026, 11, 24), s_rule, DateOnly.Parse(today, CultureInfo.InvariantCulture)));

    [Fact]
    public void Goes_from_writing_over_supplied_to_closed()
    {
        Assert.Equal(
            [ReportState.Running, ReportState.Writing, ReportState.Supplied, ReportState.Supplied, ReportState.Supplied, ReportState.Closed],
            new[] { s_running, s_writing, s_supplied, s_supplied with { ChairConfirmed = true }, s_supplied with { SecretaryConfirmed = true }, s_closed }.Select(p => p.State));
    }

    [Fact]
    public void Is_written_until_it_is_closed()
    {
        Assert.All([s_running, s_writing, s_supplied, s_supplied with { ChairConfirmed = true }], p => Assert.Null(p.WhyNotWrite("text")));
        Assert.IsType<ReportIsClosed>(s_closed.WhyNotWrite("text"));
        Assert.Null(s_writing.WhyNotWrite(new string('x', ReportProgress.LongestText)));
        Assert.Equal(new ReportTextTooLong(ReportProgress.LongestText), s_writing.WhyNotWrite(new string('x', ReportProgress.LongestText + 1)));
    }

    [Fact]
    public void Is_supplied_once_after_the_meeting()
    {
        Assert.Equal(
            [typeof(ReportIsRunning), null, typeof(ReportIsSupplied), typeof(ReportIsSupplied)],
            new[] { s_running, s_writing, s_supplied, s_closed }.Select(p => p.WhyNotSupply()?.GetType()));
    }

    [Fact]
    public void Takes_remarks_while_it_is_supplied_and_open()
    {
        Assert.Equal(
            [typeof(ReportNotSupplied), typeof(ReportNotSupplied), null, typeof(ReportIsClosed)],
            new[] { s_running, s_writing, s_supplied, s_closed }.Select(p => p.WhyNotRemark("Le vote du point 3 manque.")?.GetType()));
        Assert.IsType<ReportRemarkMissing>(s_supplied.WhyNotRemark(" \n"));
        Assert.IsType<ReportTextTooLong>(s_supplied.WhyNotRemark(new string('x', ReportProgress.LongestText + 1)));
        Assert.Null(s_supplied.WhyNotRemark("12345", ReportProgress.LongestText - 5));
        Assert.Equal(new ReportRemarksTooLong(ReportProgress.LongestText, 4), s_supplied.WhyNotRemark("12345", ReportProgress.LongestText - 4)); // all that one person remarks has that room together
        Assert.Equal(new ReportRemarksTooLong(ReportProgress.LongestText, 0), s_supplied.WhyNotRemark("1", 3L * ReportProgress.LongestText));
    }

    [Fact]
    public void Is_confirmed_after_the_next_meeting_only()
    {
        Assert.IsType<ReportNotSupplied>(s_writing.WhyNotConfirm(hasSatSince: true));
        Assert.IsType<ReportAwaitsNextMeeting>(s_supplied.WhyNotConfirm(hasSatSince: false));
        Assert.Null(s_supplied.WhyNotConfirm(hasSatSince: true));
        Assert.IsType<ReportIsClosed>(s_closed.WhyNotConfirm(hasSatSince: true));
    }
}
