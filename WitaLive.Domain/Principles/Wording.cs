namespace WitaLive.Domain.Principles;

/// <summary>A text as a reader gets it, and the language it is really in.</summary>
public sealed record Said(string Text, string Language);

/// <summary>Title and text in the languages in which they were written.</summary>
public sealed record Wording(ImmutableSortedDictionary<string, string> Titles, ImmutableSortedDictionary<string, string> Texts)
{
    /// <summary>What stands in where nothing was written in the reader's language.</summary>
    private static readonly ImmutableArray<string> s_instead = ["fr", "nl", "de"];

    public static Wording Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>From what was typed: on one line or several, without what nobody sees and, for it is voted on and published as it is read, without what turns letters round; empty ones are left out.</summary>
    public static Wording Typed(IEnumerable<KeyValuePair<string, string>> titles, IEnumerable<KeyValuePair<string, string>> texts) => new(Kept(titles, OneLine.Of), Kept(texts, FreeText.ToSign));

    /// <summary>In the reader's language or, where it was not written in that one, in the first there is.</summary>
    public Said Title(string language) => In(Titles, language);

    /// <summary>In the reader's language or, where it was not written in that one, in the first there is.</summary>
    public Said Text(string language) => In(Texts, language);

    public Wording With(Translation said) => new(Titles.SetItem(said.Language, said.Title), said.Text.Length > 0 ? Texts.SetItem(said.Language, said.Text) : Texts.Remove(said.Language));

    private static Said In(ImmutableSortedDictionary<string, string> said, string language)
    {
        foreach (var one in s_instead.Prepend(language))
        {
            if (said.TryGetValue(one, out var text) && text.Length > 0)
                return new(text, one);
        }
        return new("", language);
    }

    private static ImmutableSortedDictionary<string, string> Kept(IEnumerable<KeyValuePair<string, string>> typed, Func<string, string> clean) =>
        typed.Select(one => (one.Key, Text: clean(one.Value))).Where(one => one.Text.Length > 0).ToImmutableSortedDictionary(one => one.Key, one => one.Text);
}
