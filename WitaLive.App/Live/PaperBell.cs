using WitaLive.Domain;

namespace WitaLive.App.Live;

/// <summary>Tells rooms that are open, on this node and by <see cref="Bell"/> on the others, that a meeting's papers have changed.</summary>
public sealed class PaperBell(Bell nodes)
{
    private event Action<MeetingId>? Rang;

    /// <summary>After the change is stored.</summary>
    public void Ring(MeetingId meeting)
    {
        Tell(meeting);
        nodes.Put(new(meeting, Papers: true));
    }

    /// <summary>On this node only: another one rang, or may have rung unheard.</summary>
    internal void Tell(MeetingId meeting) => Rang?.Invoke(meeting);

    /// <summary>Until what is returned is disposed of.</summary>
    public IDisposable Hear(Action<MeetingId> heard)
    {
        Rang += heard;
        return new Hearing(() => Rang -= heard);
    }

    private sealed class Hearing(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
