using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Chambers;

/// <summary>A chamber drawn as its seats, group by group, with the initials of the effective members.</summary>
public sealed partial class SeatRow(SeatWords words, IStringLocalizer<ChamberTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<SeatOnDay> Seats { get; set; }

    private static string InitialsOf(SeatOnDay seat) => seat.Effective is { } person ? $"{person.GivenName[..1]}{person.FamilyName[..1]}" : "";
}
