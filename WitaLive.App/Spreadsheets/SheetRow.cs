namespace WitaLive.App.Spreadsheets;

/// <summary>A filled row below the headings.</summary>
/// <param name="number">As the spreadsheet program counts, from 1, headings included.</param>
public sealed class SheetRow(int number, ImmutableDictionary<string, int> columns, SheetValue[] values)
{
    public int Number => number;

    /// <summary>The value under a heading; empty where the column or the cell is not there.</summary>
    public SheetValue this[string key] => columns.TryGetValue(key, out var index) && index < values.Length ? values[index] : SheetValue.Empty;
}
