using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Principles;

/// <summary>What was changed in a proposal since it was laid before the members, and first of all since the reader read it. What came to the reader's screen counts as read.</summary>
public sealed partial class ProposalVersionsPanel(ProposalVersions versions, CurrentPerson current, PrincipleWords texts) : ComponentBase
{
    private SaidVersion? _since; // stays on the screen, also when what is new counts as read
    private int _marked;

    /// <summary>Of the proposal; another one gets a panel of its own (its key).</summary>
    [Parameter, EditorRequired]
    public required ProposalId Id { get; set; }

    [Parameter, EditorRequired]
    public required ProposalVersionSheet Sheet { get; set; }

    [Parameter]
    public ImmutableArray<AdoptedHistory> Cadastre { get; set; } = [];

    private ImmutableArray<SaidVersion> Versions => Sheet.Versions;

    protected override void OnParametersSet() => _since ??= Sheet.ChangedSince;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Versions is not [.., { Number: var shown }] || Sheet.Read >= shown || _marked == shown)
            return;
        _marked = shown;
        await versions.MarkReadAsync((await current.DemandAsync(Policies.SignedIn)).Principal, Id, shown, CancellationToken.None);
    }
}
