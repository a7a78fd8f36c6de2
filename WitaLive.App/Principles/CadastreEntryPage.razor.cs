using Microsoft.AspNetCore.Components;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>One activity of the cadastre with all its versions and the decisions of principle about it, for anyone.</summary>
public sealed partial class CadastreEntryPage(AdoptedTexts adopted, PrincipleWords texts) : ComponentBase
{
    private AdoptedHistory? _history;
    private DatedVersion<AdoptedText>? _shown;
    private ImmutableArray<AdoptedHistory> _principles = [];
    private DateOnly _today;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>As it was on this day, where somebody looks back or ahead.</summary>
    [SupplyParameterFromQuery]
    public string? Day { get; set; }

    private Said Title => _shown!.Content.Proposal.Wording.Title(Language.Current.Code);

    protected override async Task OnParametersSetAsync()
    {
        _today = adopted.Today;
        _history = await adopted.FindAsync(ProposalSubject.Activity, Code, Http.RequestAborted);
        _shown = _history?.Near(DayText.ReadNear(Day) ?? _today);
        if (_history is not null)
            _principles = [.. (await adopted.ReadAsync(ProposalSubject.Principle, Http.RequestAborted)).Where(principle => principle.On(_today)?.Content.Proposal.Activities.Contains(Code) == true)];
    }
}
