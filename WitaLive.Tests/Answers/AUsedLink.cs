using WitaLive.App.Answers;
using WitaLive.Domain.Answers;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Answers;

public class AUsedLink
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Says_that_its_answer_counts_no_more_once_the_meeting_was_moved_to_another_day(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        var (links, key) = (meeting.Office.Get<AnswerLinks>(), await meeting.KeyAsync(meeting.Effective));
        Assert.Null(await links.AnswerAsync(key, AnswerKind.Present, null, default));
        Assert.IsType<AnswerLinkUsed>((await links.OpenAsync(key, default)).Why);

        await meeting.MoveAsync("2027-01-07");
        Assert.IsType<AnswerLinkOutlived>((await links.OpenAsync(key, default)).Why);
        Assert.IsType<AnswerLinkOutlived>(await links.AnswerAsync(key, AnswerKind.Absent, "Grippe", default));

        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Present)); // the link of the newest mail
        Assert.IsType<AnswerLinkUsed>((await links.OpenAsync(key, default)).Why);
        Assert.IsType<AnswerLinkUsed>(await links.AnswerAsync(key, AnswerKind.Absent, "Grippe", default));
    }
}
