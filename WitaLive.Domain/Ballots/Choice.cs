using System.Text.Json.Serialization;

namespace WitaLive.Domain.Ballots;

/// <summary>What a seat votes: for, against, abstain, or the name of one of several exclusive outcomes.</summary>
[JsonConverter(typeof(CodeConverter<Choice>))]
public readonly record struct Choice(string Value) : ICode<Choice>
{
    public static readonly Choice For = new("for");
    public static readonly Choice Against = new("against");
    public static readonly Choice Abstain = new("abstain");

    public static Choice From(string value) => new(value);

    public override string ToString() => Value;
}
