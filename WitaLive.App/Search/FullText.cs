using System.Text;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Mail;

namespace WitaLive.App.Search;

/// <summary>Finds past decisions by their words: FTS5 on SQLite, tsvector on PostgreSQL. The one place that knows how they differ.</summary>
/// <remarks>Words are made alike here, so that both engines see letters and digits with spaces between them, and nothing to split otherwise. Their indexes are made by the migrations.</remarks>
internal static class FullText
{
    // A query of more is a text, not a question.
    private const int MostWords = 12;

    // PostgreSQL takes no word of more than 2 KB; nothing as long as this is a word.
    private const int LongestWord = 64;

    /// <summary>Small, without accents, without anything but letters and digits.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in SearchText.Fold(text))
            plain.Append(char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(' ', WordsIn(plain.ToString()));
    }

    /// <summary>Those that hold every one of <paramref name="all"/>, the last word of <paramref name="typed"/> perhaps only begun, and at least one of <paramref name="any"/>.</summary>
    public static IQueryable<PastDecision> Find(WitaLiveDb db, IReadOnlyCollection<string> all, string typed, IReadOnlyCollection<string> any)
    {
        var (words, wanted) = (WordsIn(Plain(typed)).Take(MostWords).Select(Cut).ToList(), all.Select(Plain).Where(word => word.Length > 0).Select(Cut).ToList());
        var either = any.SelectMany(text => WordsIn(Plain(text))).Distinct().Take(MostWords).Select(Cut).ToList();
        if (words.Count + wanted.Count + either.Count == 0)
            return db.Set<PastDecision>();
        return db is SqliteWitaLiveDb ? OnSqlite(db, wanted, words, either) : OnPostgres(db, wanted, words, either);
    }

    private static IQueryable<PastDecision> OnSqlite(WitaLiveDb db, List<string> all, List<string> typed, List<string> any)
    {
        var parts = all.Select(word => $"\"{word}\"").Concat(typed.Select((word, i) => i == typed.Count - 1 ? $"\"{word}\"*" : $"\"{word}\"")).ToList();
        if (any.Count > 0)
            parts.Add($"({string.Join(" OR ", any.Select(word => $"\"{word}\""))})");
        var query = string.Join(" AND ", parts);
        return db.Set<PastDecision>().FromSql($"SELECT d.* FROM past_decisions AS d WHERE d.\"Id\" IN (SELECT rowid FROM decision_words WHERE decision_words MATCH {query})");
    }

    private static IQueryable<PastDecision> OnPostgres(WitaLiveDb db, List<string> all, List<string> typed, List<string> any)
    {
        var parts = all.Select(word => $"'{word}'").Concat(typed.Select((word, i) => i == typed.Count - 1 ? $"'{word}':*" : $"'{word}'")).ToList();
        if (any.Count > 0)
            parts.Add($"({string.Join(" | ", any.Select(word => $"'{word}'"))})");
        var query = string.Join(" & ", parts);
        return db.Set<PastDecision>().FromSql($"SELECT d.* FROM past_decisions AS d WHERE d.search @@ to_tsquery('simple', {query})");
    }

    private static string Cut(string word) => word.Length > LongestWord ? word[..LongestWord] : word;

    private static string[] WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
