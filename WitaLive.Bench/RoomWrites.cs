using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Bench;

/// <summary>From a vote entering the room until it is on disk: spread over a second, and all at the same moment.</summary>
internal static class RoomWrites
{
    public static async Task RunAsync(Figures figures, BenchCommission commission, string name, int voters, TimeSpan over)
    {
        await using var room = await commission.OpenRoomAsync();
        var writes = room.Writes;
        var votes = commission.Seats.Take(voters).Select(seat => (Seat: seat, Id: new VoteId(Guid.CreateVersion7()))).ToList();
        var start = Stopwatch.GetTimestamp();
        var carriedOver = CarryOverAsync(commission, over / 2);
        var durations = await Task.WhenAll(votes.Select((vote, i) => Task.Run(async () =>
        {
            if (over > TimeSpan.Zero && over * i / voters - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            var sent = Stopwatch.GetTimestamp();
            var outcome = await room.SendAsync(new CastVote(vote.Id, commission.Ballot, vote.Seat.Id, Choice.For), new(vote.Seat.Effective));
            var taken = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            return outcome is Result<ImmutableArray<MeetingEvent>>.Ok ? taken : throw new InvalidOperationException("A vote was refused.");
        })));

        await carriedOver;
        // What the senders were told against what the disk says, in a state read anew.
        var replayed = await commission.Journal().ReadAsync(commission.Meeting, new Meeting());
        var recorded = replayed.Ballot!.Votes.Values.Select(v => v.Id).ToHashSet();
        var lost = votes.Count(v => !recorded.Contains(v.Id));
        figures.Add(name, new Percentiles(durations).ToString(), $"{room.Writes - writes} transactions; {lost} lost, {recorded.Count - votes.Count + lost} doubled");
    }

    // As the app does it every few seconds, here for certain once while votes are written.
    private static async Task CarryOverAsync(BenchCommission commission, TimeSpan after)
    {
        await Task.Delay(after);
        await SqliteCheckpoints.CarryOverAsync(commission, default);
    }
}
