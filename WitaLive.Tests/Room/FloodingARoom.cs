using WitaLive.App.Room;

namespace WitaLive.Tests.Room;

public class FloodingARoom
{
    [Fact]
    public async Task Makes_who_floods_it_wait_and_nobody_who_acts_by_hand()
    {
        var clock = new FakeTimeProvider(A.Start);
        var pace = new Pace(clock);
        for (var n = 0; n < Pace.AtOnce; n++)
            Assert.True(pace.WaitAsync().IsCompleted);

        var (one, other) = (pace.WaitAsync(), pace.WaitAsync());
        Assert.False(one.IsCompleted);
        clock.Advance(Pace.Apart);
        await one;
        Assert.False(other.IsCompleted);
        clock.Advance(Pace.Apart);
        await other;

        clock.Advance(Pace.AtOnce * Pace.Apart);
        for (var n = 0; n < Pace.AtOnce; n++)
            Assert.True(pace.WaitAsync().IsCompleted);
    }
}
