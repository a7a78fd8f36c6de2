using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;

namespace WitaLive.App.Live;

/// <summary>Someone on the list of speakers.</summary>
public sealed record SpeakerView(PersonId Person, string Name, DateTimeOffset AskedAt, DateTimeOffset? FloorSince);

/// <summary>Someone who has signed in and is here.</summary>
public sealed record PersonHere(PersonId Person, string Name, Capacity Capacity, AttendanceMode Mode, DateTimeOffset Since);
