using System.Text.RegularExpressions;

namespace WitaLive.App.Mail;

/// <summary>What in a link lets its holder act as the person it was sent to. Nobody but that person is shown it.</summary>
/// <remarks>The key of a password or an answer, and the name of a private calendar; in Markdown a backslash may stand before any sign.</remarks>
internal static partial class LinkSecrets
{
    /// <summary>The same text, with an ellipsis where a secret stood.</summary>
    public static string Blank(string text) => Secret().Replace(text, "…");

    /// <summary>The same mail to look at, never to send.</summary>
    public static OutgoingMail Blank(OutgoingMail mail) => new()
    {
        Id = mail.Id,
        ToAddress = mail.ToAddress,
        ToName = mail.ToName,
        Language = mail.Language,
        Subject = Blank(mail.Subject),
        Text = Blank(mail.Text),
        Markdown = mail.Markdown is { } markdown ? Blank(markdown) : null,
        Calendar = mail.Calendar,
        Purpose = mail.Purpose,
        CreatedAt = mail.CreatedAt,
        DueAt = mail.DueAt,
        Attachments = mail.Attachments,
    };

    [GeneratedRegex(@"(?<=\bkey\\?=)(?:\\?[\w%~-])+|(?<=\bcalendar/)(?:\\?[\w%~-])+(?=\\?\.ics\b)")]
    private static partial Regex Secret();
}
