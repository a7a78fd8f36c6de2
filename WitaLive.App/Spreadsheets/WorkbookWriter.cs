using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace WitaLive.App.Spreadsheets;

/// <summary>
/// An .xlsx written straight into a stream, one sheet after the other, in memory that does not grow with the rows. The stream need not
/// seek. The file is whole only once the writer is disposed.
/// </summary>
/// <remarks>The library's own document class wants a package it can also read, which is kept whole in memory; so the parts are laid out here.</remarks>
public sealed class WorkbookWriter : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly Uri s_workbook = new("/xl/workbook.xml", UriKind.Relative);

    private readonly Package _package;
    private readonly SheetNames _names = new();
    private readonly List<SheetWriter> _sheets = [];

    public WorkbookWriter(Stream stream) => _package = Package.Open(new ForwardOnly(stream), FileMode.Create, FileAccess.Write);

    /// <summary>Begins the next sheet; the one before has to be disposed first, since the file is written in one direction.</summary>
    public SheetWriter AddSheet(SheetLayout layout)
    {
        if (_sheets is [.., { IsOpen: true }])
            throw new InvalidOperationException("The sheet before is still being written.");

        var part = _package.CreatePart(SheetUri(_sheets.Count + 1), Content + "worksheet+xml", CompressionOption.Fast);
        var sheet = new SheetWriter(part.GetStream(FileMode.Create, FileAccess.Write), layout, _names.Take(layout.Name), isFirst: _sheets.Count == 0);
        _sheets.Add(sheet);
        return sheet;
    }

    public void Dispose()
    {
        if (_sheets.Count == 0)
            AddSheet(new SheetLayout("Sheet", []));
        if (_sheets is [.., { IsOpen: true } open])
            open.Dispose();

        var styles = _package.CreatePart(new Uri("/xl/styles.xml", UriKind.Relative), Content + "styles+xml", CompressionOption.Fast);
        Write(styles, Stylesheets.Create());
        var workbook = _package.CreatePart(s_workbook, Content + "sheet.main+xml", CompressionOption.Fast);
        Write(workbook, Contents());
        foreach (var number in Enumerable.Range(1, _sheets.Count))
            workbook.CreateRelationship(SheetUri(number), TargetMode.Internal, $"{Relations}/worksheet", SheetKey(number));
        workbook.CreateRelationship(styles.Uri, TargetMode.Internal, $"{Relations}/styles", "styles");
        _package.CreateRelationship(s_workbook, TargetMode.Internal, $"{Relations}/officeDocument", "workbook");
        _package.Close();
    }

    private static Uri SheetUri(int number) => new(string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{number}.xml"), UriKind.Relative);

    private static string SheetKey(int number) => string.Create(CultureInfo.InvariantCulture, $"sheet{number}");

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write); // the writer leaves it open
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(root);
    }

    private Workbook Contents()
    {
        var sheets = new Sheets();
        var names = new List<DefinedName>();
        foreach (var (index, sheet) in _sheets.Index())
        {
            sheets.Append(new Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = SheetKey(index + 1) });
            names.AddRange(sheet.Areas().Select(area => new DefinedName(area.Reference)
            {
                Name = area.Name,
                LocalSheetId = (uint)index,
                Hidden = area.IsHidden ? true : null,
            }));
        }
        var workbook = new Workbook(new BookViews(new WorkbookView()), sheets);
        if (names.Count > 0)
            workbook.Append(new DefinedNames(names.OrderBy(n => n.Name!.Value, StringComparer.Ordinal)));
        return workbook;
    }
}
