using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Minutes;

/// <summary>One sheet of a report: its columns, and the rows that a meeting gives to it. Meeting by meeting, so that a year of them takes no more memory than one.</summary>
internal interface IReportRows
{
    /// <summary>Names the sheet and stands behind «Sheet» in the texts.</summary>
    string Key { get; }

    ImmutableArray<Column> Columns { get; }

    void Write(MeetingReport report, SheetWriter sheet);
}
