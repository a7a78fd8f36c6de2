using System.Text.Json.Serialization;
using WitaLive.Domain.Decisions;

namespace WitaLive.Domain.Quorum;

/// <summary>Groups that are counted together for the quorum.</summary>
/// <param name="Seats">Seats of the bloc in the formation, all groups together; at least 1.</param>
/// <param name="Share">The part of the seats that must be there; above 0/1, at most 1/1.</param>
/// <exception cref="ArgumentException">No name, no group, no seat, or a share out of range.</exception>
public sealed record Bloc(string Name, ImmutableArray<GroupCode> Groups, int Seats, Fraction Share)
{
    public string Name { get; } = string.IsNullOrWhiteSpace(Name) ? throw new ArgumentException("A bloc has no name.", nameof(Name)) : Name;

    public ImmutableArray<GroupCode> Groups { get; } = Groups.IsDefaultOrEmpty
        ? throw new ArgumentException($"The bloc {Name} has no group.", nameof(Groups))
        : Groups;

    public int Seats { get; } = Seats >= 1 ? Seats : throw new ArgumentException($"The bloc {Name} has {Seats} seats.", nameof(Seats));

    public Fraction Share { get; } = Share > Fraction.Zero && Share <= Fraction.One
        ? Share
        : throw new ArgumentException($"The bloc {Name} needs {Share} of its seats; it must be above 0 and at most 1.", nameof(Share));

    /// <summary>The smallest whole number of seats that is at least the share: half of 9 is 5.</summary>
    [JsonIgnore]
    public int Needed => (int)((Seats * Share.Numerator + Share.Denominator - 1) / Share.Denominator);

    /// <exception cref="ArgumentOutOfRangeException">A group has a negative number of seats present, or the bloc more than it has.</exception>
    public BlocStatus Count(IReadOnlyDictionary<GroupCode, int> present)
    {
        ArgumentNullException.ThrowIfNull(present);
        var sum = 0;
        foreach (var group in Groups)
        {
            var seats = present.GetValueOrDefault(group);
            ArgumentOutOfRangeException.ThrowIfNegative(seats, nameof(present));
            sum += seats;
        }
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sum, Seats, nameof(present));
        return new(Name, sum, Needed);
    }

    public bool Equals(Bloc? other) => other is not null && Name == other.Name && Groups.SequenceEqual(other.Groups)
        && Seats == other.Seats && Share == other.Share;

    public override int GetHashCode() => HashCode.Combine(Name, Groups.Length, Seats, Share);
}
