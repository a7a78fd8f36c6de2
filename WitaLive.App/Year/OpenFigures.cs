using System.Text.Json.Serialization;
using WitaLive.Domain.Figures;

namespace WitaLive.App.Year;

/// <summary>A table of persons in the open figures.</summary>
/// <param name="Name">A code: received, decided or circulation.</param>
/// <param name="Cells">By row and column; null is masked.</param>
public sealed record OpenTable(
    string Name, ImmutableArray<string> Rows, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<int?>> Cells,
    ImmutableArray<int?> RowTotals, ImmutableArray<int?> ColumnTotals, int? Total)
{
    public static OpenTable Of(string name, ImmutableArray<string> rows, ImmutableArray<string> columns, Func<string, string, int> count, int smallest)
    {
        var masked = MaskedTable.Of([.. rows.Select(row => columns.Select(column => count(row, column)).ToImmutableArray())], smallest);
        return new(
            name, rows, columns,
            [.. Enumerable.Range(0, masked.Rows).Select(row => Enumerable.Range(0, masked.Columns).Select(column => masked[row, column]).ToImmutableArray())],
            [.. Enumerable.Range(0, masked.Rows).Select(row => masked[row, masked.Columns])],
            [.. Enumerable.Range(0, masked.Columns).Select(column => masked[masked.Rows, column])],
            masked[masked.Rows, masked.Columns]);
    }
}

/// <param name="Name">From which step to which other one, as a code.</param>
/// <param name="MedianDays">Null where fewer persons stand behind it than may be shown.</param>
public sealed record OpenDelay(string Name, decimal? MedianDays, int? NinetiethDays);

/// <summary>Meetings held, which are no persons.</summary>
/// <param name="Language">Empty for a formation of all languages.</param>
public sealed record OpenMeetings(string Formation, string Language, int Held);

/// <summary>The figures of a calendar year that is over, for anyone: nobody can be recognised in them.</summary>
/// <param name="SmallestCell">Counts of persons below it are masked, and with them what would give them away by subtraction.</param>
public sealed record OpenFigures(int Year, int SmallestCell, ImmutableArray<OpenTable> Tables, ImmutableArray<OpenDelay> Delays, ImmutableArray<OpenMeetings> Meetings)
{
    /// <summary>Of the tables, by its code.</summary>
    public OpenTable Table(string name) => Tables.First(table => table.Name == name);

    [JsonIgnore]
    public bool IsEmpty => Tables.All(table => table.Total == 0) && Meetings.IsEmpty;
}
