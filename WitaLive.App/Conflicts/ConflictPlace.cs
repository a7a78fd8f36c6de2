using System.Security.Cryptography;
using System.Text.Json;
using WitaLive.App.Chambers;
using WitaLive.App.Meetings;

namespace WitaLive.App.Conflicts;

/// <summary>Where a conflict stands: the meeting, who belongs to it, and the number of the item.</summary>
/// <param name="Item">From 1; 0 when it is no longer on the agenda.</param>
public sealed record ConflictPlace(PlannedMeeting Meeting, ChamberOnDay Chamber, MeetingPeople People, int Item)
{
    /// <summary>Changes with the day, the hour and the place, and with nothing else.</summary>
    public string Facts => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(MeetingFacts.Of(Meeting))));
}
