using WitaLive.Domain;

namespace WitaLive.App.Mail;

/// <summary>One mail to one receiver: a row, written in the transaction of the act that caused it.</summary>
/// <remarks>
/// Its <see cref="Id"/> becomes the Message-Id, so that a copy sent again after a lost answer is known as the same mail.
/// Whoever can foresee its own repetition gives the id itself; otherwise a new one is made.
/// A wrong address, or a line break where one would start another header, throws here: it is the caller's fault, not the sender's.
/// </remarks>
public sealed class OutgoingMail
{
    public const int MaxSubjectLength = 250;
    public const int MaxNameLength = 200;

    public Guid Id { get; init; } = Guid.NewGuid();

    /// <exception cref="ArgumentException">Not an address that mail can be sent to.</exception>
    public required string ToAddress
    {
        get;
        init => field = MailAddresses.IsUsable(value) ? value : throw new ArgumentException("This is not an address that mail can be sent to.", nameof(ToAddress));
    }

    /// <exception cref="ArgumentException">A line break or another control character, or too long.</exception>
    public required string ToName { get; init => field = HeaderText.Checked(value, MaxNameLength, nameof(ToName)); }

    /// <summary>The receiver's: fr, nl, de or en. It was used to write the text and frames the HTML part.</summary>
    public required string Language { get; init => field = HeaderText.Checked(value, 8, nameof(Language)); }

    /// <exception cref="ArgumentException">A line break or another control character, or too long.</exception>
    public required string Subject { get; init => field = HeaderText.Checked(value, MaxSubjectLength, nameof(Subject)); }

    /// <summary>The whole mail as plain text. The HTML part is made from it when it is sent: same words, same order.</summary>
    public required string Text { get; init; }

    /// <summary>The same words as Markdown, where they were written so: headings, lists and links of the HTML part come from it.</summary>
    public string? Markdown { get; init; }

    /// <summary>A calendar file of one event, which mail programs show with the mail and offer to answer.</summary>
    public byte[]? Calendar { get; init; }

    /// <summary>What it is for, as a code: convocation, invitation, conclusion.</summary>
    public required string Purpose { get; init => field = HeaderText.Checked(value, 50, nameof(Purpose)); }

    public required DateTimeOffset CreatedAt
    {
        get;
        init
        {
            field = value;
            if (DueAt == default)
                DueAt = value;
        }
    }

    /// <summary>Never sent before this instant. Without one, the mail is due when it is created.</summary>
    public DateTimeOffset DueAt
    {
        get;
        init => (field, NextTryAt) = (value, value);
    }

    public MeetingId? MeetingId { get; init; }

    public PersonId? PersonId { get; init; }

    /// <summary>The item whose undone conclusion takes this mail back.</summary>
    public ItemId? ItemId { get; init; }

    public IList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Receiver and subject as they are looked for; both engines compare it alike.</summary>
    public string Searched { get => field ??= SearchText.Fold($"{ToName} {ToAddress} {Subject}"); private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>When it was given up after <see cref="Backoff.MaxTries"/>: someone has to look at it.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Until then one sender has this mail in hand and no other takes it.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Takes it back. A mail that has gone stays sent.</summary>
    public void Cancel(DateTimeOffset at)
    {
        if (SentAt is null)
            CancelledAt ??= at;
    }

    /// <summary>Has it sent again from the first try on, whatever became of it. A second copy has the same Message-Id.</summary>
    public void Resend(DateTimeOffset at)
    {
        (SentAt, CancelledAt, FailedAt, LastError) = (null, null, null, null);
        (Tries, NextTryAt, ClaimedUntil) = (0, at, null);
    }

    public MailState StateAt(DateTimeOffset now) => this switch
    {
        { SentAt: not null } => MailState.Sent,
        { CancelledAt: not null } => MailState.Cancelled,
        { FailedAt: not null } => MailState.Failed,
        { Tries: > 0 } => MailState.Retrying,
        _ when NextTryAt > now => MailState.Waiting,
        _ => MailState.Due,
    };
}
