using WitaLive.Domain;

namespace WitaLive.App.Papers;

/// <summary>Tells the rooms that are open on this node that a meeting's papers have changed. On another node they are shown to who comes in from then on.</summary>
public sealed class PaperBell
{
    private event Action<MeetingId>? Rang;

    public void Ring(MeetingId meeting) => Rang?.Invoke(meeting);

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
