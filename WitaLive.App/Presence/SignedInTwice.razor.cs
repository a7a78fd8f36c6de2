using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Agenda;
using WitaLive.App.Controls;
using WitaLive.App.Live;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Presence;

/// <summary>Tells who is signed in at another meeting too, for as long as they are: in both the quorum counts them.</summary>
/// <remarks>Reads the rooms that are open on this node; whoever comes in has those of the same hours opened (<see cref="Room.RoomEntrance"/>).</remarks>
public sealed partial class SignedInTwice(MeetingRooms rooms, TimeProvider clock, IStringLocalizer<PresenceTexts> texts) : Ticking(clock)
{
    // Longer than any meeting lasts, shorter than to the same hour of the next day.
    internal static readonly TimeSpan SameDay = TimeSpan.FromHours(12);

    [Parameter, EditorRequired]
    public required MeetingId Id { get; set; }

    [Parameter, EditorRequired]
    public required Meeting Meeting { get; set; }

    [Parameter, EditorRequired]
    public required PersonId Me { get; set; }

    protected override object? Shown => string.Join(' ', Elsewhere.Select(one => one.Id));

    private ImmutableArray<(MeetingId Id, string Title, DateTimeOffset Since)> Elsewhere => Meeting.IsOver || !Meeting.IsIn(Me)
        ? []
        : [.. from room in rooms.Open()
              let other = room.Meeting
              where room.Id != Id && other is { Plan: not null, IsOver: false, IsCancelled: false } && other.IsIn(Me) && (other.Plan!.StartsAt - Now).Duration() < SameDay
              select (room.Id, other.Plan!.Titles.InReadersLanguage(), other.Attendances[Me].Stays[^1].From)];
}
