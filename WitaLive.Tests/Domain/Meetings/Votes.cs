using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Domain.Meetings;

internal static class Votes
{
    public static Meeting AllExcept(this Meeting meeting, int seat) =>
        meeting.VotingSeats(meeting.Ballot!).Where(s => s.Seat != A.Seat(seat)).Aggregate(meeting, (m, s) =>
            m.Do(new CastVote(new(Guid.NewGuid()), m.Ballot!.Id, s.Seat, Choice.For), A.By(s.Voter)));
}
