namespace WitaLive.App.Spreadsheets;

/// <summary>What is known of a sheet before its first row is written.</summary>
/// <param name="Name">Made valid and unique by the writer.</param>
/// <param name="Columns">When they have headings, the first row is frozen, repeated on each page and can be filtered.</param>
public sealed record SheetLayout(string Name, ImmutableArray<Column> Columns)
{
    public bool IsLandscape { get; init; } = true;

    /// <summary>Printed above each page. Empty for the sheet's name.</summary>
    public string Title { get; init; } = "";

    internal bool HasHeadings => Columns.Any(c => c.Heading.Length > 0);
}
