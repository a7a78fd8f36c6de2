namespace WitaLive.Tests.Browser;

/// <summary>Goes on by itself and can be put forward: convocations leave weeks before the meeting, and nobody waits for it here.</summary>
internal sealed class TheStoryClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void PutForwardTo(DateTimeOffset instant) => PutForward(instant - GetUtcNow());

    public void PutForward(TimeSpan time)
    {
        if (time < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(time), time, "Time goes forward.");
        Interlocked.Add(ref _ahead, time.Ticks);
    }
}
