using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;

namespace WitaLive.App.Public;

/// <summary>When which chamber sits; for anyone.</summary>
public sealed partial class SittingsPage(PublicSittings reading, Names names, IStringLocalizer<PublicTexts> texts) : ComponentBase
{
    private ImmutableArray<PublicSitting> _sittings = [];

    protected override async Task OnInitializedAsync() => _sittings = await reading.ReadAsync(CancellationToken.None);
}
