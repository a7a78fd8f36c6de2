using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

/// <summary>Facts and composition of a meeting, changed on its page.</summary>
public class ChangingAMeeting
{
    private const string SavingTells = "On saving, everyone who was convened and whom the change concerns is told by e-mail at once.";

    [Fact]
    public async Task Whoever_was_convened_is_written_to_once_it_was_asked()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var (office, id) = (meeting.Office, meeting.Id);
        var (shown, told) = ((await office.ReadAsync(id)).StartsAt, (await office.MailsAsync(id)).Count);
        await using var page = await OfFactsAsync(office, id);
        await page.PressAsync("Change");
        Assert.Contains(SavingTells, await page.TextAsync(), StringComparison.Ordinal);

        await page.FillAsync("input", "2027-01-10");
        await page.SubmitAsync();
        var question = await QuestionAsync(page);
        Assert.Contains($"People who get an e-mail: {told}", question, StringComparison.Ordinal);
        Assert.Contains("That day is not a working day: Sunday 10\u00a0January 2027.", question, StringComparison.Ordinal);
        Assert.Equal((shown, told), ((await office.ReadAsync(id)).StartsAt, (await office.MailsAsync(id)).Count));

        await page.PressAsync("Save and tell them");
        Assert.Equal((shown.AddDays(5), 2 * told), ((await office.ReadAsync(id)).StartsAt, (await office.MailsAsync(id)).Count));
        Assert.Contains("Those who were convened are told of the change by e-mail.", await page.TextAsync(), StringComparison.Ordinal);
        await using var afterwards = await OfFactsAsync(office, id);
        Assert.Contains("That day is not a working day", await afterwards.TextAsync(), StringComparison.Ordinal); // it stands beside the day
    }

    [Fact]
    public async Task Before_anybody_was_convened_a_change_is_saved_without_a_question()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(1);
        await using var page = await OfFactsAsync(office, id);
        await page.PressAsync("Change");
        Assert.DoesNotContain(SavingTells, await page.TextAsync(), StringComparison.Ordinal);

        await page.FillAsync("input", "15:00", nth: 1);
        await page.SubmitAsync();

        Assert.Equal(14, (await office.ReadAsync(id)).StartsAt.Hour);
        Assert.Contains("Saved.", await page.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_another_composition_concerns_is_written_to_once_it_was_asked()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(1, formation: "enlarged", section: null);
        Assert.DoesNotContain(SavingTells, await (await OfSeatsAsync(office, id)).TextAsync(), StringComparison.Ordinal);
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        var (voting, chosen) = ((await office.CommissionAsync()).Seats.Where(s => s.Votes).ToList(), MeetingForm.Of(await office.ReadAsync(id)).Seats);
        var leaving = voting.First(s => s.Effective is not null && chosen.Contains(s.Id));
        var coming = voting.First(s => s.Effective is not null && s.Group == leaving.Group && s.Section == leaving.Section && !chosen.Contains(s.Id));
        var before = (await office.MailsAsync(id)).Count;

        await using var page = await OfSeatsAsync(office, id);
        Assert.Contains(SavingTells, await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("Save the composition"); // as it is: nobody is concerned, and nothing is asked
        Assert.DoesNotContain("People who get an e-mail", await page.TextAsync(), StringComparison.Ordinal);
        var boxes = voting.GroupBy(s => s.Group).SelectMany(group => group).ToList();
        await page.FillAsync("input", false, nth: boxes.IndexOf(leaving));
        await page.FillAsync("input", true, nth: boxes.IndexOf(coming));
        await page.PressAsync("Save the composition");
        Assert.Contains("People who get an e-mail: 2", await QuestionAsync(page), StringComparison.Ordinal);
        Assert.Equal(before, (await office.MailsAsync(id)).Count);

        await page.PressAsync("Save and tell them");
        Assert.Equal(before + 2, (await office.MailsAsync(id)).Count);
    }

    [Fact]
    public async Task One_planned_without_a_composition_of_its_own_shows_all_who_sit_in_its_chamber()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(0, formation: "enlarged", section: null);
        var own = (await office.ReadAsync(id)).Seats.Select(s => s.SeatId).ToHashSet();
        var voting = (await office.CommissionAsync()).Seats.Where(s => s.Votes).Select(s => s.Id).ToList();
        await using (var composed = await OfSeatsAsync(office, id))
            Assert.Equal(own.Intersect(voting).Count(), await ChosenAsync(composed));

        await office.DoAsync(db =>
        {
            db.Set<PlannedMeeting>().Single(m => m.Id == id).Compose([]);
            db.Set<Chamber>().AsEnumerable().Single(c => c.Formation.Value == "enlarged").Seat(voting.Take(20));
        });

        await using var page = await OfSeatsAsync(office, id);
        Assert.Equal(20, await ChosenAsync(page));

        static async Task<int> ChosenAsync(APage page) => Regex.Count(await page.HtmlAsync(), @"type=""checkbox""[^>]*\bchecked");
    }

    private static async Task<APage> OfFactsAsync(PlanningOffice office, MeetingId id) =>
        await APage.OpenAsync<FactsPanel>(office, PlanningOffice.Secretary, new() { ["Sheet"] = await SheetAsync(office, id), ["CanEdit"] = true });

    private static async Task<APage> OfSeatsAsync(PlanningOffice office, MeetingId id) =>
        await APage.OpenAsync<SeatsPanel>(office, PlanningOffice.Secretary, new() { ["Sheet"] = await SheetAsync(office, id) });

    private static async Task<MeetingSheet> SheetAsync(PlanningOffice office, MeetingId id) =>
        (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;

    private static async Task<string> QuestionAsync(APage page) => Regex.Match(await page.HtmlAsync(), "<dialog.*?</dialog>", RegexOptions.Singleline).Value;
}
