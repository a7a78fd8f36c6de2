using System.Buffers;
using System.Globalization;
using System.Text;

namespace WitaLive.App.Spreadsheets;

/// <summary>Writes a table as text: semicolons between the cells, as spreadsheets in Belgium read it, UTF-8 with its mark. Text that a spreadsheet would run gets an apostrophe before it.</summary>
public sealed class CsvWriter
{
    /// <summary>What a download of it calls itself.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\";,\r\n\t");

    private readonly StringBuilder _text = new("\uFEFF");

    /// <param name="cells">Text, whole or exact numbers, days; null for an empty cell.</param>
    public CsvWriter Add(params ReadOnlySpan<object?> cells)
    {
        for (var at = 0; at < cells.Length; at++)
            _text.Append(at == 0 ? "" : ";").Append(Written(cells[at]));
        _text.Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Written(object? cell) => cell switch
    {
        null => "",
        string text => Quoted(CellText.ToStore(text, out _)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No cell holds a {cell.GetType().Name}.", nameof(cell)),
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(s_quoted) || text != text.Trim() ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
