using System.Text.Json.Serialization;
using WitaLive.Domain.Meetings;

namespace WitaLive.Domain.Presence;

[JsonConverter(typeof(JsonStringEnumConverter<AttendanceMode>))]
public enum AttendanceMode
{
    OnSite,
    Online,
}

/// <summary>From signing in to signing out; open while the person is there. Signing in is the signature on the attendance list.</summary>
/// <param name="EnteredBy">Who confirmed it: the person, or the secretariat for someone without a screen.</param>
/// <param name="Correction">Why the times were changed, if they were.</param>
public sealed record Stay(DateTimeOffset From, DateTimeOffset? Until, AttendanceMode Mode, PersonId EnteredBy, string? Correction = null);

/// <summary>One person's line of the attendance list.</summary>
public sealed record Attendance(PersonId Person, Capacity Capacity, ImmutableArray<Stay> Stays)
{
    public bool IsIn => Stays.Length > 0 && Stays[^1].Until is null;

    public AttendanceMode? Mode => IsIn ? Stays[^1].Mode : null;
}
