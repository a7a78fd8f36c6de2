using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Chambers;

/// <summary>Seats with their duos, group by group.</summary>
public sealed partial class SeatTable(SeatWords words, IStringLocalizer<ChamberTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<SeatOnDay> Seats { get; set; }

    [Parameter, EditorRequired]
    public required string Caption { get; set; }
}
