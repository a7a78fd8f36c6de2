namespace WitaLive.App.Spreadsheets;

/// <summary>Where the columns asked for stand in a sheet.</summary>
/// <param name="Row">The row of the headings, from 1.</param>
internal sealed record SheetHeadings(int Row, ImmutableDictionary<string, int> Columns, ImmutableArray<Heading> Missing, string? Twice)
{
    // Above the headings there may be a title and a few lines of explanation.
    private const int RowsToSearch = 20;

    /// <summary>The row near the top that has the most of the headings; nothing where no row has any.</summary>
    public static SheetHeadings? Find(IRowSource cells, ImmutableArray<Heading> headings)
    {
        using (cells)
        {
            SheetHeadings? best = null;
            for (var row = cells.Next(); row is { Number: <= RowsToSearch } found; row = cells.Next())
            {
                var here = In(found.Number, found.Values, headings);
                if (here.Columns.Count > (best?.Columns.Count ?? 0))
                    best = here;
            }
            return best;
        }
    }

    private static SheetHeadings In(int row, SheetValue[] values, ImmutableArray<Heading> headings)
    {
        var columns = ImmutableDictionary.CreateBuilder<string, int>();
        string? twice = null;
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column].IsEmpty || headings.FirstOrDefault(h => h.Matches(values[column].Text)) is not { } heading)
                continue;
            if (!columns.TryAdd(heading.Key, column))
                twice ??= heading.Names[0];
        }
        return new(row, columns.ToImmutable(), [.. headings.Where(h => h.IsRequired && !columns.ContainsKey(h.Key))], twice);
    }
}
