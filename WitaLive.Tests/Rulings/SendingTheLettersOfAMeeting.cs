using WitaLive.App.Rulings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Rulings;

public class SendingTheLettersOfAMeeting
{
    [Fact]
    public async Task Goes_on_when_the_page_is_left()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await SignedAsync(office);
        var (reached, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        Task pressed;
        await using (var page = await APage.OpenAsync<MeetingRulingsPage>(office, PlanningOffice.Secretary, new() { ["Id"] = decided.Meeting.Value }))
        {
            page.Waits = asked =>
            {
                if (!asked.Contains("rulings", StringComparison.Ordinal))
                    return Task.CompletedTask;
                reached.TrySetResult();
                return free.Task;
            };
            pressed = page.PressAsync("Send the letters", 1);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Contains("the sending goes on", await page.TextAsync(), StringComparison.Ordinal);
        }
        free.SetResult();

        await pressed.WaitAsync(TimeSpan.FromSeconds(30));
        for (var tries = 0; (await decided.ReadAsync()).Ruling.SentAt is null; tries++)
        {
            Assert.True(tries < 100, "It was not sent.");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task Is_one_for_all_who_look_on_until_it_ends()
    {
        await using var office = await PlanningOffice.OnAsync();
        var decided = await SignedAsync(office);
        var runs = office.Get<LetterRuns>();
        Assert.Null(runs.Of(PlanningOffice.Secretary, decided.Meeting));

        var run = runs.Start(PlanningOffice.Secretary, decided.Meeting);
        var moved = run.Moved;

        Assert.Equal(new LettersSent(1, 0), await run.Done);
        await moved.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(100, run.Percent);
        Assert.Null(runs.Of(PlanningOffice.Secretary, decided.Meeting));
        Assert.Throws<UnauthorizedAccessException>(() => runs.Start(Who.With(), decided.Meeting));
        Assert.Throws<UnauthorizedAccessException>(() => runs.Of(Who.With(), decided.Meeting));
    }

    private static async Task<ADecidedFile> SignedAsync(PlanningOffice office)
    {
        var decided = await ADecidedFile.InAsync(office);
        await decided.HandInAsync(ADecidedFile.Text);
        await decided.SignAsync();
        return decided;
    }
}
