using WitaLive.App.Answers;
using WitaLive.Domain.Answers;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Answers;

public class OnTheMeetingsPage
{
    [Fact] // on a telephone the two rows of buttons do not fit on one screen
    public async Task An_answer_is_confirmed_between_the_two_rows_of_buttons()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        await using var page = await APage.OpenAsync<AnswerPanel>(meeting.Office, Who.With(meeting.Effective), new() { ["Meeting"] = meeting.Id.Value });

        await page.PressAsync("I will come");

        Assert.Equal(AnswerKind.Present, (await meeting.Office.Get<AnswerDesk>().ReadAsync(Who.With(meeting.Effective), meeting.Id, default))!.Last!.Kind);
        var html = await page.HtmlAsync();
        var places = new[] { "my-answers", "Recorded. ", "my-reason", "</textarea>" }.Select(part => html.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task An_answer_given_elsewhere_takes_the_place_of_the_one_that_was_confirmed_here()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        await using var first = await APage.OpenAsync<AnswerPanel>(meeting.Office, Who.With(meeting.Effective), new() { ["Meeting"] = meeting.Id.Value });
        await using var second = await APage.OpenAsync<AnswerPanel>(meeting.Office, Who.With(meeting.Effective), new() { ["Meeting"] = meeting.Id.Value });
        await first.PressAsync("I will come");
        await first.LookAgainAsync();
        Assert.Contains("Recorded. ", await first.TextAsync(), StringComparison.Ordinal); // nothing else was said meanwhile

        await second.FillAsync("textarea", "ill");
        await second.PressAsync("I will not come");
        await first.LookAgainAsync();

        var text = await first.TextAsync();
        Assert.DoesNotContain("Recorded. ", text, StringComparison.Ordinal);
        Assert.Matches("aria-pressed=\"true\"[^>]*>I will not come", await first.HtmlAsync());
    }
}
