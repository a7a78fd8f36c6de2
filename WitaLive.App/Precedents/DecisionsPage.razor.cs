using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Rules;

namespace WitaLive.App.Precedents;

/// <summary>Past decisions, looked for by words, art, outcome and reason. What is asked stands in the address.</summary>
public sealed partial class DecisionsPage(PrecedentSearch search, PrecedentChoices choices, CurrentPerson current, Names names, IStringLocalizer<PrecedentTexts> texts) : ComponentBase
{
    private Precedents? _found;
    private (ImmutableArray<string> Domains, ImmutableArray<string> Outcomes, ImmutableArray<string> Reasons) _choices = ([], [], []);

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Domain { get; set; }

    [SupplyParameterFromQuery]
    public string? Outcome { get; set; }

    [SupplyParameterFromQuery]
    public string? Reason { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _choices = choices.Today;
        _found = await search.FindAsync((await current.DemandAsync(Policies.SignedIn)).Principal, new(Domain, Outcome, Reason, Words), CancellationToken.None);
    }
}
