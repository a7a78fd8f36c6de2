using Microsoft.AspNetCore.Components;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Measures;

/// <summary>The invitations to hearings, and reminders of them, that go by post; nothing when none does.</summary>
public sealed partial class LettersToPost(MeasureReading reading, CurrentPerson current, MeasureWords texts) : ComponentBase
{
    private ImmutableArray<(ApplicationFile File, Application Application)> _waiting = [];

    protected override async Task OnInitializedAsync() => _waiting = await reading.ToPostAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);
}
