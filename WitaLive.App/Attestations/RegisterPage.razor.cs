using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Rules;

namespace WitaLive.App.Attestations;

/// <summary>Every attestation that was granted. What the list is narrowed to stands in the address.</summary>
public sealed partial class RegisterPage(RegisterList list, CurrentPerson current, Names names, IStringLocalizer<AttestationTexts> texts) : ComponentBase
{
    private RegisterSheet? _page;

    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    [SupplyParameterFromQuery]
    public string? Type { get; set; }

    [SupplyParameterFromQuery]
    public string? Standing { get; set; }

    [SupplyParameterFromQuery]
    public string? Letter { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private int PageNumber => InAddress.Number(Page) ?? 1;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() =>
        _page = await list.ReadAsync((await current.DemandAsync(Policies.Secretariat)).Principal, new(Standing, Type, Search, PageNumber, Letter is not null), CancellationToken.None);

    private static string BadgeOf(Domain.Attestations.Standing standing) => standing switch
    {
        Domain.Attestations.Standing.Valid or Domain.Attestations.Standing.Kept => "badge-done",
        Domain.Attestations.Standing.Waiting => "badge-accent",
        Domain.Attestations.Standing.Suspended or Domain.Attestations.Standing.Annulled => "badge-problem",
        _ => "",
    };
}
