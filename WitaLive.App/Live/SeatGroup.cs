using WitaLive.Domain;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Live;

/// <summary>The seats of one group, in the order of the plan.</summary>
public sealed class SeatGroup
{
    private SeatGroup(GroupCode group, ImmutableArray<SeatView> seats)
    {
        (Group, Seats) = (group, seats);
        Counting = seats.Count(s => s.Voter is not null);
        Voted = seats.Count(s => s.HasVoted);
        Votes = seats.Where(s => s.HasVoted).GroupBy(s => s.Vote!.Choice).ToImmutableDictionary(g => g.Key, g => g.Count());
    }

    public GroupCode Group { get; }

    public ImmutableArray<SeatView> Seats { get; }

    /// <summary>Present or represented. Unit: seats.</summary>
    public int Counting { get; }

    /// <summary>Unit: seats.</summary>
    public int Voted { get; }

    /// <summary>Seats by what they voted.</summary>
    public ImmutableDictionary<Choice, int> Votes { get; }

    /// <summary>A group whose seats are as they were is the same object, and so is the whole when all are.</summary>
    internal static ImmutableArray<SeatGroup> Of(ImmutableArray<SeatView> seats, ImmutableArray<SeatGroup> before)
    {
        var groups = seats.GroupBy(s => s.Seat.Group).Select((group, i) =>
        {
            ImmutableArray<SeatView> now = [.. group];
            return i < before.Length && before[i].Group == group.Key && before[i].Seats.SequenceEqual(now) ? before[i] : new SeatGroup(group.Key, now);
        }).ToImmutableArray();
        return groups.SequenceEqual(before) ? before : groups;
    }
}
