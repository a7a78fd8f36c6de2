using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace WitaLive.App.Spreadsheets;

/// <summary>The rows of one part, as plain arrays of values from the first column on.</summary>
internal sealed class CellReader(XmlReader xml, List<string> sharedTexts, NumberFormats formats, bool countsFrom1904, int mostColumns) : IRowSource
{
    private const int DaysFrom1900To1904 = 1462;

    // A cell holds 32,767 characters, and one that XML does not know is written with seven. A small file may unfold into a cell that fills the memory.
    private const int LongestStored = 7 * 32_767;

    private readonly List<SheetValue> _values = [];
    private int _row;

    /// <summary>The next row that stands in the file, with its number; nothing after the last.</summary>
    public (int Number, SheetValue[] Values)? Next()
    {
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                continue;
            _row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _row + 1;
            return (_row, Cells());
        }
        return null;
    }

    public void Dispose() => xml.Dispose();

    /// <summary>The text inside the element the reader stands on, rich or plain, without its phonetic signs; leaves it on the element's end.</summary>
    public static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";

        var (depth, phonetic, inText) = (xml.Depth, false, false);
        var text = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when xml.LocalName == "rPh":
                    phonetic = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when xml.LocalName == "t":
                    inText = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText && !phonetic:
                    Append(xml, text);
                    break;
                default:
                    break;
            }
        }
        return CellText.FromStore(EscapedText.Unescape(text.ToString()));
    }

    private SheetValue[] Cells()
    {
        _values.Clear();
        if (xml.IsEmptyElement)
            return [];

        var depth = xml.Depth;
        var next = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            var column = ColumnOf(xml.GetAttribute("r")) ?? next;
            next = column + 1;
            var value = Value();
            if (column >= mostColumns)
                continue;
            while (_values.Count <= column)
                _values.Add(SheetValue.Empty);
            _values[column] = value;
        }
        return [.. _values];
    }

    private SheetValue Value()
    {
        var (kind, style, depth) = (xml.GetAttribute("t"), xml.GetAttribute("s"), xml.Depth);
        if (xml.IsEmptyElement)
            return SheetValue.Empty;

        var (stored, computed) = (default(string), false);
        SheetValue? inline = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "is")
                inline = new SheetValue(TextOf(xml));
            else if (xml.LocalName == "f")
                computed = true;
            else if (xml.LocalName == "v")
                stored = Content();
        }
        var value = inline ?? (stored is null ? SheetValue.Empty : Typed(kind, style, stored));
        return computed ? new SheetValue(value.Text) { IsFormula = true } : value;
    }

    private string Content()
    {
        var depth = xml.Depth;
        var text = new StringBuilder();
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                Append(xml, text);
        }
        return text.ToString();
    }

    /// <exception cref="CellTooLongException">The text is longer than a cell can be.</exception>
    private static void Append(XmlReader xml, StringBuilder text)
    {
        var chunk = ArrayPool<char>.Shared.Rent(4096);
        try
        {
            for (int read; (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                text.Append(chunk, 0, read);
                if (text.Length > LongestStored)
                    throw new CellTooLongException();
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chunk);
        }
    }

    private SheetValue Typed(string? kind, string? style, string stored) => kind switch
    {
        "s" => int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sharedTexts.Count
            ? new SheetValue(sharedTexts[index])
            : throw new InvalidDataException("A cell names a text that is not there."),
        "b" => new SheetValue(stored == "1" ? "true" : "false"),
        "d" => DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? Shown(moment, false) : new SheetValue(stored),
        "str" => new SheetValue(CellText.FromStore(EscapedText.Unescape(stored))),
        "e" => new SheetValue(stored),
        _ => Number(style, stored),
    };

    private SheetValue Number(string? style, string stored)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new SheetValue(stored);
        var days = number + (countsFrom1904 ? DaysFrom1900To1904 : 0);
        if (formats.IsMoment(style) && days is >= 0 and < 2_958_466) // the last is 31 December 9999
            return Shown(DateTime.FromOADate(days), days < 1);
        // Fifteen digits are what a spreadsheet shows: 0.1 + 0.2 reads 0.3.
        return new SheetValue(number.ToString(Math.Abs(number) < 1e15 && number == Math.Floor(number) ? "F0" : "G15", CultureInfo.InvariantCulture));
    }

    private static SheetValue Shown(DateTime moment, bool isTime) => new(
        moment.ToString(isTime ? "HH:mm" : moment.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        isTime ? null : moment);

    private static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var c in place ?? "")
        {
            if (!char.IsAsciiLetter(c))
                break;
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A') + 1;
            if (column > 16_384)
                throw new InvalidDataException("A cell stands beyond the last column.");
        }
        return column == 0 ? null : column - 1;
    }
}
