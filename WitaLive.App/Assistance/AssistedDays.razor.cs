using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Assistance;

/// <summary>The days on which the secretariat filled in for the reader; nothing when it never did.</summary>
public sealed partial class AssistedDays(AssistanceDesk desk, CurrentPerson current, IStringLocalizer<AssistanceTexts> texts) : ComponentBase
{
    private ImmutableArray<AssistedDay> _days = [];

    protected override async Task OnInitializedAsync() => _days = await desk.MineAsync((await current.DemandAsync(Policies.Account)).Principal, CancellationToken.None);
}
