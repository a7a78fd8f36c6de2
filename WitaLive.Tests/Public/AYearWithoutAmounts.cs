using WitaLive.App.Public;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Public;

public class AYearWithoutAmounts
{
    [Theory, InlineData(2026, true), InlineData(2025, false)]
    public async Task Is_said_on_the_page_about_amateurs_while_it_runs(int year, bool isSaid)
    {
        await using var office = await PlanningOffice.OnAsync(start: new(year, 11, 24, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(isSaid, Chambers.Demo.Rules.On(new(year, 11, 24)).Amateurs.In(year) is null);

        await using var page = await APage.OpenAsync<AmateurPage>(office, new());

        Assert.Equal(isSaid, (await page.TextAsync()).Contains($"The amounts for {year} have not been entered here yet.", StringComparison.Ordinal));
    }
}
