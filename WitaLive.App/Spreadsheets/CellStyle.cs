namespace WitaLive.App.Spreadsheets;

/// <summary>The looks a cell may have; the number is its place in the workbook's list of formats (see <see cref="Stylesheets"/>).</summary>
internal enum CellStyle
{
    Plain,
    Text,
    GuardedText,
    Wrapped,
    GuardedWrapped,
    Strong,
    GuardedStrong,
    Heading,
    GuardedHeading,
    Whole,
    Number,
    Percentage,
    Fraction,
    Day,
    Time,
    Instant,
    Rate,
}
