using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Room;

/// <summary>Where a meeting is held. The frame round it is drawn once, without a circuit: of a thousand people in a room, only the room is kept.</summary>
public sealed partial class RoomPage : ComponentBase
{
    [Parameter]
    public Guid Id { get; set; }
}
