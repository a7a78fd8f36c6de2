using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>What a proposal says in each language, and what it would change.</summary>
public sealed partial class ProposalWording(PrincipleWords texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Wording Wording { get; set; }

    [Parameter]
    public DatedVersion<AdoptedText>? Before { get; set; }
}
