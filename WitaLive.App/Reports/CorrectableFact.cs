namespace WitaLive.App.Reports;

/// <summary>A fact of a report that can be put right, as its form shows it.</summary>
/// <param name="Key">Names it in what is posted.</param>
/// <param name="Name">What is corrected.</param>
/// <param name="Now">What the report says of it.</param>
public sealed record CorrectableFact(string Key, string Name, string Now)
{
    /// <summary>The hours it has; null for a fact without any.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Hours { get; init; }

    /// <summary>The text it has; null for a fact without any.</summary>
    public string? Text { get; init; }

    /// <summary>How the field of the text is called.</summary>
    public string? TextLabel { get; init; }

    /// <summary>The text is one line.</summary>
    public bool IsShort { get; init; }

    /// <summary>To which of these it belongs, when that is still to be chosen.</summary>
    public ImmutableArray<(Guid Id, string Name)> Items { get; init; } = [];
}
