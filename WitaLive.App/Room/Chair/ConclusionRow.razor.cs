using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Chair;

/// <summary>One conclusion and the time in which it can still be taken back. Its row keeps its height when the time is over.</summary>
public sealed partial class ConclusionRow(TimeProvider clock, RoomWords words, IStringLocalizer<ChairTexts> texts) : Ticking(clock)
{
    // Once shown, the button stays: it may have the focus when the time runs out.
    private bool _undoable;

    [Parameter, EditorRequired]
    public required Item Item { get; set; }

    [Parameter, EditorRequired]
    public required TimeSpan UndoFor { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    protected override object? Shown => Clock(Left);

    protected override void OnParametersSet() => _undoable |= Left > TimeSpan.Zero;

    private TimeSpan Left => Item.Conclusion!.At + UndoFor - Now;
}
