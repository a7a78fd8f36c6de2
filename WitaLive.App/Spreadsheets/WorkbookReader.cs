using System.Xml;
using WitaLive.Domain;

namespace WitaLive.App.Spreadsheets;

/// <summary>An .xlsx that somebody gave us: nothing in it is trusted, computed or fetched.</summary>
public sealed class WorkbookReader : IDisposable
{
    private readonly SpreadsheetPackage _package;
    private readonly ReadLimits _limits;
    private readonly List<(string Name, string Path)> _sheets = [];
    private readonly List<string> _sharedTexts = [];
    private NumberFormats _formats = new();
    private bool _countsFrom1904;

    private WorkbookReader(SpreadsheetPackage package, ReadLimits limits) => (_package, _limits) = (package, limits);

    public ImmutableArray<string> Sheets => [.. _sheets.Select(s => s.Name)];

    /// <param name="stream">Can seek; stays open.</param>
    public static Result<WorkbookReader> Open(Stream stream, ReadLimits? limits = null)
    {
        var within = limits ?? new ReadLimits();
        switch (SpreadsheetPackage.Open(stream, within))
        {
            case Result<SpreadsheetPackage>.Refused(var why):
                return why;
            case Result<SpreadsheetPackage>.Ok(var package):
                var workbook = new WorkbookReader(package, within);
                var refusal = Guarded(workbook.ReadContents);
                if (refusal is null)
                    return workbook;
                workbook.Dispose();
                return refusal;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The first sheet that has all the columns needed, wherever it stands and in whatever order they are.</summary>
    /// <returns>The sheet; or, of the sheet that came nearest, what it lacks.</returns>
    public Result<SheetReader> Find(ImmutableArray<Heading> headings)
    {
        Refusal? nearest = null;
        var best = 0;
        foreach (var (name, path) in _sheets)
        {
            SheetHeadings? found = null;
            if (Guarded(() => found = SheetHeadings.Find(Cells(path), headings)) is { } broken)
                return broken;
            if (found is { Missing.IsEmpty: true, Twice: null })
                return new SheetReader(name, () => Cells(path), found, _limits);
            if (found is not null && found.Columns.Count > best)
            {
                best = found.Columns.Count;
                nearest = found.Twice is { } twice
                    ? new ColumnTwice(name, twice)
                    : new ColumnMissing(name, string.Join(", ", found.Missing.Select(h => h.Names[0])));
            }
        }
        return nearest ?? new WrongSheet(string.Join(", ", headings.Where(h => h.IsRequired).Select(h => h.Names[0])));
    }

    public void Dispose() => _package.Dispose();

    /// <summary>Runs something that reads the file, and takes what a damaged file throws for the refusal it is.</summary>
    internal static Refusal? Guarded(Func<Refusal?> read)
    {
        try
        {
            return read();
        }
        catch (CellTooLongException)
        {
            return new SpreadsheetSwollen();
        }
        catch (ZeroInTextException zero)
        {
            return new ZeroInText(zero.Row);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or FormatException)
        {
            return new NotASpreadsheet();
        }
    }

    private static Refusal? Guarded(Action read) => Guarded(() =>
    {
        read();
        return null;
    });

    private CellReader Cells(string path) =>
        new(_package.Read(path) ?? throw new InvalidDataException($"The workbook names {path}, which is not there."), _sharedTexts, _formats, _countsFrom1904, _limits.Columns);

    private Refusal? ReadContents()
    {
        var main = _package.Relations("").FirstOrDefault(r => r.Kind == "officeDocument").Target;
        if (main is null || _package.Read(main) is not { } workbook)
            return new NotASpreadsheet();

        var relations = _package.Relations(main);
        using (workbook)
        {
            while (workbook.Read())
            {
                if (workbook.NodeType != XmlNodeType.Element)
                    continue;
                if (workbook.LocalName == "workbookPr")
                    _countsFrom1904 = workbook.GetAttribute("date1904") is "1" or "true";
                else if (workbook.LocalName == "sheet" && Target(workbook) is { } target)
                    _sheets.Add((workbook.GetAttribute("name") ?? "", target));
            }
        }
        if (_sheets.Count == 0)
            return new NotASpreadsheet();

        using (var styles = _package.Read(relations.FirstOrDefault(r => r.Kind == "styles").Target ?? ""))
            _formats = NumberFormats.Read(styles);
        return ReadSharedTexts(relations.FirstOrDefault(r => r.Kind == "sharedStrings").Target ?? "");

        string? Target(XmlReader sheet)
        {
            var key = "";
            while (sheet.MoveToNextAttribute())
            {
                if (sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0)
                    key = sheet.Value;
            }
            sheet.MoveToElement();
            return relations.FirstOrDefault(r => r.Key == key && r.Kind == "worksheet").Target;
        }
    }

    private SpreadsheetSwollen? ReadSharedTexts(string path)
    {
        using var reader = _package.Read(path);
        var characters = 0L;
        while (reader?.Read() == true)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            var text = CellReader.TextOf(reader);
            characters += text.Length + 16; // an empty text has its cost too
            if (characters > _limits.SharedText)
                return new SpreadsheetSwollen();
            _sharedTexts.Add(text);
        }
        return null;
    }
}
