using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>One decision of principle with all its versions, for anyone.</summary>
public sealed partial class PrinciplePage(AdoptedTexts adopted, PrincipleWords texts) : ComponentBase
{
    private AdoptedHistory? _history;
    private DatedVersion<AdoptedText>? _shown;
    private ImmutableArray<AdoptedHistory> _cadastre = [];
    private DateOnly _today;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>As it was on this day, where somebody looks back or ahead.</summary>
    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _today = adopted.Today;
        _history = await adopted.FindAsync(ProposalSubject.Principle, Number, Http.RequestAborted);
        _shown = _history?.Near(DayText.ReadNear(Day) ?? _today);
        if (_history is not null)
            _cadastre = await adopted.ReadAsync(ProposalSubject.Activity, Http.RequestAborted);
    }
}
