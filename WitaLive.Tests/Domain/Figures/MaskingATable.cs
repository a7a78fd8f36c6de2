using FsCheck;
using FsCheck.Fluent;
using WitaLive.Domain.Figures;

namespace WitaLive.Tests.Domain.Figures;

public class MaskingATable
{
    private const int Smallest = 5;

    private static readonly Arbitrary<ImmutableArray<ImmutableArray<int>>> s_tables = Arb.From(
        from rows in Gen.Choose(1, 5)
        from columns in Gen.Choose(1, 4)
        from cells in Gen.Frequency((3, Gen.Choose(0, 6)), (2, Gen.Choose(0, 40)), (1, Gen.Constant(0))).ArrayOf(rows * columns)
        select Enumerable.Range(0, rows).Select(row => cells.Skip(row * columns).Take(columns).ToImmutableArray()).ToImmutableArray());

    [Theory] // rows with semicolons between them; ? is masked; the last of each row and the last row are sums
    [InlineData("10 20; 30 40", "10 20 30; 30 40 70; 40 60 100")]
    [InlineData("10 0; 30 40", "10 0 10; 30 40 70; 40 40 80")]
    [InlineData("3 20; 30 40", "? ? 23; ? ? 70; 33 60 93")] // one alone would follow from its row and from its column
    [InlineData("1 1 30; 9 9 9", "? ? ? 32; ? ? ? 27; 10 10 39 59")] // two that make 2 are 1 and 1
    [InlineData("3", "? ?; ? ?")]
    public void Hides_what_tells_of_few_and_what_would_give_it_away(string counts, string shown) =>
        Assert.Equal(shown, Said(MaskedTable.Of([.. counts.Split(';').Select(row => row.Trim().Split(' ').Select(int.Parse).ToImmutableArray())], Smallest)));

    [Fact]
    public void Never_shows_a_small_count_and_every_other_one_as_it_is() =>
        Prop.ForAll(s_tables, counts =>
        {
            var table = MaskedTable.Of(counts, Smallest);
            return Cells(table).All(cell => table[cell.Row, cell.Column] is not { } shown || (shown == True(counts, cell) && shown is 0 or >= Smallest));
        }).IsTried(1_000);

    /// <summary>The sums are equations; whoever solves them finds no masked cell that can have one value only.</summary>
    [Fact]
    public void Leaves_no_masked_cell_that_could_be_worked_out() =>
        Prop.ForAll(s_tables, counts =>
        {
            var table = MaskedTable.Of(counts, Smallest);
            var masked = Cells(table).Where(cell => table[cell.Row, cell.Column] is null).ToList();
            return Solved(table, masked).Count == 0;
        }).IsTried(1_000);

    [Fact]
    public void Hides_together_in_each_line_at_least_the_smallest_count_that_may_be_shown() =>
        Prop.ForAll(s_tables, counts =>
        {
            var table = MaskedTable.Of(counts, Smallest);
            return Lines(table).All(line => table[line[^1].Row, line[^1].Column] is null
                || line.Where(cell => table[cell.Row, cell.Column] is null).Sum(cell => True(counts, cell)) is 0 or >= Smallest);
        }).IsTried(1_000);

    [Fact]
    public void Masks_nothing_where_nothing_is_small() =>
        Prop.ForAll(s_tables, counts =>
        {
            var large = counts.Select(row => row.Select(count => count == 0 ? 0 : count + Smallest).ToImmutableArray()).ToImmutableArray();
            var table = MaskedTable.Of(large, Smallest);
            return Cells(table).All(cell => table[cell.Row, cell.Column] is not null);
        }).IsTried(200);

    // Gauss: each line with its sum is an equation in its masked cells. A cell is solved when a row of the reduced system holds it alone.
    private static List<int> Solved(MaskedTable table, List<(int Row, int Column)> masked)
    {
        var rows = Lines(table).Select(line => masked.Select(cell => line.Contains(cell) ? cell == line[^1] ? -1m : 1m : 0m).ToArray()).ToList();
        var (solved, at) = (new List<int>(), 0);
        for (var column = 0; column < masked.Count && at < rows.Count; column++)
        {
            if (rows.FindIndex(at, row => row[column] != 0) is not (>= 0 and var pivot))
                continue;
            (rows[at], rows[pivot]) = (rows[pivot], rows[at]);
            var lead = rows[at][column];
            rows[at] = [.. rows[at].Select(value => value / lead)];
            for (var other = 0; other < rows.Count; other++)
            {
                if (other != at && rows[other][column] is not 0 and var times)
                    rows[other] = [.. rows[other].Select((value, i) => value - (times * rows[at][i]))];
            }
            at++;
        }
        foreach (var row in rows)
        {
            if (row.Count(value => value != 0) == 1)
                solved.Add(Array.FindIndex(row, value => value != 0));
        }
        return solved;
    }

    private static int True(ImmutableArray<ImmutableArray<int>> counts, (int Row, int Column) cell) =>
        Enumerable.Range(0, counts.Length).Where(row => cell.Row == counts.Length || row == cell.Row)
            .Sum(row => counts[row].Where((_, column) => cell.Column == counts[0].Length || column == cell.Column).Sum());

    private static IEnumerable<(int Row, int Column)> Cells(MaskedTable table) =>
        Enumerable.Range(0, table.Rows + 1).SelectMany(row => Enumerable.Range(0, table.Columns + 1).Select(column => (row, column)));

    private static IEnumerable<List<(int Row, int Column)>> Lines(MaskedTable table) =>
        Enumerable.Range(0, table.Rows + 1).Select(row => Cells(table).Where(cell => cell.Row == row).ToList())
            .Concat(Enumerable.Range(0, table.Columns + 1).Select(column => Cells(table).Where(cell => cell.Column == column).ToList()));

    private static string Said(MaskedTable table) => string.Join("; ", Enumerable.Range(0, table.Rows + 1).Select(row =>
        string.Join(' ', Enumerable.Range(0, table.Columns + 1).Select(column => table[row, column]?.ToString(CultureInfo.InvariantCulture) ?? "?"))));
}
