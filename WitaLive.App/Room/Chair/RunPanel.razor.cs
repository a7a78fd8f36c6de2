using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Room.Chair;

/// <summary>The column of those who run the meeting, and the look its parts share: beside the room on a desk, behind a tab on a phone.</summary>
public sealed partial class RunPanel(IStringLocalizer<ChairTexts> texts) : ComponentBase
{
    private bool _isShown;
    private int _acts;
    private int _pressedAt;
    private bool _isAwaited;
    private int _seen;
    private bool _isOwn;

    /// <summary>Says it above the room, where it stays in sight.</summary>
    [CascadingParameter(Name = nameof(Tell))]
    public required Action<string?> Tell { get; set; }

    [Parameter, EditorRequired]
    public required string LabelledBy { get; set; }

    /// <summary>Of the state that is shown.</summary>
    [Parameter, EditorRequired]
    public required int Version { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Drawn for the first time. What is drawn with it stands where its reader has yet to point.</summary>
    public bool IsNew { get; private set; }

    /// <summary>An act of this person's own is on its way: what goes with it is not lost.</summary>
    public void Begin() => (_acts, _pressedAt) = (_acts + 1, Version);

    /// <param name="done">It was recorded. The state that follows from it may have come before the answer, or comes next.</param>
    public void End(bool done)
    {
        _acts--;
        _isAwaited |= done && Version == _pressedAt;
    }

    /// <summary>A field is gone with what was typed in it, because somebody else has gone on.</summary>
    public void Lose(string typed)
    {
        if (!_isOwn && _acts == 0 && !string.IsNullOrWhiteSpace(typed))
            Tell(texts["TypedLost", typed]);
    }

    protected override void OnParametersSet()
    {
        (IsNew, _isShown) = (!_isShown, true);
        if (Version == _seen)
            return;
        (_seen, _isOwn, _isAwaited) = (Version, _acts > 0 || _isAwaited, false);
    }
}
