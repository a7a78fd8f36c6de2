using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Bodies;

/// <summary>Which institutions asked about oneself, when and why.</summary>
public sealed partial class Consultations(Consulting consulting, CurrentPerson current, IStringLocalizer<BodyTexts> texts) : ComponentBase
{
    private ImmutableArray<Consultation> _asked = [];

    protected override async Task OnInitializedAsync() => _asked = await consulting.OfOwnAsync((await current.DemandAsync(Policies.Account)).Principal, CancellationToken.None);
}
