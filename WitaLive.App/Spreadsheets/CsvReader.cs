using System.Text;
using WitaLive.Domain;

namespace WitaLive.App.Spreadsheets;

/// <summary>A .csv that somebody gave us: UTF-8, or what Windows programs write; commas, semicolons or tabs between the cells. Read row by row.</summary>
internal sealed class CsvReader : IRowSource
{
    private const int LongestCell = 32_767;

    private static readonly System.Buffers.SearchValues<byte> s_neverInText = System.Buffers.SearchValues.Create([.. Enumerable.Range(1, 31).Except([9, 10, 11, 12, 13, 26, 27]).Select(b => (byte)b)]);

    private readonly StreamReader _text;
    private readonly char _between;
    private readonly int _mostColumns;
    private int _row;

    private CsvReader(Stream stream, Encoding encoding, char between, int mostColumns)
    {
        stream.Position = 0;
        (_text, _between, _mostColumns) = (new(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true), between, mostColumns);
    }

    /// <summary>Whether a file is plain text: it begins like no archive, and not like what a program writes. Zero bytes alone are text in another encoding, or damage, which is said when their row is read.</summary>
    public static bool IsText(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[4096];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var begins = head.AsSpan(0, read);
        if (begins is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true; // the mark of UTF-16
        return read > 0 && !begins.StartsWith("PK"u8) && (!begins.Contains((byte)0) || (begins.ContainsAnyExcept((byte)0) && !begins.ContainsAny(s_neverInText)));
    }

    /// <summary>The one sheet there is in it, when it has the columns asked for.</summary>
    public static Result<SheetReader> Find(Stream stream, ImmutableArray<Heading> headings, ReadLimits? limits = null)
    {
        var within = limits ?? new ReadLimits();
        if (stream.Length > within.File)
            return new SpreadsheetTooLarge(within.File / (1024 * 1024));
        var encoding = IsUtf8(stream) ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        SheetHeadings? best = null;
        var between = ';';
        foreach (var mark in new[] { ';', ',', '\t' })
        {
            SheetHeadings? found = null;
            if (WorkbookReader.Guarded(() => { found = SheetHeadings.Find(new CsvReader(stream, encoding, mark, within.Columns), headings); return null; }) is { } broken)
                return broken;
            if (found is not null && found.Columns.Count > (best?.Columns.Count ?? 0))
                (best, between) = (found, mark);
        }
        return best switch
        {
            null => new WrongSheet(string.Join(", ", headings.Where(h => h.IsRequired).Select(h => h.Names[0]))),
            { Twice: { } twice } => new ColumnTwice("CSV", twice),
            { Missing: { IsEmpty: false } missing } => new ColumnMissing("CSV", string.Join(", ", missing.Select(h => h.Names[0]))),
            _ => new SheetReader("CSV", () => new CsvReader(stream, encoding, between, within.Columns), best, within),
        };
    }

    public (int Number, SheetValue[] Values)? Next()
    {
        if (_text.Peek() < 0)
            return null;
        var cells = new List<SheetValue>();
        var cell = new StringBuilder();
        var (number, quoted) = (++_row, false);
        while (true)
        {
            var c = _text.Read();
            if (c == 0)
                throw new ZeroInTextException(number);
            if (c < 0 || (!quoted && (c is '\n' or '\r')))
            {
                if (c == '\r' && _text.Peek() == '\n')
                    _text.Read();
                Add(cells, cell);
                return (number, [.. cells]);
            }
            if (quoted && c == '"' && _text.Peek() == '"')
                cell.Append((char)_text.Read());
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (c == _between && !quoted)
                Add(cells, cell);
            else if (cell.Length < LongestCell)
                cell.Append((char)c);
            else
                throw new CellTooLongException();
        }
    }

    public void Dispose() => _text.Dispose();

    private void Add(List<SheetValue> cells, StringBuilder cell)
    {
        if (cells.Count < _mostColumns)
            cells.Add(new SheetValue(cell.ToString()) { IsFormula = cell.Length > 1 && cell[0] == '=' });
        cell.Clear();
    }

    private static bool IsUtf8(Stream stream)
    {
        stream.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, chars) = (new byte[64 * 1024], new char[64 * 1024 + 1]);
        try
        {
            for (int read; (read = stream.Read(bytes)) > 0;)
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false);
            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
