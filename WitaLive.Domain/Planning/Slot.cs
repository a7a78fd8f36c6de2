namespace WitaLive.Domain.Planning;

/// <summary>The time, the room and the people that a meeting takes.</summary>
/// <param name="Room">Empty where none is needed.</param>
/// <param name="Members">Everyone who holds a seat in it.</param>
/// <param name="Chair">Who presides first; null where nobody was elected.</param>
public sealed record Slot(MeetingId Meeting, DateTimeOffset Start, DateTimeOffset End, string Room, ImmutableHashSet<PersonId> Members, PersonId? Chair)
{
    /// <summary>One that begins as the other ends does not meet it.</summary>
    public bool Overlaps(Slot other) => Start < other.End && other.Start < End;

    /// <summary>What two meetings at the same time both need, for each of the others that does; itself is none of them.</summary>
    public ImmutableArray<Clash> ClashesWith(IEnumerable<Slot> others) =>
    [
        .. from other in others
           where other.Meeting != Meeting && Overlaps(other)
           let clash = new Clash(
               other,
               Members.Intersect(other.Members),
               Room.Length > 0 && string.Equals(Room.Trim(), other.Room.Trim(), StringComparison.OrdinalIgnoreCase),
               Shared(Chair, other) ?? Shared(other.Chair, this))
           where !clash.Members.IsEmpty || clash.IsSameRoom || clash.Chair is not null
           orderby other.Start
           select clash,
    ];

    private static PersonId? Shared(PersonId? chair, Slot other) => chair is { } one && (other.Chair == one || other.Members.Contains(one)) ? one : null;
}

/// <summary>What another meeting at the same time needs, too.</summary>
/// <param name="Members">Who would have to be in both; where duos are complete, the partner may sit in one.</param>
/// <param name="Chair">Who presides one of them and is needed in the other.</param>
public sealed record Clash(Slot Other, ImmutableHashSet<PersonId> Members, bool IsSameRoom, PersonId? Chair);
