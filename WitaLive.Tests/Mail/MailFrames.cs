using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

public class MailFrames
{
    [Theory]
    [InlineData("fr", "Bonjour Zoë,", "lundi 23\u00a0novembre 2026")]
    [InlineData("nl", "Beste Zoë,", "maandag 23\u00a0november 2026")]
    [InlineData("de", "Guten Tag Zoë,", "Montag, 23.\u00a0November 2026")]
    [InlineData("en", "Dear Zoë,", "Monday 23\u00a0November 2026")]
    public void Speak_the_receivers_language_whatever_the_callers(string language, string salutation, string day)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var frame = new MailFrame(services.GetRequiredService<IStringLocalizer<MailTexts>>(), new SiteAddress(new Uri("https://live.example.be/")));
        foreach (var caller in Language.All)
        {
            var text = ReceiverLanguage.Run(caller.Code, () =>
            {
                var written = frame.Write(language, "Zoë", () => new DateOnly(2026, 11, 23).ToLongDay());
                Assert.Equal(caller, Language.Current);
                return written;
            });

            Assert.StartsWith(salutation + "\n\n" + day + "\n\n", text, StringComparison.Ordinal);
            Assert.EndsWith("https://live.example.be/\n", text, StringComparison.Ordinal);
        }
    }
}
