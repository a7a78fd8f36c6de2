using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WitaLive.Domain.Principles;

public enum TraceKind
{
    Name,

    /// <summary>A family name alone, which may be an ordinary word: to be looked at by somebody.</summary>
    FamilyName,
    FileNumber,
    NationalNumber,
    MailAddress,
}

/// <summary>A place that names somebody, or may.</summary>
/// <param name="Line">Of the text, from 1.</param>
/// <param name="Found">As it stands there.</param>
public sealed record Trace(TraceKind Kind, string Language, bool IsInTitle, int Line, string Found)
{
    public bool IsCertain => Kind is not TraceKind.FamilyName;
}

/// <param name="Given">Empty where only a whole name is known.</param>
public sealed record KnownName(string Given, string Family);

/// <summary>Looks for people in what is to be published: known names, numbers of files, what looks like a national number, addresses of mail.</summary>
/// <remarks>Source: law of 16 December 2022, art. 3 § 4, 8°; rules of procedure, art. 36.</remarks>
public sealed partial class Anonymity
{
    // A shorter family name alone is too often a word.
    private const int ShortestFamilyName = 3;

    private readonly List<(Line Line, List<Word> Words)> _lines = [];
    private readonly HashSet<string> _words;

    public Anonymity(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        foreach (var (language, title) in wording.Titles)
            _lines.Add(Read(new(language, true, 1, title)));
        foreach (var (language, text) in wording.Texts)
            _lines.AddRange(text.Split('\n').Select((line, i) => Read(new(language, false, i + 1, line))));
        _words = [.. _lines.SelectMany(line => line.Words).Select(word => word.Plain)];
    }

    /// <summary>What might be the number of a file of any shape: to be compared with those there are.</summary>
    public IReadOnlyCollection<string> Numbers => [.. _lines.SelectMany(line => Pieces(line.Line.Text)).Where(piece => piece.Any(char.IsAsciiDigit)).Distinct()];

    /// <summary>What is seen by its shape alone.</summary>
    public IEnumerable<Trace> Shapes() =>
        from shape in new[] { (TraceKind.MailAddress, MailAddress()), (TraceKind.NationalNumber, NationalNumber()), (TraceKind.FileNumber, FileNumber()) }
        from line in _lines
        from Match found in shape.Item2.Matches(line.Line.Text)
        select line.Line.Trace(shape.Item1, found.Value);

    /// <summary>Where the number of a file stands.</summary>
    public IEnumerable<Trace> OfNumber(string number) => _lines.Where(line => Pieces(line.Line.Text).Contains(number)).Select(line => line.Line.Trace(TraceKind.FileNumber, number));

    /// <summary>Where somebody is named: in full, whichever name comes first, or by the family name alone, when it has its capital.</summary>
    public IEnumerable<Trace> Of(KnownName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (given, family) = (Plain(name.Given), Plain(name.Family));
        if (family.Count == 0 || !family.TrueForAll(_words.Contains))
            return [];
        if (given.Count == 0 && family.Count > 1)
            (given, family) = (family[..1], family[1..]); // a whole name: the first word is taken for the given one
        var whole = given.Count > 0 && given.TrueForAll(_words.Contains) ? Find([.. given, .. family]).Concat(Find([.. family, .. given])).ToList() : [];
        var alone = family.Sum(word => word.Length) < ShortestFamilyName
            ? []
            : Find(family).Where(found => char.IsUpper(found.Text[0]) && !whole.Exists(named => named.Line == found.Line && named.At <= found.At && found.At < named.At + named.Text.Length));
        return whole.Select(found => found.Line.Trace(TraceKind.Name, found.Text)).Concat(alone.Select(found => found.Line.Trace(TraceKind.FamilyName, found.Text)));
    }

    private IEnumerable<(Line Line, int At, string Text)> Find(List<string> sought)
    {
        foreach (var (line, words) in _lines)
        {
            for (var at = 0; at + sought.Count <= words.Count; at++)
            {
                if (words.Skip(at).Take(sought.Count).Select(word => word.Plain).SequenceEqual(sought))
                    yield return (line, words[at].At, line.Text[words[at].At..(words[at + sought.Count - 1].At + words[at + sought.Count - 1].Length)]);
            }
        }
    }

    private static (Line, List<Word>) Read(Line line) =>
        (line, [.. WordShape().Matches(line.Text).Select(word => new Word(Fold(word.Value), word.Index, word.Length)).Where(word => word.Plain.Length > 0)]);

    private static List<string> Plain(string name) => [.. WordShape().Matches(name).Select(word => Fold(word.Value)).Where(word => word.Length > 0)];

    private static IEnumerable<string> Pieces(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(piece => piece.Trim('.', ',', ';', ':', '(', ')', '«', '»', '"', '!', '?'));

    // Small, without accents: «DESBUQUOIT» and «Desbuquoit» are the same person.
    private static string Fold(string word) =>
        new([.. word.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant)]);

    private sealed record Line(string Language, bool IsTitle, int Number, string Text)
    {
        public Trace Trace(TraceKind kind, string found) => new(kind, Language, IsTitle, Number, found);
    }

    private sealed record Word(string Plain, int At, int Length);

    [GeneratedRegex(@"[\p{L}\p{Mn}\p{Nd}]+")]
    private static partial Regex WordShape();

    [GeneratedRegex(@"[^\s@<>,;()]+@[^\s@<>,;()]+\.[^\s@<>,;()]*[^\s@<>,;().]")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"(?<!\d)\d{2}[.\s/-]?\d{2}[.\s/-]?\d{2}[.\s/-]{0,3}\d{3}[.\s/-]?\d{2}(?!\d)")]
    private static partial Regex NationalNumber();

    // Numbers of proposals have a P: a decision of principle may point to another.
    [GeneratedRegex(@"(?<!\w)\d{4}\s?-\s?(?!P)[A-Z]\s?-\s?\d{3,}(?!\w)")]
    private static partial Regex FileNumber();
}
