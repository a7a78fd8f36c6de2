using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Principles;

/// <summary>What is looked for among what was adopted, and on which day it is to have held; without scripts, in the address.</summary>
public sealed partial class AdoptedFilters(RuleBook rules, PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<string> _domains = [];

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    [Parameter]
    public string? Words { get; set; }

    [Parameter]
    public string? Domain { get; set; }

    /// <summary>The day as it stands in the address; one that is none is said to be none.</summary>
    [Parameter]
    public string? Typed { get; set; }

    [Parameter]
    public DateOnly Day { get; set; }

    [Parameter]
    public DateOnly Today { get; set; }

    protected override void OnParametersSet() => _domains = rules.On(Today).Composition.Domains;
}
