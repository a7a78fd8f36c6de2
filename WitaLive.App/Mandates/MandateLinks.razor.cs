using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Mandates;

/// <summary>For the secretariat: from the chambers to their mandates, attendance and declarations.</summary>
public sealed partial class MandateLinks(CurrentPerson current, IStringLocalizer<MandateTexts> texts) : ComponentBase
{
    private bool _isShown;

    protected override async Task OnInitializedAsync() => _isShown = (await current.GetAsync()).May(Policies.Secretariat);
}
