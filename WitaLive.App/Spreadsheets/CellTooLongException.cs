namespace WitaLive.App.Spreadsheets;

/// <summary>A cell unfolds into more text than any program for spreadsheets would keep in one.</summary>
internal sealed class CellTooLongException() : Exception("A cell holds more text than a cell can hold.");
