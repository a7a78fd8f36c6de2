using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;

namespace WitaLive.App.Presence;

/// <summary>Keeps the attendance list closed until its day, and opens it by itself on a page that was there before.</summary>
public sealed partial class AttendanceOpens(TimeProvider clock, IStringLocalizer<PresenceTexts> texts) : Ticking(clock)
{
    [Parameter, EditorRequired]
    public required DateTimeOffset At { get; set; }

    /// <summary>What signs it.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    protected override object? Shown => IsOpen;

    private bool IsOpen => Now >= At;
}
