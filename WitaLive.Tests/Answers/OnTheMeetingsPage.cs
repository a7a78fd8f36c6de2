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
}
