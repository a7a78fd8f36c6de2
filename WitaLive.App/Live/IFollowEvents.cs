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
    Task FollowAsync(WitaLiveDb db, MeetingId id, Meeting after, IReadOnlyList<MeetingEvent> events, CancellationToken ct);
}
