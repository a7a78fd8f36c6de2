using System.Globalization;
using System.Text;

namespace WitaLive.App.Mail;

/// <summary>Text without capitals and accents: SQLite knows no case beyond ASCII, and PostgreSQL minds every case.</summary>
internal static class SearchText
{
    public static string Fold(string text) => new([.. text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(char.ToLowerInvariant)]);
}
