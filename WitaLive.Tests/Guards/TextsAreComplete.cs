using System.Text.RegularExpressions;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Guards;

public partial class TextsAreComplete
{
    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> s_sameWords = ReadSameWords();

    [Fact]
    public void Every_text_exists_in_every_language() =>
        None(from texts in Texts.All
             let keys = texts.ByLanguage.Values.SelectMany(all => all.Keys).Distinct()
             from key in keys
             from language in Language.All
             where string.IsNullOrWhiteSpace(texts.Find(language.Code, key))
             select $"{texts}.{key} has no text in {language.Code}");

    [Fact]
    public void Every_class_of_texts_has_texts() =>
        None(from texts in Texts.All where texts.ByLanguage["en"].IsEmpty select $"{texts} has no {texts}.resx beside it");

    [Fact]
    public void A_text_has_the_same_gaps_in_every_language() =>
        None(from texts in Texts.All
             from text in texts.ByLanguage["en"]
             from language in Language.All
             let there = texts.Find(language.Code, text.Key)
             where there is not null && Gaps(there) != Gaps(text.Value)
             select $"{texts}.{text.Key} has the gaps [{Gaps(text.Value)}] in en and [{Gaps(there)}] in {language.Code}");

    [Fact]
    public void No_text_is_the_same_in_two_languages_unless_it_was_looked_at() =>
        None(from texts in Texts.All
             from key in texts.ByLanguage["en"].Keys
             from one in Language.All
             from other in Language.All
             where string.CompareOrdinal(one.Code, other.Code) < 0
             let text = texts.Find(one.Code, key)
             where text is not null && text == texts.Find(other.Code, key) && HasWords(text) && !IsKnown(text, one, other)
             select $"{texts}.{key}: «{text}» in {one.Code} and {other.Code}; translate it, or add it to WitaLive.Tests/Guards/same-words.txt with a reason");

    /// <summary>Written with a space before its high signs and inside its guillemets, and shown with one at which no line ends.</summary>
    [Fact]
    public void No_French_sign_stands_without_its_space_or_at_the_beginning_of_a_line() =>
        None(from texts in Texts.All
             from text in texts.ByLanguage["fr"]
             let shown = FrenchSpaces.Set(Gap().Replace(Address().Replace(text.Value, "x"), "x"))
             where Unspaced().IsMatch(shown) || Breaking().IsMatch(shown)
             select $"{texts}.{text.Key}: «{text.Value}»");

    /// <summary>One word for one thing (glossary): a reader who meets two looks for the difference.</summary>
    [Fact]
    public void German_has_one_word_for_the_quorum() =>
        None(from texts in Texts.All
             from text in texts.ByLanguage["de"]
             where text.Value.Contains("quorum", StringComparison.OrdinalIgnoreCase)
             select $"{texts}.{text.Key}: «{text.Value}» says Quorum, not Beschlussfähigkeit");

    /// <summary>«1 month(s)» leaves to the reader what the sentence is to say: it is put otherwise, or there are two texts.</summary>
    [Fact]
    public void No_text_has_its_plural_in_brackets() =>
        None(from texts in Texts.All
             from language in Language.All
             from text in texts.ByLanguage[language.Code]
             where BracketedPlural().IsMatch(text.Value)
             select $"{texts}.{text.Key}: «{text.Value}» in {language.Code}");

    /// <summary>«Le siège de Ingrid» is no French: a name stands after a colon or in brackets. Each key with the gap that takes the name.</summary>
    [Theory]
    [InlineData("AnswerTexts", "HoldsProxy", 0), InlineData("AnswerTexts", "ProxyEndedMail", 0), InlineData("BallotTexts", "ProxyVote", 1), InlineData("DeclarationTexts", "SignHint", 0)]
    [InlineData("EvocationTexts", "DecidedBy", 0), InlineData("EvocationTexts", "MailAccepted", 0), InlineData("EvocationTexts", "MailRejected", 0), InlineData("FeeTexts", "StatementOf", 0)]
    [InlineData("FeeTexts", "TravelOf", 0), InlineData("ImportTexts", "Problem_KnownAs", 0), InlineData("InterpretationTexts", "AnsweredBy", 0), InlineData("MandateTexts", "ChangeMeans", 0)]
    [InlineData("MandateTexts", "IsEnding", 1), InlineData("MandateTexts", "Lift", 0), InlineData("MandateTexts", "SuspensionLine", 0), InlineData("MinutesTexts", "CorrectionStay", 0)]
    [InlineData("PeopleTexts", "RolesSaved", 0), InlineData("PeopleTexts", "Saved", 0), InlineData("PresenceTexts", "TakeSeatText", 0), InlineData("ReportTexts", "VersionBy", 1)]
    public void No_name_stands_behind_a_word_that_French_would_cut_short_before_it(string texts, string key, int gap)
    {
        var text = Texts.All.Single(all => all.Class.Name == texts).Find("fr", key)!;

        Assert.Contains($"{{{gap}}}", text, StringComparison.Ordinal);
        Assert.DoesNotMatch($@"(?i)\b(de|que|jusque|lorsque)\s\{{{gap}\}}", text);
    }

    [Fact]
    public void No_French_letter_has_the_name_of_a_person_behind_such_a_word() =>
        Assert.All(Directory.GetFiles(Path.Combine(Repository.Root, "data", "letters"), "*.fr.md"), file => Assert.DoesNotMatch(@"(?i)\b(de|que)\s\{\{(partner|receiver)\.name", File.ReadAllText(file)));

    internal static int GapCount(string text) => Gap().Matches(text).Select(gap => gap.Groups[1].Value).Distinct().Count();

    private static string Gaps(string text) =>
        string.Join(" ", Gap().Matches(text).Select(gap => gap.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    private static bool HasWords(string text) => Gap().Replace(text, "").Any(char.IsLetter);

    private static bool IsKnown(string text, Language one, Language other) =>
        s_sameWords.TryGetValue(text, out var languages) && languages.Contains(one.Code) && languages.Contains(other.Code);

    private static ImmutableDictionary<string, ImmutableHashSet<string>> ReadSameWords() =>
        File.ReadLines(Path.Combine(Repository.Root, "WitaLive.Tests", "Guards", "same-words.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(parts => parts is [var text, var languages, { Length: > 0 }]
                ? (text, languages)
                : throw new FormatException($"«{string.Join('|', parts)}» is not: text | languages | reason"))
            .GroupBy(line => line.text)
            .ToImmutableDictionary(group => group.Key, group => group.SelectMany(line => line.languages.Split(' ')).ToImmutableHashSet());

    private static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    [GeneratedRegex(@"\p{L}\((s|x|n|en|e|es)\)(?<!\p{L}\(e\))")]
    private static partial Regex BracketedPlural();

    [GeneratedRegex(@"https?://\S+|\d:\d\d")]
    private static partial Regex Address();

    [GeneratedRegex(@"[^\s\u00a0\u202f:;!?][:;!?»](?!\w)|«[^\s\u00a0\u202f]")]
    private static partial Regex Unspaced();

    [GeneratedRegex(@"[ \t\n][:;!?»](?!\w)|« ")]
    private static partial Regex Breaking();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Gap();
}
