using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Assistance;

/// <summary>Finds the person at the telephone, or opens an account for them.</summary>
public sealed partial class AssistPage(AssistanceDesk desk, AccountOpening opening, CurrentPerson current, NavigationManager navigation, IStringLocalizer<AssistanceTexts> texts) : ComponentBase
{
    private ImmutableArray<Person> _found = [];
    private string? _problem;
    private string _given = "";
    private string _family = "";
    private string _email = "";
    private string _language = ApplicationDesk.Languages[0];

    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    protected override async Task OnParametersSetAsync() => _found = await desk.FindAsync((await current.DemandAsync(Policies.Secretariat)).Principal, Search ?? "", CancellationToken.None);

    private async Task OpenAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        _problem = await opening.OpenAsync(me, _given, _family, _email, _language, CancellationToken.None);
        if (_problem is not null)
            return;
        if (await desk.OfAddressAsync(me, _email, CancellationToken.None) is { } person)
            navigation.NavigateTo($"assist/{person.Id.Value}/profile");
        else
            _problem = texts["NotAssisted"];
    }
}
