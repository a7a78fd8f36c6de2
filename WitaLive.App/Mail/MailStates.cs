namespace WitaLive.App.Mail;

internal static class MailStates
{
    /// <summary>The rows for which <see cref="OutgoingMail.StateAt"/> gives that state, asked of the database.</summary>
    public static IQueryable<OutgoingMail> In(this IQueryable<OutgoingMail> mails, MailState state, DateTimeOffset now)
    {
        var open = mails.Where(m => m.SentAt == null && m.CancelledAt == null && m.FailedAt == null);
        return state switch
        {
            MailState.Sent => mails.Where(m => m.SentAt != null),
            MailState.Cancelled => mails.Where(m => m.SentAt == null && m.CancelledAt != null),
            MailState.Failed => mails.Where(m => m.SentAt == null && m.CancelledAt == null && m.FailedAt != null),
            MailState.Retrying => open.Where(m => m.Tries > 0),
            MailState.Waiting => open.Where(m => m.Tries == 0 && m.NextTryAt > now),
            _ => open.Where(m => m.Tries == 0 && m.NextTryAt <= now),
        };
    }
}
