using WitaLive.App.Chambers;
using WitaLive.App.Languages;
using WitaLive.App.Spreadsheets;

namespace WitaLive.App.Import;

/// <summary>The words a column may hold, each known by its code and its names in every language.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, string> _codes = [];

    private WordList(IEnumerable<(string Code, string Shown, IEnumerable<string> Names)> words)
    {
        var choices = ImmutableArray.CreateBuilder<string>();
        foreach (var (code, shown, names) in words)
        {
            choices.Add(shown);
            foreach (var name in names.Append(code))
                _codes.TryAdd(Heading.Plain(name), code);
        }
        Choices = choices.ToImmutable();
    }

    /// <summary>In the language of the reader, in the order of the data.</summary>
    public ImmutableArray<string> Choices { get; }

    /// <param name="alsoCalled">Other names by which a code is known.</param>
    public static WordList Of(IEnumerable<Named> words, Func<string, IEnumerable<string>>? alsoCalled = null) =>
        new(words.Select(w => (w.Code, w.Name.GetValueOrDefault(Language.Current.Code, w.Code), w.Name.Values.Concat(alsoCalled?.Invoke(w.Code) ?? []))));

    /// <summary>Words of our own: the texts are Word_ and the code.</summary>
    public static WordList OfTexts(params ReadOnlySpan<string> codes) =>
        new(codes.ToArray().Select(c => (c, ImportTexts.Here($"Word_{c}"), ImportTexts.InEveryLanguage($"Word_{c}").AsEnumerable())));

    public string? Find(string text) => _codes.GetValueOrDefault(Heading.Plain(text));
}
