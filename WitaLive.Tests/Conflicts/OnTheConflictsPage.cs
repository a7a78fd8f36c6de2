using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Conflicts;
using WitaLive.App.Convening;
using WitaLive.Tests.Access;
using WitaLive.Tests.Components;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Conflicts;

public class OnTheConflictsPage
{
    [Fact]
    public async Task Says_before_it_is_confirmed_when_the_substitute_will_be_convened()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, _, seat) = await SteppingAside.PlannedAsync(office);
        await SteppingAside.Sweep(office).RunAsync(default);
        Assert.Equal((true, false), await SaysAsync());

        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);

        Assert.Equal((false, true), await SaysAsync());

        async Task<(bool WithTheMeeting, bool AtOnce)> SaysAsync()
        {
            await using var page = await APage.OpenAsync<ConflictsPage>(office, Who.With(seat.Effective!.Id), add: services => services.AddSingleton(SteppingAside.Desk(office)).AddSingleton(SteppingAside.Recusals(office)));
            var text = await page.TextAsync();
            return (text.Contains("is convened for it as soon as the meeting is", StringComparison.Ordinal), text.Contains("is convened for it at once", StringComparison.Ordinal));
        }
    }
}
