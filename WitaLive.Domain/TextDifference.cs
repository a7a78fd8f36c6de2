namespace WitaLive.Domain;

public enum DifferenceKind
{
    Kept,
    Removed,
    Added,
}

/// <param name="Text">With the spaces and ends of lines that follow it.</param>
public readonly record struct DifferencePart(DifferenceKind Kind, string Text);

/// <summary>What became of a text, word by word: as few words removed and added as there can be.</summary>
public static class TextDifference
{
    // 4,000 words in the place of 4,000 others: beyond that a difference is no easier to read than both texts.
    private const long MostCompared = 16_000_000;

    /// <summary>Removed words stand before those that replace them. Without the added ones the parts are <paramref name="before"/>, without the removed ones <paramref name="after"/>.</summary>
    public static ImmutableArray<DifferencePart> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Words(before), Words(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        var steps = old.Take(start).Select(word => new DifferencePart(DifferenceKind.Kept, word))
            .Concat(Between(old[start..^end], now[start..^end]))
            .Concat(old.Skip(old.Count - end).Select(word => new DifferencePart(DifferenceKind.Kept, word)));
        return Joined(steps);
    }

    private static List<DifferencePart> Between(List<string> old, List<string> now)
    {
        if ((long)old.Count * now.Count > MostCompared)
            return [.. old.Select(Removed), .. now.Select(Added)];
        var common = Common(old, now);
        List<DifferencePart> parts = [];
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
                (i, j) = (Take(parts, new(DifferenceKind.Kept, old[i]), i), j + 1);
            else if (i < old.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
                i = Take(parts, Removed(old[i]), i);
            else
                j = Take(parts, Added(now[j]), j);
        }
        return parts;
    }

    private static int Take(List<DifferencePart> parts, DifferencePart part, int at)
    {
        parts.Add(part);
        return at + 1;
    }

    // How many words what is left of each has in common at most, in the same order.
    private static ushort[,] Common(List<string> old, List<string> now)
    {
        var common = new ushort[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    private static DifferencePart Removed(string word) => new(DifferenceKind.Removed, word);

    private static DifferencePart Added(string word) => new(DifferenceKind.Added, word);

    // A stretch that changed is told once: what went, then what came.
    private static ImmutableArray<DifferencePart> Joined(IEnumerable<DifferencePart> steps)
    {
        var parts = ImmutableArray.CreateBuilder<DifferencePart>();
        List<string> kept = [], removed = [], added = [];
        foreach (var step in steps)
        {
            if (step.Kind is DifferenceKind.Kept)
                Close(parts, removed, added);
            else
                Close(parts, kept);
            (step.Kind switch { DifferenceKind.Kept => kept, DifferenceKind.Removed => removed, _ => added }).Add(step.Text);
        }
        Close(parts, kept);
        Close(parts, removed, added);
        return parts.ToImmutable();
    }

    private static void Close(ImmutableArray<DifferencePart>.Builder parts, List<string> removed, List<string> added)
    {
        Close(parts, removed, DifferenceKind.Removed);
        Close(parts, added, DifferenceKind.Added);
    }

    private static void Close(ImmutableArray<DifferencePart>.Builder parts, List<string> words, DifferenceKind kind = DifferenceKind.Kept)
    {
        if (words.Count > 0)
            parts.Add(new(kind, string.Concat(words)));
        words.Clear();
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            words.Add(text[at..end]);
            at = end;
        }
        return words;
    }
}
