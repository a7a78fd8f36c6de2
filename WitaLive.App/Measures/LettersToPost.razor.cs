using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;

namespace WitaLive.App.Measures;

/// <summary>The letters about hearings that go by post; nothing when none does.</summary>
public sealed partial class LettersToPost(MeasureReading reading, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private ImmutableArray<MeasureSheet> _waiting = [];

    protected override async Task OnInitializedAsync() => _waiting = await reading.ToPostAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
}
