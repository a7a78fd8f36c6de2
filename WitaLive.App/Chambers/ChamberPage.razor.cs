using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Chambers;

/// <summary>One chamber of today: who presides, who sits.</summary>
public sealed partial class ChamberPage(CommissionDirectory directory, SeatWords words, IStringLocalizer<ChamberTexts> texts) : ComponentBase
{
    private ChamberOnDay? _chamber;
    private ImmutableArray<Person> _presidents = [];
    private bool _read;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var commission = await directory.ReadAsync(words.Today);
        _chamber = commission.Chamber(new(Id));
        _presidents = [.. commission.Offices.Select(o => o.Person)];
        _read = true;
    }
}
