using System.Globalization;
using System.Text;

namespace WitaLive.App.Spreadsheets;

/// <summary>A column to look for, under any of its names, whatever their case, accents, spaces and signs.</summary>
/// <param name="Key">What the reading code calls it.</param>
/// <param name="Names">In every language; the first is the one shown when the column is missing.</param>
public sealed record Heading(string Key, bool IsRequired, ImmutableArray<string> Names)
{
    private readonly HashSet<string> _plain = [.. Names.Select(Plain)];

    internal bool Matches(string text) => _plain.Contains(Plain(text));

    /// <summary>Letters and digits only, in lower case, without accents: «Prénom *» and «prenom» are one.</summary>
    public static string Plain(string text) => new([.. text.Normalize(NormalizationForm.FormD)
        .Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
        .Select(char.ToLowerInvariant)]);
}
