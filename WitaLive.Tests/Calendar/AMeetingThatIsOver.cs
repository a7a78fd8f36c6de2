using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Meetings;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Calendar;

public class AMeetingThatIsOver
{
    [Fact] // closed early, it needs neither its members nor its room any more
    public async Task Is_in_nobodys_way()
    {
        await using var office = await PlanningOffice.OnAsync();
        var held = await office.ReadAsync(await office.PlanAsync(1, form => form.Day = "2027-01-05"));
        Assert.Single(await ClashesAsync());

        await office.DoAsync(db => db.Set<PlannedMeeting>().Where(m => m.Id == held.Id).ExecuteUpdate(set => set.SetProperty(m => m.State, MeetingState.Closed)));

        Assert.Empty(await ClashesAsync());

        Task<ImmutableArray<FoundClash>> ClashesAsync() => office.Get<Occupation>().ClashesAsync(PlanningOffice.Secretary, held.ChamberId, [], MeetingFacts.Of(held), default, default);
    }
}
