namespace WitaLive.App.Mail;

/// <summary>The mail server answered something other than it should.</summary>
internal sealed class SmtpAnswerException(int code, string answer) : IOException(answer)
{
    /// <summary>«I am closing the line»: an answer about the line, not about the mail.</summary>
    public const int Closing = 421;

    public int Code { get; } = code;
}
