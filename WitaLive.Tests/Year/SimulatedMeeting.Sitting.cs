using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Year;

/// <summary>The meeting itself: who is there signs in; with a quorum it decides, without one it is adjourned and convened again.</summary>
internal sealed partial class SimulatedMeeting
{
    private async Task SitAsync()
    {
        var room = (await Office.Get<RoomDoor>().EnterAsync(id))!;
        var (plan, day) = (room.Meeting.Plan!, Today);
        // Everyone at once, as it is: the room takes them together.
        var there = _seats.Select(SitterOf).OfType<PersonId>().Concat(plan.Presiders.Select(p => p.Person).Where(ComesToPreside)).Distinct().ToList();
        await Task.WhenAll(there.Select(person => DoAsync(room, new SignIn(person, AttendanceMode.OnSite), person)));
        there.ForEach(person => YearFigures.Count(year.Figures.Attended, person));

        // What could have been: a seat for which either of the two was well that day, and somebody to preside.
        var could = plan.Quorum.Assess(
            _seats.Where(s => s.Duo.Any(p => !year.Absences.IsAway(p.Id, day))).GroupBy(s => s.Group).ToDictionary(g => g.Key, g => g.Count()),
            room.Meeting.Presiding()?.Role, plan.SecondConvocation);
        Assert.True(room.Meeting.Quorum().MayDecide || !could.Reached, $"{Kind} of {day}: failed with {could}");

        if (room.Meeting.Quorum().MayDecide)
            await DecideAsync(room);
        else
            await FailAsync(room);
    }

    // The effective member, if well and not excused; the substitute, if called or also there.
    private PersonId? SitterOf(App.Chambers.SeatOnDay seat) =>
        seat.Duo.Select(p => p.Id).Where(p => _convened.Contains(p) && !year.Absences.IsAway(p, Today) && (!_said.TryGetValue(p, out var kind) || kind.Comes()))
            .Select(p => (PersonId?)p).FirstOrDefault();

    // Who holds a seat comes as such; President, vice-president and the jurist who stands in come by office.
    private bool ComesToPreside(PersonId person) => _seats.All(s => !s.IsHeldBy(person))
        && (people.Jurists.Any(j => j.Id == person) ? person == people.Jurists[0].Id : !year.Absences.IsAway(person, Today));

    private async Task DecideAsync(MeetingRoom room)
    {
        var (chair, item) = (room.Meeting.InTheChair!.Person, room.Meeting.Items[0].Id);
        await DoAsync(room, new OpenMeeting(), chair);
        await DoAsync(room, new CallItem(item), chair);
        await DoAsync(room, new OpenBallot(new(Guid.NewGuid()), [item], [room.Meeting.Items[0].Planned.Outcomes[0]]), chair);
        var (ballot, voting) = (room.Meeting.Ballot!.Id, room.Meeting.Seats(item).Where(s => s.Counts).ToList());
        await Task.WhenAll(voting.Select(seat => DoAsync(room, new CastVote(new(Guid.NewGuid()), ballot, seat.Seat, Choice.For), seat.Voter!.Value)));
        year.Figures.Votes += voting.Count;
        await DoAsync(room, new CloseBallot(ballot), chair);
        await DoAsync(room, room.Meeting.ByRule(item)!, chair);
        await DoAsync(room, new CloseMeeting(), chair);
        YearFigures.Count(year.Figures.Held, Kind);
    }

    private async Task FailAsync(MeetingRoom room)
    {
        var chair = room.Meeting.InTheChair?.Person;
        await DoAsync(room, new AdjournMeeting(), chair ?? new(Guid.NewGuid()), isSecretariat: chair is null);
        YearFigures.Count(year.Figures.Failed, Kind);
        if (first is not null)
            return;
        var proposal = (await Office.Get<SecondProposals>().ReadAsync(PlanningOffice.Secretary, id, default))!;
        var (again, why) = await Office.Get<SecondConvening>().ConveneAsync(PlanningOffice.Secretary, id, proposal.Days[0].Day, new(9, 0), null, default);
        Assert.Null(why);
        year.Figures.Seconds++;
        await year.FollowAsync(again!.Value, proposal.Days[0].Day, chamber, this);
    }

    private static async Task DoAsync(MeetingRoom room, MeetingCommand command, PersonId by, bool isSecretariat = false)
    {
        var outcome = await room.SendAsync(command, new(by, isSecretariat));
        Assert.True(outcome is Result<ImmutableArray<MeetingEvent>>.Ok, $"{command.GetType().Name}: {outcome}");
    }
}
