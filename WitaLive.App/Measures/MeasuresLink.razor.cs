using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;

namespace WitaLive.App.Measures;

/// <summary>For those who preside over the Commission: the way to requests for measures. The secretariat has it in its menu.</summary>
public sealed partial class MeasuresLink(MeasureRights rights, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private bool _isShown;

    protected override async Task OnInitializedAsync() => _isShown = await rights.PresidesAsync((await current.DemandAsync(Policies.SignedIn)).Principal, CancellationToken.None);
}
