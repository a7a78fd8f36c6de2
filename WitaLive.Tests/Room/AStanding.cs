using WitaLive.App.Presence;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.Tests.Room;

public class AStanding
{
    [Fact]
    public void Of_whoever_sits_for_a_recused_partner_says_so_for_that_item_only()
    {
        var room = new TheRoom().SignedIn().Opened();
        var substitute = room.Seats[1].Substitute!.Value;
        room.After(substitute, new SignIn(substitute, AttendanceMode.OnSite)).Called(1);
        Assert.True(Standing.Of(room.View, substitute).PartnerSits);

        room.After(room.Member(1), new Recuse(room.Item(1), room.Member(1)));
        Assert.False(Standing.Of(room.View, substitute).PartnerSits);
        Assert.True(Standing.Of(room.View, room.Member(1)).Recused);

        room.Called(2);
        Assert.True(Standing.Of(room.View, substitute).PartnerSits);
    }
}
