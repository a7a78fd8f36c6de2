using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>The decisions of principle as they are today or stood on another day, for anyone. What is looked for stands in the address.</summary>
public sealed partial class PrinciplesPage(AdoptedTexts adopted, PrincipleWords texts) : ComponentBase
{
    private AdoptedOnDay _found = AdoptedOnDay.Empty;
    private DateOnly _today;
    private DateOnly _day;

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Domain { get; set; }

    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    private bool IsSearch => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Domain);

    private DateOnly? Linked => _day == _today ? null : _day;

    protected override async Task OnParametersSetAsync()
    {
        _today = adopted.Today;
        _day = DayText.ReadNear(Day) ?? _today;
        _found = AdoptedOnDay.Of(await adopted.ReadAsync(ProposalSubject.Principle, CancellationToken.None), _day, Words, Domain);
    }
}
