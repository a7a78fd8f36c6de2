using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Chambers;

/// <summary>The whole Commission of today: offices, chambers, seats.</summary>
public sealed partial class ChambersPage(CommissionDirectory directory, SeatWords words, IStringLocalizer<ChamberTexts> texts) : ComponentBase
{
    private Commission? _commission;

    protected override async Task OnInitializedAsync() => _commission = await directory.ReadAsync(words.Today);
}
