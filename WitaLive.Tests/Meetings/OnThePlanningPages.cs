using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;

namespace WitaLive.Tests.Meetings;

/// <summary>What pages do themselves, round what is asked of the office.</summary>
public class OnThePlanningPages
{
    [Fact]
    public async Task A_series_is_saved_once_by_a_double_click()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var page = await APage.OpenAsync<SeriesPage>(office, PlanningOffice.Secretary);
        await page.FillAsync("select", (await office.ChamberAsync()).Id.Value.ToString());
        await page.FillAsync("input", "Salle Horta", nth: 10);
        await page.SubmitAsync();
        var (answer, asked) = (new TaskCompletionSource(), 0);
        page.Waits = question =>
        {
            asked += question.Length == 0 ? 1 : 0;
            return answer.Task;
        };

        var clicks = new[] { page.PressAsync("Put these provisional dates"), page.PressAsync("Put these provisional dates") };
        answer.SetResult();
        await Task.WhenAll(clicks);

        await using var db = office.Databases.CreateDbContext();
        var saved = await db.Set<ProvisionalDate>().CountAsync();
        Assert.Equal((true, 1), (saved > 0, asked));
        Assert.Contains($"Provisional dates put into the calendar: {saved}.", await page.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_to_choose_from_is_that_of_the_chamber_chosen_last()
    {
        await using var office = await PlanningOffice.OnAsync();
        await using var page = await APage.OpenAsync<NewMeetingPage>(office, PlanningOffice.Secretary);
        var (restricted, enlarged) = ((await office.ChamberAsync()).Id.Value.ToString(), (await office.ChamberAsync("enlarged", null)).Id.Value.ToString());

        await ChooseAsync(slowly: restricted, then: enlarged);
        Assert.Contains("These seats make the formation", await page.TextAsync(), StringComparison.Ordinal); // the seats proposed for it
        await ChooseAsync(slowly: enlarged, then: restricted);
        Assert.DoesNotContain("seat-picker", await page.HtmlAsync(), StringComparison.Ordinal);

        // The answer on the first, of which the last part is awaited, comes after that on the second.
        async Task ChooseAsync(string slowly, string then)
        {
            var (reached, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
            page.Waits = question =>
            {
                if (!question.Contains("DISTINCT", StringComparison.Ordinal))
                    return Task.CompletedTask;
                reached.TrySetResult();
                return answer.Task;
            };
            var first = page.FillAsync("select", slowly);
            await reached.Task;
            page.Waits = null;
            await page.FillAsync("select", then);
            answer.SetResult();
            await first;
        }
    }

    [Fact] // rules of procedure, art. 53
    public async Task Whose_file_it_is_is_not_said_to_who_has_stepped_aside_for_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, file) = (await office.PlanAsync(points: 0), await office.AddFileAsync("2026-0417"));
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 10, default));
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        var (aside, other) = (room.Meeting.Plan!.Seats[1].Effective, room.Meeting.Plan.Seats[2].Effective);
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new Recuse(room.Meeting.Items[0].Id, aside), new(aside)));

        await using var read = await OpenAsync(other);
        Assert.Contains(file.Applicant, await read.TextAsync(), StringComparison.Ordinal);
        await using var hidden = await OpenAsync(aside);
        var text = await hidden.TextAsync();
        Assert.Contains(file.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Applicant, text, StringComparison.Ordinal);

        Task<APage> OpenAsync(PersonId person) => APage.OpenAsync<MeetingPage>(office, Who.With(person), new() { ["Id"] = id.Value });
    }
}
