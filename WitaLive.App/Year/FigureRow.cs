namespace WitaLive.App.Year;

/// <summary>A line of a table of figures.</summary>
/// <param name="Words">What it counts, in a sentence; null where the table says it.</param>
/// <param name="Address">The list it counts; null for whoever may not see it, and for none.</param>
public sealed record FigureRow(string Name, string? Words, int Count, string? Address)
{
    /// <summary>Of what its share is, where it is not that of the whole table.</summary>
    public int? Whole { get; init; }
}
