using WitaLive.App.Languages;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Agenda;

internal static class Titles
{
    /// <summary>In the reader's language; in whichever there is when it was not written in that one.</summary>
    public static string InReadersLanguage(this ImmutableSortedDictionary<string, string> titles) =>
        titles.TryGetValue(Language.Current.Code, out var own) && own.Length > 0 ? own : titles.Values.FirstOrDefault(title => title.Length > 0) ?? "";

    /// <summary>The number of the file, to stand beside a title that does not name it; null when the title does.</summary>
    public static string? ReferenceBeside(this AgendaItem item) =>
        item.Reference is { } reference && !item.Titles.InReadersLanguage().Contains(reference, StringComparison.Ordinal) ? reference : null;

    /// <summary>The title in pieces: what comes before the number of the file, the number, which is never broken over two lines, and what comes after.</summary>
    public static (string Before, string Number, string After) InPieces(this AgendaItem item)
    {
        var title = item.Titles.InReadersLanguage();
        return item.Reference is { Length: > 0 } number && title.IndexOf(number, StringComparison.Ordinal) is >= 0 and var at
            ? (title[..at], number, title[(at + number.Length)..])
            : (title, "", "");
    }
}
