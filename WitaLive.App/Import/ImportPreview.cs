using WitaLive.Domain;

namespace WitaLive.App.Import;

public enum ImportKind
{
    Members,
    Agenda,
    Applications,
    Transitional,
}

/// <summary>What a file would change, or has changed.</summary>
/// <param name="Problems">In the order of the rows. With any of them nothing is written.</param>
/// <param name="Counts">How many of what; the texts are Count_ and the key.</param>
/// <param name="IsWritten">Whether it is stored already.</param>
public sealed record ImportPreview(
    int Rows, ImmutableArray<CellProblem> Problems, ImmutableArray<(string Key, int Count)> Counts, ImmutableArray<PreviewLine> Lines, bool IsWritten)
{
    /// <summary>Of the sheet that was read.</summary>
    public SheetPlace? Place { get; init; }

    /// <summary>How many could be taken over although others have problems; 0 where it is all or nothing.</summary>
    public int Sound { get; init; }

    public bool ChangesNothing => Counts.All(c => c.Count == 0);
}

/// <summary>Where in the file it stands: the name of the sheet, and the letters of its columns by the key of their headings.</summary>
public sealed record SheetPlace(string Sheet, ImmutableDictionary<string, string> Columns)
{
    /// <summary>As the spreadsheet program calls the cell, such as H7; the row alone where the sheet has no such column.</summary>
    public string CellOf(CellProblem problem) => $"{Columns.GetValueOrDefault(problem.Column)}{problem.Row}";
}

/// <param name="What">A text Fate_ and this word: new, changed, unchanged.</param>
public sealed record PreviewLine(int Row, string Name, string Place, string What);

/// <summary>Share of the work that is done. Unit: per cent, 0 to 100.</summary>
public readonly record struct ImportProgress(int Done);

public sealed record ImportNotAllowed : Refusal;
