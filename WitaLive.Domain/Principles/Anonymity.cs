using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WitaLive.Domain.Principles;

/// <summary>Looks for people in what is to be published: known names, numbers of files, what looks like a national number, a telephone, an account or a mail address.</summary>
/// <remarks>Source: law of 16 December 2022, art. 3 § 4, 8°; rules of procedure, art. 36. Nobody hides by an accent, a capital, a hyphen, the end of a line or the ending of a case.</remarks>
public sealed partial class Anonymity
{
    // A shorter family name alone is too often a word.
    private const int ShortestFamilyName = 3;

    // «Grosdents Antrag» speaks of Grosdent; of a shorter name it would be another word.
    private const int ShortestInflected = 4;

    // A shorter number, or one without a letter, is compared as it stands: it may be an amount.
    private const int ShortestNumber = 6;

    private readonly ImmutableArray<ReadText> _texts;
    private readonly ILookup<string, Stretch> _said;

    /// <param name="code">Of an activity: it stands in the address of its page.</param>
    public Anonymity(Wording wording, string code = "")
    {
        ArgumentNullException.ThrowIfNull(wording);
        _texts =
        [
            .. code.Length > 0 ? [new ReadText("", true, code)] : Enumerable.Empty<ReadText>(),
            .. wording.Titles.Select(title => new ReadText(title.Key, true, Seen(title.Value))),
            .. wording.Texts.Select(text => new ReadText(text.Key, false, Seen(text.Value))),
        ];
        _said = _texts.SelectMany(text => text.Stretches()).ToLookup(stretch => stretch.Plain);
    }

    /// <summary>What in a text is a national number by its last two digits, as it was written.</summary>
    public static IEnumerable<string> NationalNumbersIn(string text) => SpacedNumber().Matches(Seen(text.Normalize(NormalizationForm.FormKC))).Select(found => found.Value).Where(IsChecked);

    /// <summary>Without a digit there is no number to look for.</summary>
    public bool HasNumbers => _texts.Any(text => text.Text.Any(char.IsDigit));

    /// <summary>What is seen by its shape alone.</summary>
    public IEnumerable<Trace> Shapes() =>
    [
        .. Shaped(TraceKind.MailAddress, MailAddress()),
        .. Shaped(TraceKind.MailAddress, SpelledAddress()),
        .. Shaped(TraceKind.NationalNumber, NationalNumber()),
        .. Shaped(TraceKind.NationalNumber, SpacedNumber(), found => !NationalNumber().IsMatch(found) && IsChecked(found)),
        .. Shaped(TraceKind.FileNumber, FileNumber()),
        .. Found(TraceKind.Telephone, Numbers.Telephones),
        .. Found(TraceKind.AccountNumber, Numbers.Accounts),
    ];

    /// <summary>Where the number of a file stands, whatever stands between its parts.</summary>
    public IEnumerable<Trace> OfNumber(string number)
    {
        var plain = PlainText.Key(PlainText.Words(number));
        return plain.Length >= ShortestNumber && plain.Any(char.IsAsciiLetter)
            ? _said[plain].Where(stretch => stretch.IsWholeNumber).Select(stretch => stretch.Trace(TraceKind.FileNumber))
            : _texts.SelectMany(text => text.Pieces().Where(piece => piece.Text == number).Select(piece => text.Trace(TraceKind.FileNumber, piece.At, piece.Text.Length)));
    }

    /// <summary>Where somebody is named: in full, whichever name comes first, or by the family name alone; in small letters it is told apart, for it may be a word.</summary>
    public IEnumerable<Trace> Of(KnownName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<Stretch> whole = [], alone = [], small = [];
        foreach (var (given, family) in Readings(name))
        {
            var key = PlainText.Key(family);
            if (given.Count > 0) // written as one word, as in an address on the web
                whole.AddRange(_said[PlainText.Key([.. given, .. family])].Concat(_said[PlainText.Key([.. family, .. given])]));
            var named = key.Length < ShortestInflected ? _said[key] : _said[key].Concat(_said[key + "s"]);
            foreach (var stretch in named)
            {
                whole.AddRange(from first in Firsts(given) from said in _said[first] where said.IsBeside(stretch) select said.With(stretch));
                if (family.Sum(word => word.Length) < ShortestFamilyName)
                    continue;
                if (stretch.HasCapital)
                    alone.Add(stretch);
                else if (stretch.Plain == key) // «petits» is no declined name
                    small.Add(stretch);
            }
        }
        return Longest(whole).Select(found => found.Trace(TraceKind.Name))
            .Concat(Longest(alone).Where(found => !whole.Exists(named => named.Holds(found))).Select(found => found.Trace(TraceKind.FamilyName)))
            .Concat(Longest(small).Where(found => !whole.Concat(alone).Any(named => named.Holds(found))).Select(found => found.Trace(TraceKind.SmallName)));
    }

