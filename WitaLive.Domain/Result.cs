using System.Text.Json.Serialization;

namespace WitaLive.Domain;

/// <summary>A value, or the reason why there is none.</summary>
public abstract record Result<T>
{
    private Result() { }

    public sealed record Ok(T Value) : Result<T>;

    public sealed record Refused(Refusal Why) : Result<T>;

    public static implicit operator Result<T>(T value) => new Ok(value);

    public static implicit operator Result<T>(Refusal why) => new Refused(why);
}

/// <summary>An expected "no". The type's name is the key of its text in every language.</summary>
public abstract record Refusal
{
    [JsonIgnore]
    public string Key => GetType().Name;

    /// <summary>What fills {0}, {1}, … in the text, in that order. Empty for a text without gaps.</summary>
    [JsonIgnore]
    public virtual ImmutableArray<object> Gaps => [];
}
