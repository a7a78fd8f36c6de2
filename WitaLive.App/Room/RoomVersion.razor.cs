using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Room;

/// <summary>Says which state a screen shows, for whoever measures how fast a change reaches it. Its own part: it changes with every state.</summary>
public sealed partial class RoomVersion
{
    [Parameter, EditorRequired]
    public required int Version { get; set; }

    private string Mark => string.Create(CultureInfo.InvariantCulture, $";v{Version};");
}
