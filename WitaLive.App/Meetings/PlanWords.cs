using WitaLive.App.Languages;

namespace WitaLive.App.Meetings;

/// <summary>How things of a plan are called in the language of the screen or mail that is being made.</summary>
public static class PlanWords
{
    /// <summary>In the reader's language; in whichever there is when it was not written in that one.</summary>
    public static string Title(AgendaLine line) =>
        line.Titles.TryGetValue(Language.Current.Code, out var own) && own.Length > 0
            ? own
            : line.Titles.Values.FirstOrDefault(title => title.Length > 0) ?? line.Reference ?? "";

    /// <summary>1.4 MB, 320 KB</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / (1024.0 * 1024):0.#} MB" : $"{Math.Max(1, bytes / 1024)} KB";
}
