namespace WitaLive.App.Mail;

/// <summary>How long a mail waits after a try that failed: a minute, then twice as long each time, at most six hours.</summary>
public static class Backoff
{
    /// <summary>About three days of trying: a mail server that is away for a weekend costs no mail.</summary>
    public const int MaxTries = 20;

    /// <param name="tries">Tries so far, 1 or more.</param>
    public static TimeSpan After(int tries) =>
        TimeSpan.FromMinutes(Math.Min(1 << Math.Min(tries - 1, 9), TimeSpan.FromHours(6).TotalMinutes));
}
