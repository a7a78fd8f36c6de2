using WitaLive.Domain;

namespace WitaLive.App.Spreadsheets;

/// <summary>The file is no .xlsx, or a damaged one.</summary>
public sealed record NotASpreadsheet : Refusal;

/// <summary>The older .xls form, which has to be saved anew.</summary>
public sealed record OldSpreadsheet : Refusal;

public sealed record SpreadsheetEncrypted : Refusal;

/// <summary>A .csv with a byte that no text has, and no database keeps.</summary>
public sealed record ZeroInText(int Row) : Refusal
{
    public override ImmutableArray<object> Gaps => [Row];
}

/// <summary>No sheet has any filled row below its headings.</summary>
public sealed record SpreadsheetEmpty : Refusal;

/// <param name="MegabytesAllowed">As uploaded.</param>
public sealed record SpreadsheetTooLarge(long MegabytesAllowed) : Refusal
{
    public override ImmutableArray<object> Gaps => [MegabytesAllowed];
}

/// <summary>Small on disk, but it unfolds into more than a sheet that people filled in.</summary>
public sealed record SpreadsheetSwollen : Refusal;

public sealed record TooManyRows(int Allowed) : Refusal
{
    public override ImmutableArray<object> Gaps => [Allowed];
}

/// <summary>A sheet looks like the one asked for, but lacks columns.</summary>
/// <param name="Columns">The missing headings, in the reader's language, joined by commas.</param>
public sealed record ColumnMissing(string Sheet, string Columns) : Refusal
{
    public override ImmutableArray<object> Gaps => [Sheet, Columns];
}

/// <summary>Two columns have the same heading, so that either could be meant.</summary>
public sealed record ColumnTwice(string Sheet, string Column) : Refusal
{
    public override ImmutableArray<object> Gaps => [Sheet, Column];
}

/// <summary>No sheet has any of the columns asked for.</summary>
public sealed record WrongSheet(string Columns) : Refusal
{
    public override ImmutableArray<object> Gaps => [Columns];
}
