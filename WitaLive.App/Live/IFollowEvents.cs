using WitaLive.App.Data;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Live;

/// <summary>A feature whose rows must follow from what happens in a meeting: mail to send, a file's state, a line in a list.</summary>
/// <remarks>Its changes are written in the transaction of the journal, so that neither is ever there without the other.</remarks>
public interface IFollowEvents
{
    /// <summary>Adds and changes rows; the journal saves them. Called again from the start when another writer was first.</summary>
    /// <param name="after">The meeting with all of <paramref name="events"/> applied.</param>
    /// <exception cref="OverruledException">A row that should follow says no: nothing is written, and whoever sent the command reads why.</exception>
    Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct);
}

/// <summary>What the meeting would allow, somebody decided otherwise a moment before, outside of it. An ordinary «no», not a fault.</summary>
public sealed class OverruledException(Refusal why) : Exception(why.Key)
{
    public Refusal Why { get; } = why;
}
