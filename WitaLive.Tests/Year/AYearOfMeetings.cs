using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Convening;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using Xunit.Abstractions;

namespace WitaLive.Tests.Year;

/// <summary>146 meetings of 36 duos, with the clock in hand: whoever could have been replaced was, and the figures are those that were counted.</summary>
public class AYearOfMeetings(ITestOutputHelper output)
{
    [Fact]
    public async Task No_meeting_fails_whose_members_could_have_been_replaced_and_the_figures_are_as_counted()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var office = await PlanningOffice.OnAsync(Engine.Sqlite);
        var commission = await office.CommissionAsync();
        var pairs = commission.Seats.Where(s => s.Votes).ToList();
        Assert.Equal((36, 72), (pairs.Count, pairs.SelectMany(s => s.Duo).Select(p => p.Id).Distinct().Count()));
        var year = new SimulatedYear(office, random)
        {
            Commission = commission,
            Absences = new(random, commission.Seats.SelectMany(s => s.Duo).Concat(commission.Offices.Select(o => o.Person)).Select(p => p.Id).Distinct(), SimulatedYear.Of),
        };

        await year.RunAsync();

        output.WriteLine(year.Figures.ToString());
        await using var db = office.Databases.CreateDbContext();
        var meetings = await db.Set<PlannedMeeting>().AsNoTracking().AsSplitQuery().ToListAsync();
        var first = year.Meetings.Where(m => meetings.Single(p => p.Id == m.Id).FirstMeetingId is null);
        Assert.Equal(YearPlan.Counts, first.GroupBy(m => m.Kind).ToDictionary(g => g.Key, g => g.Count()));
        Assert.Equal(year.Figures.Held, By(MeetingState.Closed));
        Assert.Equal(year.Figures.Failed, By(MeetingState.Adjourned));
        var calledOff = meetings.Where(m => m.CancelledAt is not null).ToList();
        Assert.Equal(year.Figures.CalledOff, calledOff.Count);
        Assert.InRange(calledOff.Count, 2, 4); // second meetings count among all, and are never called off here
        Assert.All(calledOff, m => Assert.Equal(MeetingState.Planned, m.State));
        Assert.Equal(year.Figures.Seconds, meetings.Count(m => m.SecondConvocation));
        Assert.All(meetings.Where(m => m.SecondConvocation), m => Assert.True(m.StartsAt > meetings.Single(f => f.Id == m.FirstMeetingId).StartsAt));

        Assert.Equal(year.Figures.Answers, await db.Set<GivenAnswer>().CountAsync());
        Assert.Equal(year.Figures.Proxies, await db.Set<SignedProxy>().CountAsync());
        var substitutes = pairs.Select(s => s.Substitute!.Id).ToHashSet();
        var invited = await db.Set<Convocation>().AsNoTracking().Where(c => c.Kind == ConvocationKind.Invitation).ToListAsync();
        Assert.Equal(year.Figures.Called, invited.Sum(c => substitutes.Contains(c.PersonId) ? c.Calls : c.Calls - 1) - PresidingSubstitutes(year, invited));

        var (attended, votes) = (new Dictionary<PersonId, int>(), 0);
        foreach (var meeting in meetings)
        {
            var held = await office.Get<MeetingJournal>().ReadAsync(meeting.Id, new Meeting());
            foreach (var person in held.Attendances.Keys)
                YearFigures.Count(attended, person);
            votes += held.Ballots.Sum(ballot => ballot.Votes.Count);
        }
        Assert.Equal(year.Figures.Attended, attended);
        Assert.Equal(year.Figures.Votes, votes);

        Dictionary<string, int> By(MeetingState state) => year.Meetings.Where(m => meetings.Single(p => p.Id == m.Id).State == state).GroupBy(m => m.Kind).ToDictionary(g => g.Key, g => g.Count());
    }

    // A substitute chair who holds a seat as a substitute is convened from the beginning, to preside.
    private static int PresidingSubstitutes(SimulatedYear year, List<Convocation> invited) => year.Meetings.Sum(m => m.ConvenedToPreside.Count(person => invited.Any(c => c.MeetingId == m.Id && c.PersonId == person)));
}
