using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.App.Mandates;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Mandates;

/// <summary>Before its term: who sat in convened meetings is told so, and cannot be told otherwise afterwards.</summary>
public class EndingAMandate
{
    [Fact]
    public async Task Is_asked_first_with_who_it_is_and_what_follows()
    {
        await using var office = await PlanningOffice.OnAsync();
        var chamber = await office.ChamberAsync();
        var seat = chamber.Seats.First(s => s.Effective?.Id == chamber.Chair!.Id && s.Substitute is not null); // an expert's: the substitute may take over
        var changes = new List<Changing>();
        await using var page = await APage.OpenAsync<ChangePart>(office, PlanningOffice.Secretary, new()
        {
            ["Sheet"] = await office.Get<MandateDesk>().ReadAsync(PlanningOffice.Secretary, seat.Id, default),
            ["OnChange"] = EventCallback.Factory.Create<Changing>(this, changes.Add),
        });

        await page.SubmitAsync();
        Assert.Empty(changes);
        Assert.Contains($"The mandate of {seat.Effective!.FullName}, {seat.Substitute!.FullName} ends after Monday 23 November 2026.", await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("Have the substitute take over");
        Assert.Equal((ChangeAct.Succeed, new DateOnly(2026, 11, 23)), (Assert.Single(changes).Act, changes[0].LastDay));

        await page.FillAsync("input", "", nth: 3); // after what happens, three of them: no day is refused, and there is nothing to ask
        await page.SubmitAsync();
        Assert.Null(changes[^1].LastDay);
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public async Task Suspending_somebody_is_asked_first_and_so_is_lifting_it()
    {
        await using var office = await PlanningOffice.OnAsync();
        var seat = (await office.ChamberAsync()).Seats.First(s => s.Substitute is not null);
        var (desk, today) = (office.Get<MandateDesk>(), office.Clock.GetUtcNow().DayInBrussels());
        Assert.Null(await desk.SuspendAsync(PlanningOffice.Secretary, seat.Id, seat.Mandate!.Value, seat.Effective!.Id, today, null, "Mesure de la plénière.", default));
        var (suspended, lifted) = (new List<Suspending>(), new List<(int, DateOnly)>());
        await using var page = await APage.OpenAsync<SuspensionPart>(office, PlanningOffice.Secretary, new()
        {
            ["Mandate"] = (await desk.ReadAsync(PlanningOffice.Secretary, seat.Id, default))!.Now,
            ["Today"] = today,
            ["OnSuspend"] = EventCallback.Factory.Create<Suspending>(this, suspended.Add),
            ["OnLift"] = EventCallback.Factory.Create<(int, DateOnly)>(this, lifted.Add),
        });

        await page.PressAsync("Lift the suspension of");
        Assert.Empty(lifted);
        Assert.Contains($"{seat.Effective.FullName} sits again from tomorrow on", await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("Lift it");
        Assert.Equal(today, Assert.Single(lifted).Item2);

        await page.SubmitAsync(); // nobody is chosen: refused without a question
        Assert.Single(suspended);
        await page.FillAsync("select", seat.Substitute!.Id.Value.ToString());
        await page.FillAsync("textarea", "Mesure de la plénière.");
        await page.FillAsync("input", "2026-11-20", nth: 1); // before the first day: nor is there anything to ask
        await page.SubmitAsync();
        Assert.Equal(new DateOnly(2026, 11, 20), suspended[^1].Until);
        await page.FillAsync("input", "2027-06-30", nth: 1);
        await page.SubmitAsync();
        Assert.Equal(2, suspended.Count);
        Assert.Contains($"{seat.Substitute.FullName} neither sits nor votes from", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("The suspension ends on Wednesday 30 June 2027.", await page.TextAsync(), StringComparison.Ordinal);
        await page.PressAsync("Suspend");
        Assert.Equal(seat.Substitute.Id, suspended[^1].Person);
    }
}
