using System.Threading.Channels;
using WitaLive.Domain;

namespace WitaLive.App.Live;

/// <summary>Tells that a meeting moved on this node. Carries no state: whoever hears it reads the journal.</summary>
public sealed class Bell
{
    private readonly Channel<MeetingId> _rung = Channel.CreateBounded<MeetingId>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>May be lost; a slow poll stands behind it.</summary>
    public ChannelReader<MeetingId> Rung => _rung.Reader;

    public void Ring(MeetingId meeting) => _rung.Writer.TryWrite(meeting);
}
