using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;

namespace WitaLive.App.Room.Chair;

/// <summary>Minutes and seconds since an instant.</summary>
public sealed partial class TimeSince(TimeProvider clock) : Ticking(clock)
{
    [Parameter, EditorRequired]
    public DateTimeOffset From { get; set; }

    protected override object? Shown => Clock(Now - From);
}
