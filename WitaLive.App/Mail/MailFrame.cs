using Microsoft.Extensions.Localization;

namespace WitaLive.App.Mail;

/// <summary>What stands round the words of every mail: salutation, greeting, whose site it comes from.</summary>
public sealed class MailFrame(IStringLocalizer<MailTexts> texts, SiteAddress site)
{
    /// <summary>The whole plain text of a mail in the receiver's language.</summary>
    /// <param name="write">Writes what the mail has to say; runs in that language, whatever the language of the caller.</param>
    public string Write(string language, string name, Func<string> write) => ReceiverLanguage.Run(language, () => string.Join("\n\n",
        texts["Salutation", name].Value,
        write().Trim(),
        texts["Greeting"].Value,
        "-- ",
        texts["Footer", site.Root].Value) + "\n");
}
