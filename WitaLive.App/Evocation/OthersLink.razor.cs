using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Evocation;

/// <summary>For those who may look into meetings of others: the way to them.</summary>
public sealed partial class OthersLink(EvocationReading reading, CurrentPerson current, IStringLocalizer<EvocationTexts> texts) : ComponentBase
{
    private bool _isShown;

    protected override async Task OnInitializedAsync() => _isShown = await reading.ListAsync((await current.GetAsync()).Principal, CancellationToken.None) is not null;
}
