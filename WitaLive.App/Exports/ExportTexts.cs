namespace WitaLive.App.Exports;

/// <summary>The words of the page on which workbooks are made.</summary>
public sealed class ExportTexts;
