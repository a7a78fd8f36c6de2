namespace WitaLive.App.Reports;

/// <summary>The words of the report of a meeting and of the page it is written on.</summary>
public sealed class ReportTexts;
