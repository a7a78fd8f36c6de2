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

    /// <summary>1.4 MB, 320 KB; in French 1,4 Mo, 320 Ko</summary>
    public static string Size(long bytes)
    {
        var unit = Language.Current.Code == "fr" ? 'o' : 'B';
        return bytes >= 1 << 20 ? $"{bytes / (double)(1 << 20):0.#} M{unit}" : $"{Math.Max(1, bytes >> 10)} K{unit}";
    }
}
