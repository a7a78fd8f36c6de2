using System.Globalization;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace WitaLive.App.Spreadsheets;

/// <summary>The rows of one sheet, written as they come. Made by <see cref="WorkbookWriter.AddSheet"/>; dispose it before the next one.</summary>
public sealed class SheetWriter : IDisposable
{
    /// <summary>The most rows a sheet has, headings included.</summary>
    public const int MostRows = 1_048_576;

    // A landscape page of A4 with letters of half their size. Unit: characters.
    private const double MostOnAPage = 240;

    private static readonly X.InlineString s_inline = new();
    private static readonly X.Text s_text = new() { Space = SpaceProcessingModeValues.Preserve };
    private static readonly X.CellValue s_value = new();
    private static readonly X.Cell s_cell = new();
    private static readonly X.Row s_row = new();
    private static readonly OpenXmlAttribute s_isFixed = new("customHeight", "", "1");

    private readonly Stream _part;
    private readonly OpenXmlWriter _writer;
    private readonly SheetLayout _layout;
    private readonly string[] _letters;
    private readonly List<OpenXmlAttribute> _textCell = [default, default, new("t", "", "inlineStr")];
    private readonly List<OpenXmlAttribute> _numberCell = [default, default];
    private readonly OpenXmlAttribute[] _styles = [.. Enum.GetValues<CellStyle>().Select(s => new OpenXmlAttribute("s", "", ((int)s).ToString(CultureInfo.InvariantCulture)))];
    private int _rows;

