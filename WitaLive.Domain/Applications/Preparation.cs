using System.Text.Json.Serialization;

namespace WitaLive.Domain.Applications;

public sealed record PreparationTooLong(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>What a member notes in private while reading a file before a meeting. It binds nobody and is shown to nobody else.</summary>
public sealed record Preparation
{
    /// <summary>Longest note, in characters.</summary>
    public const int LongestNote = 4000;

    /// <summary>Nothing noted.</summary>
    public static readonly Preparation None = new("", null);

    [JsonConstructor]
    private Preparation(string note, string? leaning) => (Note, Leaning) = (note, leaning);

    public string Note { get; }

    /// <summary>The outcome the member leans to; null for none yet.</summary>
    public string? Leaning { get; }

    /// <param name="outcomes">What may be put to the vote on the file.</param>
    public static Result<Preparation> Of(string note, string? leaning, ImmutableArray<string> outcomes)
    {
        var words = FreeText.Of(note);
        return words.Length > LongestNote || (leaning is not null && !outcomes.Contains(leaning)) ? new PreparationTooLong(LongestNote) : new Preparation(words, leaning);
    }
}
