using WitaLive.App.Languages;

namespace WitaLive.App.Agenda;

internal static class Titles
{
    /// <summary>In the reader's language; in whichever there is when it was not written in that one.</summary>
    public static string InReadersLanguage(this ImmutableSortedDictionary<string, string> titles) =>
        titles.TryGetValue(Language.Current.Code, out var own) && own.Length > 0 ? own : titles.Values.FirstOrDefault(title => title.Length > 0) ?? "";
}
