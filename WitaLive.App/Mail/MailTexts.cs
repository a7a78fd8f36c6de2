namespace WitaLive.App.Mail;

/// <summary>The frame of every mail, and the words of the mail pages.</summary>
public sealed class MailTexts;
