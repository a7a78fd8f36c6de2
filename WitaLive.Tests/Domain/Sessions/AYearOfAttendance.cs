using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.Tests.Domain.Sessions;

public class AYearOfAttendance
{
    private static readonly MandateRule s_rule = TheRules.InForce.Mandates;

    [Theory]
    [InlineData("..xx", true)] // half of them
    [InlineData("..xj", false)] // one of them justified
    [InlineData("...xx", false)]
    [InlineData("ppxr", false)] // the partner sat, or the voice was given
    [InlineData("x", false)] // one of one is all of them, and says nothing yet
    [InlineData(".x", false)]
    [InlineData("xx", true)]
    [InlineData(".xx", true)]
    [InlineData("j", false)]
    [InlineData("", false)]
    public void Costs_the_mandate_from_half_of_the_meetings_missed_without_justification(string meetings, bool costs) =>
        Assert.Equal(costs, Year(meetings).HasMissedTooMany(s_rule));

    [Theory]
    [InlineData("..xx", 181, false)] // the third meeting was on day 60: six months end 31 July
    [InlineData("..xx", 250, true)]
    [InlineData("..jj", 250, true)] // the article says nothing of justification here
    [InlineData("..xp", 250, false)]
    [InlineData("....", 250, false)]
    public void Costs_it_too_when_the_absence_lasts_for_more_than_six_months(string meetings, int today, bool costs) =>
        Assert.Equal(costs, Year(meetings).IsAwayTooLong(s_rule, A.Start.AddDays(today)));

    [Fact]
    public void Counts_for_each_member_what_became_of_the_place()
    {
        var plan = A.Restricted();
        var session = new AStory(plan).At(-60, new ReceiveProxy(A.Seat(5), A.Person(6), A.Start.AddDays(-1)), A.Secretary)
            .Opened(1, 2, 4, 6).In(0, A.Substitute(2)).Out(90, A.Person(2)).Closed(100).Session!;

        Assert.Equal(Turnout.Came, Of(A.Person(2)));
        Assert.Equal(Turnout.Came, Of(A.Substitute(2), convened: false)); // came uncalled
        Assert.Null(Of(A.Substitute(1), convened: false));
        Assert.Equal(Turnout.PartnerCame, Of(A.Substitute(1), convened: true));
        Assert.Equal(Turnout.Absent, Of(A.Person(3)));
        Assert.Equal(Turnout.Represented, Of(A.Person(5)));
        Assert.Null(Of(A.Stranger));

        Turnout? Of(PersonId person, bool convened = true) => YearOfAttendance.Of(session, person, convened, s_rule);
    }

    // One meeting every thirty days: «.» came, «p» partner, «r» represented, «x» absent, «j» absent with justification.
    private static YearOfAttendance Year(string meetings) => new(A.Person(1), A.Start,
        [.. meetings.Select((what, n) => new Called(new(Guid.NewGuid()), A.Start.AddDays(30 * n), what switch
        {
            '.' => Turnout.Came,
            'p' => Turnout.PartnerCame,
            'r' => Turnout.Represented,
            _ => Turnout.Absent,
        }, what == 'j'))]);
}
