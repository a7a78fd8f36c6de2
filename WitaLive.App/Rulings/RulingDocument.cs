using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WitaLive.App.Rulings;

/// <summary>A line of the head of a letter.</summary>
public sealed record DocumentFact(string Label, string Text);

/// <summary>An activity in a letter, every word in it.</summary>
/// <param name="Remark">What was written on it; empty when nothing was.</param>
public sealed record DocumentActivity(string Activity, string Verdict, string Remark);

/// <summary>A decision as its applicant reads it, in one language: every word is in it, and nothing is asked of anyone while it is drawn. This is what is signed.</summary>
/// <param name="Words">Headings by key.</param>
/// <param name="Decision">What was decided, a paragraph each.</param>
/// <param name="Reasons">The sentences of the codes.</param>
/// <param name="Sums">Each beside its threshold, a sentence each.</param>
/// <param name="Appeal">Ways and terms of appeal, a paragraph each (rules of procedure, art. 32).</param>
/// <param name="Signature">Who signed, as what and when, a line each; empty in a draft.</param>
/// <param name="Code">Proves it genuine; empty in a draft.</param>
/// <param name="CheckAddress">Where that is asked, the code in it; <paramref name="CheckShown"/> is the same without, to be typed.</param>
public sealed record RulingDocument(
    string Language, string Title, ImmutableArray<string> Receiver, ImmutableArray<DocumentFact> Facts, ImmutableArray<string> Decision, ImmutableArray<string> Reasons, string Motivation,
    ImmutableArray<DocumentActivity> Activities, ImmutableArray<string> Sums, ImmutableArray<string> Appeal, ImmutableArray<string> Signature, string Code, string CheckAddress, string CheckShown,
    ImmutableSortedDictionary<string, string> Words)
{
    public string this[string key] => Words[key];

    public bool IsSigned => Code.Length > 0;

    public static RulingDocument Read(string kept) => JsonSerializer.Deserialize<RulingDocument>(kept)!;

    public static string HashOf(string kept) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept)));

    /// <summary>As it is kept and hashed.</summary>
    public string Written() => JsonSerializer.Serialize(this);
}
