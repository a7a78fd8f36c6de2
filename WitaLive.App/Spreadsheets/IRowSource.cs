namespace WitaLive.App.Spreadsheets;

/// <summary>Rows as they are read, from a part of a workbook or from plain text.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>The next row that stands in the file, with its number from 1; nothing after the last.</summary>
    (int Number, SheetValue[] Values)? Next();
}