    internal SheetWriter(Stream part, SheetLayout layout, string name, bool isFirst)
    {
        (_part, _layout, Name) = (part, layout, name);
        _letters = [.. layout.Columns.Select((_, index) => Letters(index))];
        _writer = OpenXmlWriter.Create(part);
        _writer.WriteStartDocument(standalone: true);
        _writer.WriteStartElement(new X.Worksheet());
        _writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(View(isFirst));
        if (layout.Columns.Length > 0)
            _writer.WriteElement(new X.Columns(layout.Columns.Select((column, index) =>
                new X.Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Breadth, CustomWidth = true, Style = column.KeepsText ? (uint)CellStyle.Text : null })));
        _writer.WriteStartElement(new X.SheetData());
        if (layout.HasHeadings)
            Add(layout.Columns.Select(c => Cell.Text(c.Heading)).ToArray(), isHeading: true);
    }

    /// <summary>As it stands in the file, after it was made valid and unique.</summary>
    public string Name { get; }

    /// <summary>Rows written so far, headings included.</summary>
    public int Rows => _rows;

    internal bool IsOpen { get; private set; } = true;

    // What is wider than can be read on one page goes over several, each with the first column again.
    private int PagesWide => Math.Max(1, (int)Math.Ceiling(_layout.Columns.Sum(column => column.Breadth) / MostOnAPage));

    private string LastCell => string.Create(CultureInfo.InvariantCulture, $"{_letters[^1]}{Math.Max(_rows, 1)}");

    /// <summary>Stands before the cells of every row from now on.</summary>
    public ImmutableArray<Cell> Lead { get; set; } = [];

    /// <summary>Writes one row; cells beyond the last column of the layout are a mistake of the caller.</summary>
    public void Add(params ReadOnlySpan<Cell> cells) => Add(Lead.IsEmpty ? cells : [.. Lead, .. cells], isHeading: false);

    public void Dispose()
    {
        if (!IsOpen)
            return;

        IsOpen = false;
        _writer.WriteEndElement();
        if (_layout.HasHeadings)
            _writer.WriteElement(new X.AutoFilter { Reference = $"A1:{LastCell}" });
        if (Validations() is { } validations)
            _writer.WriteElement(validations);
        _writer.WriteElement(new X.PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new X.PageSetup
        {
            PaperSize = 9, // A4
            Orientation = _layout.IsLandscape ? X.OrientationValues.Landscape : X.OrientationValues.Portrait,
            FitToWidth = (uint)PagesWide,
            FitToHeight = 0,
        });
        _writer.WriteElement(new X.HeaderFooter(
            new X.OddHeader("&L" + Shown(_layout.Title.Length > 0 ? _layout.Title : Name)), new X.OddFooter("&R&P / &N")));
        _writer.WriteEndElement();
        _writer.Dispose();
        _part.Dispose(); // the writer leaves it open
    }

    internal IEnumerable<(string Name, string Reference, bool IsHidden)> Areas()
    {
        if (_layout.Columns.Length == 0)
            yield break;

        var sheet = $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'!";
        var end = string.Create(CultureInfo.InvariantCulture, $"${_letters[^1]}${Math.Max(_rows, 1)}");
        yield return ("_xlnm.Print_Area", $"{sheet}$A$1:{end}", false);
        if (!_layout.HasHeadings)
            yield break;
        yield return ("_xlnm.Print_Titles", PagesWide > 1 ? $"{sheet}$A:$A,{sheet}$1:$1" : $"{sheet}$1:$1", false);
        yield return ("_xlnm._FilterDatabase", $"{sheet}$A$1:{end}", true);
    }

    private static string Letters(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letters((index / 26) - 1) + (char)('A' + (index % 26));

    // In a page header & begins a code, and a digit after &L would be a size.
    private static string Shown(string title) =>
        (title.Length > 0 && char.IsAsciiDigit(title[0]) ? " " : "") + CellText.ToStore(title.Length > 200 ? title[..200] : title, out _).Replace("&", "&&", StringComparison.Ordinal);

    private void Add(ReadOnlySpan<Cell> cells, bool isHeading)
    {
        ObjectDisposedException.ThrowIf(!IsOpen, this);
        if (cells.Length > _letters.Length)
            throw new ArgumentException($"{cells.Length} cells do not fit into {_letters.Length} columns.", nameof(cells));
        if (_rows == MostRows)
            throw new InvalidOperationException($"A sheet has {MostRows} rows at most.");

        var row = (++_rows).ToString(CultureInfo.InvariantCulture);
        var number = new OpenXmlAttribute("r", "", row);
        _writer.WriteStartElement(s_row, LinesOf(cells, isHeading) is > 1 and var lines ? [number, HeightOf(lines), s_isFixed] : [number]);
        for (var column = 0; column < cells.Length; column++)
        {
            var place = new OpenXmlAttribute("r", "", _letters[column] + row);
            if (cells[column].Words is { } words)
                AddText(place, words, isHeading ? CellStyle.Heading : StyleOf(cells[column], column));
            else if (cells[column].Digits is { } digits)
                AddNumber(place, digits, cells[column].Style);
        }
        _writer.WriteEndElement();
    }

    private int LinesOf(ReadOnlySpan<Cell> cells, bool isHeading)
    {
        var lines = 1;
        for (var column = 0; column < cells.Length; column++)
        {
            if ((isHeading || _layout.Columns[column].Wraps) && cells[column].Words is { } words)
                lines = Math.Max(lines, WrappedText.Lines(words, _layout.Columns[column].Breadth));
        }
        return lines;
    }

    private static OpenXmlAttribute HeightOf(int lines) => new("ht", "", Math.Min(lines * WrappedText.LineHeight, WrappedText.Highest).ToString(CultureInfo.InvariantCulture));

    private CellStyle StyleOf(Cell cell, int column) =>
        cell.Style is CellStyle.Text && _layout.Columns[column].Wraps ? CellStyle.Wrapped : cell.Style;

    private void AddText(OpenXmlAttribute place, string words, CellStyle style)
    {
        var stored = CellText.ToStore(words, out var guarded);
        // The guarded look of each kind of text stands right after it; fractions are guarded always.
        var shown = guarded && style is not CellStyle.Fraction ? style + 1 : style;
        (_textCell[0], _textCell[1]) = (place, _styles[(int)shown]);
        _writer.WriteStartElement(s_cell, _textCell);
        _writer.WriteStartElement(s_inline);
        _writer.WriteStartElement(s_text);
        _writer.WriteString(EscapedText.Escape(stored));
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private void AddNumber(OpenXmlAttribute place, string digits, CellStyle style)
    {
        (_numberCell[0], _numberCell[1]) = (place, _styles[(int)style]);
        _writer.WriteStartElement(s_cell, _numberCell);
        _writer.WriteStartElement(s_value);
        _writer.WriteString(digits);
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private X.SheetViews View(bool isFirst)
    {
        var view = new X.SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null };
        if (_layout.HasHeadings)
            view.Append(new X.Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen });
        return new X.SheetViews(view);
    }

    private X.DataValidations? Validations()
    {
        var lists = _layout.Columns.Index().Where(c => c.Item.Choices.Length > 0 && !c.Item.Choices.Any(choice => choice.Contains(',')))
            .Select(c => (c.Index, List: string.Join(',', c.Item.Choices)))
            .Where(c => c.List.Length <= 250) // Excel refuses a longer list; the column then stays free, as with a comma in a choice
            .Select(c => new X.DataValidation(new X.Formula1($"\"{c.List.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            {
                Type = X.DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{_letters[c.Index]}2:{_letters[c.Index]}100000" },
            })
            .ToArray();
        return lists.Length == 0 ? null : new X.DataValidations(lists) { Count = (uint)lists.Length };
    }
}
