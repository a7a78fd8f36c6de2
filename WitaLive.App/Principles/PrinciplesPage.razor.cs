using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>The decisions of principle, for anyone.</summary>
public sealed partial class PrinciplesPage(AdoptedTexts adopted, PrincipleWords texts) : ComponentBase
{
    private ImmutableArray<AdoptedHistory> _holding = [];
    private ImmutableArray<AdoptedHistory> _over = [];
    private DateOnly _today;

    protected override async Task OnInitializedAsync()
    {
        _today = adopted.Today;
        var all = await adopted.ReadAsync(ProposalSubject.Principle, CancellationToken.None);
        _holding = [.. all.Where(principle => !(principle.Near(_today).Until < _today)).Reverse()];
        _over = [.. all.Where(principle => principle.Near(_today).Until < _today).Reverse()];
    }
}
