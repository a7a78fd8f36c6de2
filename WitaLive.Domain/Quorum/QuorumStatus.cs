using System.Text.Json.Serialization;

namespace WitaLive.Domain.Quorum;

/// <summary>What follows from who is there.</summary>
[JsonConverter(typeof(WordConverter<QuorumConsequence>))]
public enum QuorumConsequence
{
    /// <summary>The quorum is reached.</summary>
    Decide,

    /// <summary>The items go to the next meeting, convened anew.</summary>
    Reconvene,

    /// <summary>The items go to the formation named by the rule.</summary>
    Refer,

    /// <summary>Second convocation: valid with those who are there.</summary>
    DecideWhateverTheNumber,
}

/// <summary>One bloc's count. Unit: seats present or represented.</summary>
public sealed record BlocStatus(string Name, int Present, int Needed)
{
    [JsonIgnore]
    public bool IsReached => Present >= Needed;
}

/// <summary>The quorum at one moment.</summary>
/// <param name="Reached">Every bloc has what it needs and somebody presides; looks at nothing else.</param>
public sealed record QuorumStatus(bool Reached, ImmutableArray<BlocStatus> Blocs, bool ChairPresent, QuorumConsequence Consequence)
{
    /// <summary>Whether a decision taken now is valid: quorum, or a second convocation that decides whatever the number, with a chair.</summary>
    [JsonIgnore]
    public bool MayDecide => Consequence is QuorumConsequence.Decide or QuorumConsequence.DecideWhateverTheNumber;

    public bool Equals(QuorumStatus? other) => other is not null && Blocs.SequenceEqual(other.Blocs)
        && (Reached, ChairPresent, Consequence) == (other.Reached, other.ChairPresent, other.Consequence);

    public override int GetHashCode() => HashCode.Combine(Reached, Blocs.Length, ChairPresent, Consequence);
}
