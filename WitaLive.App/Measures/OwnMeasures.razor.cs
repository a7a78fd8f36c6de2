using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Files;

namespace WitaLive.App.Measures;

/// <summary>The requests for measures against oneself; nothing for who has none.</summary>
public sealed partial class OwnMeasures(MeasureReading reading, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private ImmutableArray<ApplicationFile> _mine = [];

    protected override async Task OnInitializedAsync() => _mine = await reading.MineAsync((await current.DemandAsync(Policies.Account)).Principal, CancellationToken.None);
}
