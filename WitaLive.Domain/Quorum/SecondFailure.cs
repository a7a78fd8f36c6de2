using System.Text.Json.Serialization;

namespace WitaLive.Domain.Quorum;

/// <summary>What follows when there is no quorum at the second convocation either.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ReferTo), "referTo")]
[JsonDerivedType(typeof(DecideWhateverTheNumber), "decideWhateverTheNumber")]
public abstract record SecondFailure
{
    private SecondFailure() { }

    /// <summary>The items go to another formation. Royal decree of 13 March 2023, art. 4 § 4; rules of procedure, art. 17 § 4.</summary>
    public sealed record ReferTo(FormationCode Formation) : SecondFailure;

    /// <summary>Those who are there decide, with a chair. Royal decree of 13 March 2023, art. 5 § 2; rules of procedure, art. 20 § 4.</summary>
    public sealed record DecideWhateverTheNumber : SecondFailure;
}
