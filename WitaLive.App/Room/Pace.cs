namespace WitaLive.App.Room;

/// <summary>Lets one screen send so many commands at once, and so many a second after that; one more waits for its turn.</summary>
/// <remarks>All commands of a meeting stand in one queue: a screen that floods it would hold up everybody's votes. Nobody's fingers are as fast.</remarks>
internal sealed class Pace(TimeProvider clock)
{
    public const int AtOnce = 30;

    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _taken;

    public Task WaitAsync()
    {
        var now = clock.GetElapsedTime(_start);
        _taken = (_taken > now ? _taken : now) + Apart;
        return _taken - now - AtOnce * Apart is { Ticks: > 0 } wait ? Task.Delay(wait, clock) : Task.CompletedTask;
    }
}
