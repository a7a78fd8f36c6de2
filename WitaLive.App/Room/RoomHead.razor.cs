using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room;

/// <summary>Which meeting this is, how it stands, and whether this screen is connected: the last without script, from what the frame knows of its line.</summary>
public sealed partial class RoomHead(IStringLocalizer<RoomTexts> texts)
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset StartsAt { get; set; }

    [Parameter, EditorRequired]
    public required MeetingState State { get; set; }

    [Parameter]
    public bool SecondConvocation { get; set; }

    /// <summary>In short, where the quorum itself is behind a tab.</summary>
    [Parameter]
    public bool? MayDecide { get; set; }
}
