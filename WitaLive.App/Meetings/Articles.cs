namespace WitaLive.App.Meetings;

/// <summary>Where a rule stands, in what a refusal tells. Wherever no page puts it in words, it is at least the articles as the rules quote them.</summary>
public sealed record Articles(ImmutableArray<string> Source)
{
    public override string ToString() => string.Join(", ", Source);
}
