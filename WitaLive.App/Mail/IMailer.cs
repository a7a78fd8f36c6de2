namespace WitaLive.App.Mail;

/// <summary>The way out of the house. One instance serves one run of the sender, several mails at once, and keeps its connections that long.</summary>
public interface IMailer
{
    /// <summary>Hands one mail over. When it returns, the other side has taken it.</summary>
    Task SendAsync(OutgoingMail mail, CancellationToken ct);
}