    private IEnumerable<Trace> Shaped(TraceKind kind, Regex shape, Func<string, bool>? when = null) =>
        from text in _texts
        from Match found in shape.Matches(text.Text)
        where when is null || when(found.Value)
        select text.Trace(kind, found.Index, found.Length);

    private IEnumerable<Trace> Found(TraceKind kind, Func<string, IEnumerable<(int At, int Length)>> find) =>
        from text in _texts from found in find(text.Text) select text.Trace(kind, found.At, found.Length);

    // Of a whole name nobody knows where the family name begins.
    private static IEnumerable<(List<string> Given, List<string> Family)> Readings(KnownName name)
    {
        var (given, family) = (PlainText.Words(name.Given), PlainText.Words(name.Family));
        if (given.Count > 0 || family.Count < 2)
            return family.Count == 0 ? [] : [(given, family)];
        return Enumerable.Range(1, family.Count - 1).Select(at => (family[..at], family[at..]));
    }

    // Nobody hides behind a sign that nobody sees.
    private static string Seen(string text) => string.Concat(text.EnumerateRunes().Where(sign => Rune.GetUnicodeCategory(sign) is not UnicodeCategory.Format).Select(sign => sign.ToString()));

    // All the first names there are, or the first of them, as people are called; «van» and «de» are none.
    private static IEnumerable<string> Firsts(List<string> given)
    {
        if (given.Count > 0)
            yield return PlainText.Key(given);
        if (given.Count > 1 && given[0].Length > 3 && given[0] is not ("vanden" or "vander" or "vande"))
            yield return PlainText.Key(given[..1]);
    }

    private static IEnumerable<Stretch> Longest(List<Stretch> found) => found.Distinct().Where(one => !found.Exists(other => other != one && other.Holds(one)));

    // Digits that stand apart in another manner are a national number when their last two say so.
    private static bool IsChecked(string found)
    {
        var digits = new string([.. found.Where(char.IsAsciiDigit)]);
        if (digits.Length != 11)
            return false;
        var (number, check) = (long.Parse(digits[..9], CultureInfo.InvariantCulture), long.Parse(digits[9..], CultureInfo.InvariantCulture));
        return check == 97 - number % 97 || check == 97 - (2_000_000_000 + number) % 97;
    }

    [GeneratedRegex(@"[^\s@<>,;()]+@[^\s@<>,;()]+\.[^\s@<>,;()]*[^\s@<>,;().]")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"[\w.+-]+\s?[([]\s?(?:at|arobase|apenstaartje|@)\s?[)\]]\s?[\w-]+\s?(?:\.|[([]\s?(?:dot|point|punt|punkt)\s?[)\]])\s?\w+", RegexOptions.IgnoreCase)]
    private static partial Regex SpelledAddress();

    [GeneratedRegex(@"(?<!\d)\d{2}[\s./‐-―−-]{0,3}\d{2}[\s./‐-―−-]{0,3}\d{2}[\s./‐-―−-]{0,3}\d{3}[\s./‐-―−-]{0,3}\d{2}(?!\d)")]
    private static partial Regex NationalNumber();

    [GeneratedRegex(@"(?<!\d)\d(?:[\s./‐-―−-]{0,2}\d){10}(?!\d)")]
    private static partial Regex SpacedNumber();

    // Numbers of proposals have a P: a decision of principle may point to another. With spaces only, a year and an amount look like it.
    [GeneratedRegex(@"(?<!\w)\d{4}(?:\s?[./‐-―−-]\s?(?!P)[A-Z]\s?[./‐-―−-]\s?\d{3,}|\s?(?!P)[A-Z]\s?\d{5,})(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex FileNumber();
}
