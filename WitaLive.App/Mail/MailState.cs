namespace WitaLive.App.Mail;

/// <summary>What becomes of a mail.</summary>
public enum MailState
{
    /// <summary>Not yet due; it may still be taken back.</summary>
    Waiting,

    /// <summary>Leaves with the next run.</summary>
    Due,

    /// <summary>Tried at least once without an answer that it was taken; tried again later.</summary>
    Retrying,

    Sent,

    Cancelled,

    /// <summary>Given up. Someone has to look at it.</summary>
    Failed,
}
