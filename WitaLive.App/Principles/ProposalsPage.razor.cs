using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;

namespace WitaLive.App.Principles;

/// <summary>What is proposed to the plenary, and what became of it.</summary>
public sealed partial class ProposalsPage(ProposalReading reading, CurrentPerson current, PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<ProposalLine>? _list;
    private bool _isSecretariat;

    protected override async Task OnInitializedAsync()
    {
        var me = await current.DemandAsync(Policies.SignedIn);
        _isSecretariat = me.May(Policies.Secretariat);
        _list = await reading.ListAsync(me.Principal, CancellationToken.None);
    }
}
