using Microsoft.AspNetCore.Components;
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
}
