using WitaLive.App.Mail;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Minutes;

/// <summary>Writes what is said of a report in its language, or in each of its two.</summary>
internal sealed class Pen(ReportWords words, ImmutableArray<string> languages)
{
    public ImmutableArray<string> Languages => languages;

    /// <summary>Once for each language, with texts, dates and numbers as they are in it; once only where both say the same.</summary>
    public string Say(Func<string> words) =>
        string.Join(" / ", languages.Select(language => ReceiverLanguage.Run(language, words)).Where(said => said.Length > 0).Distinct());

    public string Text(string key, params object[] gaps) => Say(() => words.Text(key, gaps));

    public Cell Cell(Func<string> words) => Spreadsheets.Cell.Text(Say(words));

    public Cell Cell(string key, params object[] gaps) => Spreadsheets.Cell.Text(Text(key, gaps));

    public Column Column(string key, double width, bool wraps = false) => new(Text($"Column{key}"), width, wraps);

    /// <summary>A sheet whose name is in the first language, since names of sheets are short.</summary>
    /// <param name="title">Printed above each page.</param>
    /// <param name="lead">Columns before its own.</param>
    public SheetLayout Sheet(IReportRows rows, string title, params ImmutableArray<Column> lead) =>
        new(ReceiverLanguage.Run(languages[0], () => words.Text($"Sheet{rows.Key}")), [.. lead, .. rows.Columns]) { Title = title };
}
