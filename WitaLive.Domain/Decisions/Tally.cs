using System.Text.Json.Serialization;

namespace WitaLive.Domain.Decisions;

/// <summary>What one group voted. Unit: seats; each pair counts once.</summary>
/// <param name="Present">Seats present or represented, whether they voted or not.</param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
/// <exception cref="ArgumentException">More votes than seats present.</exception>
public sealed record Tally(GroupCode Group, int Present, int For, int Against, int Abstained)
{
    public GroupCode Group { get; } = Group;

    public int Present { get; } = NotNegative(Present, nameof(Present));

    public int For { get; } = NotNegative(For, nameof(For));

    public int Against { get; } = NotNegative(Against, nameof(Against));

    public int Abstained { get; } = (long)For + Against + NotNegative(Abstained, nameof(Abstained)) <= Present
        ? Abstained
        : throw new ArgumentException($"{Group}: {(long)For + Against + Abstained} votes from {Present} seats present.", nameof(Present));

    /// <summary>Seats present that have not voted.</summary>
    [JsonIgnore]
    public int Pending => Present - For - Against - Abstained;

    private static int NotNegative(int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count, name);
        return count;
    }
}
