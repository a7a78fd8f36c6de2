namespace WitaLive.Domain.Figures;

/// <summary>
/// A table of persons counted twice over (by outcome and by language), with the sums of its rows and columns, in which nobody can be recognised:
/// small cells are masked, and with them what would give them away by subtraction.
/// </summary>
/// <remarks>
/// Each line with its sum is an equation. A masked cell can be worked out exactly where a line has only one of them, or where it is the only link between two
/// parts of the table; so cells are masked until every one stands on a ring of masked ones, along which some could be one more and others one less.
/// What is masked in a line comes to at least the smallest cell together: two masked cells that make 2 would be 1 and 1.
/// </remarks>
public sealed class MaskedTable
{
    private readonly int[,] _counts;
    private readonly bool[,] _masked;
    private readonly int _smallest;

    private MaskedTable(int[,] counts, int smallest) => (_counts, _masked, _smallest) = (counts, new bool[counts.GetLength(0), counts.GetLength(1)], smallest);

    /// <summary>Rows without the one of the sums.</summary>
    public int Rows => _counts.GetLength(0) - 1;

    /// <summary>Columns without the one of the sums.</summary>
    public int Columns => _counts.GetLength(1) - 1;

    /// <summary>A cell, or null where it is masked. The row after the last holds the sums of the columns, the column after the last those of the rows.</summary>
    public int? this[int row, int column] => _masked[row, column] ? null : _counts[row, column];

    /// <param name="counts">Of persons, each 0 or more; lines of one length.</param>
    /// <param name="smallest">The smallest count that may be shown. A count of none tells of nobody.</param>
    /// <exception cref="ArgumentException">There is no row or no column, or the rows are not of one length.</exception>
    public static MaskedTable Of(ImmutableArray<ImmutableArray<int>> counts, int smallest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 1);
        if (counts.IsDefaultOrEmpty || counts[0].IsEmpty || counts.Any(row => row.Length != counts[0].Length))
            throw new ArgumentException("A table has rows of one length.", nameof(counts));
        var (rows, columns) = (counts.Length, counts[0].Length);
        var all = new int[rows + 1, columns + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(counts[row][column], nameof(counts));
                all[row, column] = counts[row][column];
                all[row, columns] += counts[row][column];
                all[rows, column] += counts[row][column];
                all[rows, columns] += counts[row][column];
            }
        }
        var table = new MaskedTable(all, smallest);
        table.Mask();
        return table;
    }

    private void Mask()
    {
        foreach (var (row, column) in Cells())
            _masked[row, column] = _counts[row, column] > 0 && _counts[row, column] < _smallest;
        while (NextToMask() is { } next)
            _masked[next.Row, next.Column] = true;
    }

    // One cell more, where something could still be worked out; null when nothing can.
    private (int Row, int Column)? NextToMask() =>
        Lines().Where(TellsTooMuch).Select(Cheapest).FirstOrDefault(cell => cell is not null)
        ?? Cells().Where(cell => _masked[cell.Row, cell.Column] && IsOnlyLink(cell)).SelectMany(cell => new[] { Cheapest(LineOfRow(cell.Row)), Cheapest(LineOfColumn(cell.Column)) })
            .OfType<(int Row, int Column)>().OrderBy(Price).Select(cell => ((int, int)?)cell).FirstOrDefault();

    private bool TellsTooMuch(List<(int Row, int Column)> line)
    {
        var masked = line.FindAll(cell => _masked[cell.Row, cell.Column]);
        var sum = line[^1];
        return masked.Count == 1 || (masked.Count > 1 && !_masked[sum.Row, sum.Column] && masked.Sum(cell => _counts[cell.Row, cell.Column]) < _smallest);
    }

    private (int Row, int Column)? Cheapest(List<(int Row, int Column)> line) =>
        line.Where(cell => !_masked[cell.Row, cell.Column]).OrderBy(Price).Select(cell => ((int, int)?)cell).FirstOrDefault();

    // The smallest that holds somebody; then sums, which tell more; what holds nobody last, for it hides nothing.
    private (int, int) Price((int Row, int Column) cell) =>
        (_counts[cell.Row, cell.Column] == 0 ? 2 : cell.Row == Rows || cell.Column == Columns ? 1 : 0, _counts[cell.Row, cell.Column]);

    // Rows and columns are joined by their masked cells: without this one, could one still get from its row to its column?
    private bool IsOnlyLink((int Row, int Column) cut)
    {
        var (seen, open) = (new HashSet<(bool IsRow, int Number)> { (true, cut.Row) }, new Stack<(bool IsRow, int Number)>([(true, cut.Row)]));
        while (open.TryPop(out var here))
        {
            foreach (var cell in (here.IsRow ? LineOfRow(here.Number) : LineOfColumn(here.Number)).Where(cell => _masked[cell.Row, cell.Column] && cell != cut))
            {
                var there = here.IsRow ? (false, cell.Column) : (true, cell.Row);
                if (seen.Add(there))
                    open.Push(there);
            }
        }
        return !seen.Contains((false, cut.Column));
    }

    private IEnumerable<(int Row, int Column)> Cells() => Enumerable.Range(0, Rows + 1).SelectMany(LineOfRow);

    private IEnumerable<List<(int Row, int Column)>> Lines() =>
        Enumerable.Range(0, Rows + 1).Select(LineOfRow).Concat(Enumerable.Range(0, Columns + 1).Select(LineOfColumn));

    private List<(int Row, int Column)> LineOfRow(int row) => [.. Enumerable.Range(0, Columns + 1).Select(column => (row, column))];

    private List<(int Row, int Column)> LineOfColumn(int column) => [.. Enumerable.Range(0, Rows + 1).Select(row => (row, column))];
}
