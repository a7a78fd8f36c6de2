namespace WitaLive.App.Spreadsheets;

/// <summary>One column of a sheet to write.</summary>
/// <param name="Heading">Its first cell, in the reader's language.</param>
/// <param name="Width">In characters of the normal font; 0 to follow the heading's length. 255 at most.</param>
/// <param name="Wraps">Long text goes over several lines instead of under the next column.</param>
public sealed record Column(string Heading, double Width = 0, bool Wraps = false)
{
    /// <summary>What a person may choose from in this column, offered as a list; empty for free text.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What is typed into it stays as it was typed, such as a number that begins with 0 or +.</summary>
    public bool KeepsText { get; init; }

    internal double Breadth => Math.Clamp(Width > 0 ? Width : Heading.Length + 4, 4, 255);
}
