using WitaLive.Domain.Rules;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Domain;

public class GivingNotice
{
    private static readonly Notice s_notice = TheRules.InForce.Notice;

    [Theory]
    [InlineData(2024, "01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25")]
    [InlineData(2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    [InlineData(2000, "01-01 04-24 05-01 06-01 06-12 07-21 08-15 11-01 11-11 12-25")]
    [InlineData(2008, "01-01 03-24 05-01 05-01 05-12 07-21 08-15 11-01 11-11 12-25")]
    [InlineData(2038, "01-01 04-26 05-01 06-03 06-14 07-21 08-15 11-01 11-11 12-25")]
    [InlineData(2100, "01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25")]
    public void Knows_the_ten_holidays_of_any_year(int year, string days) =>
        Assert.Equal(days.Split(' ').Order(), s_notice.Holidays.Select(h => h.In(year).ToString("MM-dd", null)).Order());

    [Theory]
    [InlineData("2026-12-10", false, "2026-11-25")] // a Thursday: ten working days back are 26 November to 9 December
    [InlineData("2026-12-10", true, "2026-12-06")] // 7, 8, 9 December: even a Sunday before is soon enough
    [InlineData("2026-05-28", false, "2026-05-11")] // Ascension and Whit Monday do not count
    [InlineData("2027-01-04", true, "2026-12-28")] // New Year's Day does not count
    public void Counts_whole_working_days_between_sending_and_meeting(string meeting, bool urgent, string latest)
    {
        var (on, last) = (Day(meeting), Day(latest));

        Assert.Equal(last, s_notice.LatestSendingDay(on, urgent));
        Assert.True(s_notice.IsInTime(last, on, urgent));
        Assert.False(s_notice.IsInTime(last.AddDays(1), on, urgent));
    }

    [Fact]
    public void Is_the_latest_day_that_leaves_enough_for_every_meeting_day_of_ten_years()
    {
        for (var meeting = new DateOnly(2022, 1, 1); meeting.Year < 2032; meeting = meeting.AddDays(1))
        {
            var latest = s_notice.LatestSendingDay(meeting, urgent: false);
            Assert.Equal(s_notice.WorkingDays, s_notice.WorkingDaysBetween(latest, meeting));
            Assert.True(s_notice.WorkingDaysBetween(latest.AddDays(1), meeting) < s_notice.WorkingDays);
        }
    }

    [Fact] // rules of procedure, art. 5 § 2
    public void Leaves_a_week_before_the_meeting_to_which_nothing_is_added() =>
        Assert.Equal(Day("2026-12-03"), s_notice.LatestAddition(Day("2026-12-10")));

    [Fact]
    public void Names_the_weekday_holidays_in_between() =>
        Assert.Equal([Day("2026-05-14"), Day("2026-05-25")], s_notice.HolidaysBetween(Day("2026-05-11"), Day("2026-05-28")).ToArray());

    [Fact]
    public void Knows_the_holidays_of_a_table_made_by_another_way() =>
        Assert.Equal(
            Table("holidays.csv").Select(row => (Day(row[0]), row[1])),
            from year in Enumerable.Range(2024, 7) from holiday in s_notice.Holidays orderby holiday.In(year) select (holiday.In(year), holiday.Name));

    [Fact]
    public void Agrees_for_every_meeting_day_with_a_table_made_by_another_way()
    {
        var rows = Table("notice.csv").ToList();

        Assert.Equal(2557, rows.Count);
        Assert.All(rows, row =>
        {
            var (meeting, latest) = (Day(row[0]), Day(row[1]));
            Assert.Equal((latest, Day(row[2])), (s_notice.LatestSendingDay(meeting, urgent: false), s_notice.LatestSendingDay(meeting, urgent: true)));
            Assert.Equal(int.Parse(row[3], null), s_notice.HolidaysBetween(latest, meeting).Length);
        });
    }

    private static IEnumerable<string[]> Table(string name) =>
        File.ReadLines(Path.Combine(Repository.Root, "data", "working-days", name)).Skip(1).Select(line => line.Split(','));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
