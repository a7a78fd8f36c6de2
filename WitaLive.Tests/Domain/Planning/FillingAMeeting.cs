using WitaLive.Domain;
using WitaLive.Domain.Planning;

namespace WitaLive.Tests.Domain.Planning;

public class FillingAMeeting
{
    private static readonly DateTimeOffset s_two = new(2027, 1, 12, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lays_items_out_one_after_the_other()
    {
        var (items, end) = AgendaTimes.Of(s_two, [(6, null), (10, null), (0, null)]);

        Assert.Equal([0, 6, 16], items.Select(i => (i.Start - s_two).TotalMinutes));
        Assert.Equal(s_two.AddMinutes(16), end);
    }

    [Fact]
    public void Waits_for_a_hearing_and_says_when_it_comes_late()
    {
        var (items, end) = AgendaTimes.Of(s_two, [(6, null), (20, s_two.AddMinutes(30)), (40, null), (20, s_two.AddMinutes(60))]);

        Assert.Equal([new(s_two, 0, 0), new(s_two.AddMinutes(30), 24, 0), new(s_two.AddMinutes(50), 0, 0), new(s_two.AddMinutes(90), 0, 30)], items.ToArray());
        Assert.Equal(s_two.AddMinutes(110), end);
    }

    [Theory]
    [InlineData(180, 166, 92, 14), InlineData(180, 179, 99, 1), InlineData(180, 180, 100, 0), InlineData(180, 200, 111, 0), InlineData(180, 0, 0, 180)]
    public void Says_how_full_it_is(int minutes, int taken, int percent, int left)
    {
        var load = Load("2027-01-12", minutes, taken);

        Assert.Equal((percent, left), (load.Percent, load.Left));
    }

    [Theory]
    [InlineData(180, 77, 43), InlineData(180, 76, 42), InlineData(200, 85, 43), InlineData(180, 179, 99), InlineData(180, 180, 100), InlineData(180, 200, 111), InlineData(180, 203, 113)]
    public void Is_read_as_the_nearest_per_cent_but_full_only_when_it_is(int minutes, int taken, int percent) => Assert.Equal(percent, Load("2027-01-12", minutes, taken).PercentShown);

    [Theory]
    [InlineData("2027-01-11", null), InlineData("2027-01-12", "2027-01-12"), InlineData("2027-01-20", "2027-01-12"), InlineData("2027-02-09", "2027-02-09"), InlineData("2027-06-01", "2027-02-09")]
    public void Finds_the_last_one_before_a_legal_date(string due, string? day)
    {
        MeetingLoad[] meetings = [Load("2027-02-09", 180, 0), Load("2027-01-12", 180, 0)];

        Assert.Equal(day, MeetingLoad.LastBefore(DateOnly.Parse(due, null), meetings)?.Day.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("4 5 6 7 60", 6, 5)] // one long hearing does not make every file long
    [InlineData("4 5 6 7", 12, 0)] // too few to learn from
    [InlineData("4 4 4 5 6 60", 5, 6)] // four and a half, begun
    [InlineData("0 0 0 0 0", 1, 5)]
    public void Learns_what_an_item_takes_from_past_ones(string minutes, int usual, int from) =>
        Assert.Equal(new UsualMinutes(usual, from), UsualMinutes.Learn([.. minutes.Split(' ').Select(m => TimeSpan.FromMinutes(int.Parse(m, null)))], otherwise: 12, fewest: 5));

    [Fact]
    public void Asks_for_a_request_and_a_draft_a_week_before()
    {
        var (rule, meeting) = (TheRules.InForce.Planning, new DateOnly(2027, 1, 12));

        Assert.Equal(new DateOnly(2027, 1, 5), TheRules.InForce.Notice.LatestAddition(meeting));
        Assert.Equal(new DateOnly(2027, 1, 5), rule.LatestDraft(TheRules.Plenary, meeting));
        Assert.Null(rule.LatestDraft(TheRules.Restricted, meeting));
    }

    [Fact]
    public void Knows_the_minutes_of_every_kind_of_file() =>
        Assert.Equal(TheRules.InForce.FileKinds.Kinds.Select(k => k.Code).Order(), TheRules.InForce.Planning.Minutes.Keys.Order());

    private static MeetingLoad Load(string day, int minutes, int taken) => new(new MeetingId(Guid.CreateVersion7()), DateOnly.Parse(day, null), minutes, taken);
}
