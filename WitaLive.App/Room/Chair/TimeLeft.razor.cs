using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;

namespace WitaLive.App.Room.Chair;

/// <summary>Minutes and seconds that remain. Read out only twice: shortly before the end, and at the end.</summary>
public sealed partial class TimeLeft(TimeProvider clock, IStringLocalizer<ChairTexts> texts) : Ticking(clock)
{
    // A warning leaves twenty seconds to react, as accessibility rules ask.
    private const int WarningSeconds = 20;

    [Parameter, EditorRequired]
    public DateTimeOffset Until { get; set; }

    protected override object? Shown => Clock(Until - Now);

    private string? Spoken => (Until - Now).TotalSeconds switch
    {
        <= 0 => texts["TimeIsUp"].Value,
        <= WarningSeconds => texts["TwentySecondsLeft", WarningSeconds].Value,
        _ => null,
    };
}
