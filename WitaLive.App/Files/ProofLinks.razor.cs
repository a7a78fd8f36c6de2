using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Files;

/// <summary>The papers that prove something, to open.</summary>
public sealed partial class ProofLinks : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<Proof> Proofs { get; set; }
}
