using System.Threading.Channels;
using WitaLive.Domain;

namespace WitaLive.App.Live;

/// <summary>Tells other nodes that a meeting moved on this one. Carries no state: whoever hears it reads what is stored.</summary>
public sealed class Bell
{
    private readonly Channel<Ring> _rung = Channel.CreateBounded<Ring>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>May be lost; a slow poll stands behind what a journal tells.</summary>
    public ChannelReader<Ring> Rung => _rung.Reader;

    public void Moved(MeetingId meeting) => Put(new(meeting, Papers: false));

    internal void Put(Ring ring) => _rung.Writer.TryWrite(ring);
}

/// <param name="Papers">That its papers changed, which stand in no journal; otherwise that its journal moved.</param>
public readonly record struct Ring(MeetingId Meeting, bool Papers);
