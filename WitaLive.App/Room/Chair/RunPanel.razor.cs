using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Room.Chair;

/// <summary>The column of those who run the meeting, and the look its parts share: beside the room on a desk, behind a tab on a phone.</summary>
public sealed partial class RunPanel : ComponentBase
{
    private string? _said;

    [Parameter, EditorRequired]
    public required string LabelledBy { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Says here what an act has to say that is no longer on the screen: somebody else was faster, and the meeting has gone on. Null for nothing.</summary>
    public void Say(string? text)
    {
        if (text == _said)
            return;
        _said = text;
        StateHasChanged();
    }
}
