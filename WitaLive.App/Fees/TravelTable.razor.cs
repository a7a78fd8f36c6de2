using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Chambers;

namespace WitaLive.App.Fees;

/// <summary>The travel costs of one person in a quarter.</summary>
public sealed partial class TravelTable(FeeWorkbook workbook, SeatWords words, IStringLocalizer<FeeTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Statement Statement { get; set; }
}
