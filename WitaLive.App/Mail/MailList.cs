namespace WitaLive.App.Mail;

/// <summary>One page of the list.</summary>
/// <param name="Rows">How many mails match, on all pages.</param>
/// <param name="Failed">How many mails were given up, whatever is looked for.</param>
public sealed record MailList(int Rows, int Failed, ImmutableArray<MailLine> Mails);

/// <param name="At">When it was sent, cancelled or given up; otherwise when it is tried next.</param>
public sealed record MailLine(Guid Id, string ToName, string ToAddress, string Subject, MailState State, DateTimeOffset At)
{
    /// <summary>Whether sending it (again) makes sense: it was tried, cancelled or given up.</summary>
    public bool CanResend => State is MailState.Sent or MailState.Cancelled or MailState.Failed or MailState.Retrying;

    public bool CanCancel => State is MailState.Waiting or MailState.Due or MailState.Retrying or MailState.Failed;
}

/// <param name="Words">Null for whoever may not read the mail itself.</param>
public sealed record MailSheet(MailLine Line, int Tries, DateTimeOffset CreatedAt, DateTimeOffset DueAt, MailWords? Words);

/// <param name="LastError">What the mail server answered; it may name the receiver.</param>
public sealed record MailWords(string Text, string? LastError, ImmutableArray<string> Attachments);
