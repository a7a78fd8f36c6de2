namespace WitaLive.Domain.Principles;

/// <summary>A title or a text, word by word; the end of a line separates no more than a space.</summary>
internal sealed class ReadText(string language, bool isTitle, string text)
{
    // «Marie-Thérèse van den Abeele de la Tour»: longer names are found by their beginning.
    private const int MostWords = 6;

    public string Text { get; } = text;

    public ImmutableArray<(string Plain, int At, int Length)> Words { get; } =
        [.. PlainText.Shape().Matches(text).Select(word => (Plain: PlainText.Fold(word.Value), word.Index, word.Length)).Where(word => word.Plain.Length > 0)];

    /// <summary>All that a name could be: one word, or some beside each other.</summary>
    public IEnumerable<Stretch> Stretches() =>
        from first in Enumerable.Range(0, Words.Length)
        from count in Enumerable.Range(1, Math.Min(MostWords, Words.Length - first))
        select new Stretch(this, first, count);

    /// <summary>What stands between spaces, without what ends a sentence.</summary>
    public IEnumerable<(string Text, int At)> Pieces()
    {
        for (var at = 0; at < Text.Length; at++)
        {
            if (char.IsWhiteSpace(Text[at]))
                continue;
            var end = at;
            while (end < Text.Length && !char.IsWhiteSpace(Text[end]))
                end++;
            var piece = Text[at..end].Trim('.', ',', ';', ':', '(', ')', '«', '»', '"', '“', '”', '„', '!', '?');
            if (piece.Length > 0)
                yield return (piece, Text.IndexOf(piece, at, StringComparison.Ordinal));
            at = end;
        }
    }

    public Trace Trace(TraceKind kind, int at, int length) =>
        new(kind, language, isTitle, Text.AsSpan(0, at).Count('\n') + 1, Text.Substring(at, length).Replace('\n', ' '));
}

/// <summary>Some words of a text beside each other.</summary>
/// <param name="First">Of the text's words, from 0.</param>
internal readonly record struct Stretch(ReadText Text, int First, int Count)
{
    public string Plain => PlainText.Key(Text.Words.Skip(First).Take(Count).Select(word => word.Plain));

    public bool HasCapital => Text.Text[At..End].Any(char.IsUpper);

    /// <summary>Not a part of a longer number.</summary>
    public bool IsWholeNumber =>
        !(End + 1 < Text.Text.Length && IsJoint(Text.Text[End]) && char.IsDigit(Text.Text[End + 1])) && !(At > 1 && IsJoint(Text.Text[At - 1]) && char.IsLetterOrDigit(Text.Text[At - 2]));

    private int At => Text.Words[First].At;

    private int End => Text.Words[First + Count - 1].At + Text.Words[First + Count - 1].Length;

    /// <summary>Next to each other, in whichever order; a letter between them is a middle name.</summary>
    public bool IsBeside(Stretch other)
    {
        if (Text != other.Text)
            return false;
        var (before, after) = First < other.First ? (this, other) : (other, this);
        var between = after.First - (before.First + before.Count);
        return between == 0 || (between == 1 && Text.Words[after.First - 1].Length == 1);
    }

    public Stretch With(Stretch other) => new(Text, Math.Min(First, other.First), Math.Max(First + Count, other.First + other.Count) - Math.Min(First, other.First));

    public bool Holds(Stretch other) => Text == other.Text && First <= other.First && other.First + other.Count <= First + Count;

    public Trace Trace(TraceKind kind) => Text.Trace(kind, At, End - At);

    private static bool IsJoint(char c) => c is '-' or '/' or '.' or '–' or '‑';
}
