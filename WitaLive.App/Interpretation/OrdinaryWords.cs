using WitaLive.Domain;

namespace WitaLive.App.Interpretation;

/// <summary>Which words that are also a name somebody said to be ordinary ones, while they write one text.</summary>
internal sealed class OrdinaryWords
{
    private ImmutableArray<string> _said = [];

    /// <summary>What is asked about now; null for nothing.</summary>
    public string? Asked { get; private set; }

    public bool IsOrdinary { get; set; }

    public ImmutableArray<string> All => IsOrdinary && Asked is { } word ? _said.Add(word) : _said;

    /// <summary>After the text was sent: what it was refused for, or that it was taken.</summary>
    public void Hear(Refusal? why)
    {
        _said = why is null ? [] : All;
        (Asked, IsOrdinary) = why is InterpretationMayName(var found) ? (found, false) : (null, false);
    }
}
