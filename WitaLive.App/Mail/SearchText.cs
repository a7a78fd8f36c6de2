using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WitaLive.App.Mail;

/// <summary>Text without capitals and accents: SQLite knows no case beyond ASCII, and PostgreSQL minds every case. Any run of spaces is one:
/// a subject has spaces at which no line ends, and one that is copied from a mail program may be folded over two lines.</summary>
internal static partial class SearchText
{
    public static string Fold(string text) => Spaces().Replace(new([.. text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(c => c is '’' ? '\'' : char.ToLowerInvariant(c))]), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
