using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Calendar;
using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

public class SecretsInLinks
{
    private const string Secret = "-aZ0_9-keyOf~43signs_";

    public static TheoryData<string> Pages => [AccountLink.PageOf(Secret), AccountLink.PageOf(Secret, "fr"), AnswerPage.AddressOf(Secret, "nl"), CalendarComposition.PageOf(Secret)];

    [Theory, MemberData(nameof(Pages))]
    public void Are_blanked_wherever_a_page_takes_one(string page)
    {
        Assert.Equal($"Voir https://live.example.be/{page.Replace(Secret, "…", StringComparison.Ordinal)}.", LinkSecrets.Blank($"Voir https://live.example.be/{page}."));
        Assert.DoesNotContain("43signs", LinkSecrets.Blank(MarkdownText.Escape($"https://live.example.be/{page}")), StringComparison.Ordinal);
        Assert.DoesNotContain("43signs", LinkSecrets.Blank($"[{page}](https://live.example.be/{page})"), StringComparison.Ordinal);
    }

    [Theory, InlineData("Rendez-vous : https://live.example.be/calendar?view=week&day=2026-11-23"), InlineData("A monkey=ape, invite.ics, meetings/7"), InlineData("")]
    public void Are_all_that_is_blanked(string text) => Assert.Equal(text, LinkSecrets.Blank(text));
}
