namespace WitaLive.App.Mail;

/// <summary>The other side answered, and said no to this one mail. Others may still go.</summary>
public sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);
