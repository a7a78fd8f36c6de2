using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Meetings;

namespace WitaLive.App.Evocation;

/// <summary>Meetings in which a member of the administrations does not sit, and whose files can be asked for.</summary>
public sealed partial class OthersPage(EvocationReading reading, CurrentPerson current, PlanSentences sentences, IStringLocalizer<EvocationTexts> texts) : ComponentBase
{
    private ImmutableArray<OthersMeeting>? _meetings;
    private bool _isRead;

    protected override async Task OnInitializedAsync()
    {
        _meetings = await reading.ListAsync((await current.GetAsync()).Principal, CancellationToken.None);
        _isRead = true;
    }
}
