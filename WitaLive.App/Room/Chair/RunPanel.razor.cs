using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Room.Chair;

/// <summary>The column of those who run the meeting, and the look its parts share: beside the room on a desk, behind a tab on a phone.</summary>
public sealed partial class RunPanel : ComponentBase
{
    [Parameter, EditorRequired]
    public required string LabelledBy { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
