using WitaLive.Domain;

namespace WitaLive.App.Spreadsheets;

/// <summary>The rows below the headings of one sheet, read as they are asked for.</summary>
public sealed class SheetReader
{
    private readonly Func<IRowSource> _open;
    private readonly SheetHeadings _headings;
    private readonly ReadLimits _limits;

    internal SheetReader(string name, Func<IRowSource> open, SheetHeadings headings, ReadLimits limits) =>
        (Name, _open, _headings, _limits) = (name, open, headings, limits);

    public string Name { get; }

    /// <summary>Where a column stands, in the letters of a spreadsheet program; nothing when the sheet has none.</summary>
    public string? LettersOf(string key)
    {
        if (!_headings.Columns.TryGetValue(key, out var index))
            return null;
        var letters = "";
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>Whether the sheet has that column; one that is not required may be left out.</summary>
    public bool Has(string key) => _headings.Columns.ContainsKey(key);

    /// <summary>Every row that has anything under the headings. A file that breaks off or goes on too long ends with one refusal.</summary>
    public IEnumerable<Result<SheetRow>> Rows()
    {
        using var cells = _open();
        var filled = 0;
        while (true)
        {
            (int Number, SheetValue[] Values)? row = null;
            var broken = WorkbookReader.Guarded(() =>
            {
                row = cells.Next();
                return null;
            });
            if (broken is not null)
            {
                yield return broken;
                yield break;
            }
            if (row is not { } next)
                break;
            if (next.Number <= _headings.Row || !_headings.Columns.Values.Any(c => c < next.Values.Length && !next.Values[c].IsEmpty))
                continue;
            if (++filled > _limits.Rows)
            {
                yield return new TooManyRows(_limits.Rows);
                yield break;
            }
            yield return new SheetRow(next.Number, _headings.Columns, next.Values);
        }
        if (filled == 0)
            yield return new SpreadsheetEmpty();
    }
}
