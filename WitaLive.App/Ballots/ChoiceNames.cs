using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

internal static class ChoiceNames
{
    /// <summary>For, against, abstention, or the outcome voted for.</summary>
    public static string OfChoice(this Names names, Choice choice) =>
        choice == Choice.For || choice == Choice.Against || choice == Choice.Abstain ? names.Of($"choice.{choice}") : names.OfOutcome(choice.Value);

    /// <summary>What can be granted or refused: an attestation of some kind, a refusal.</summary>
    public static string OfOutcome(this Names names, string outcome) => names.Of($"outcome.{outcome}");

    /// <summary>Inside a sentence: small, save where nouns are written large; there only what describes the noun that follows it is small.</summary>
    public static string InSentence(this string name) =>
        name.Length > 1 && !char.IsUpper(name[1]) && (Languages.Language.Current.Code != "de" || BeginsWithAdjective(name))
            ? char.ToLower(name[0], System.Globalization.CultureInfo.CurrentCulture) + name[1..]
            : name;

    /// <summary>At the beginning of a line.</summary>
    public static string AtStart(this string name) =>
        name.Length > 0 ? char.ToUpper(name[0], System.Globalization.CultureInfo.CurrentCulture) + name[1..] : name;

    private static bool BeginsWithAdjective(string name) =>
        name.Split(' ') is [{ Length: > 0 } first, { Length: > 0 } second, ..] && (first[^1] == 'e' || first.EndsWith("er", StringComparison.Ordinal)) && char.IsUpper(second[0]);
}
