using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Applications;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Assistance;

/// <summary>Finds the person at the telephone, or opens an account for them.</summary>
public sealed partial class AssistPage(AssistanceDesk desk, AccountOpening opening, CurrentPerson current, NavigationManager navigation,
    IStringLocalizer<AssistanceTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private ImmutableArray<Person> _found = [];
    private Person? _taken;
    private string? _problem;
    private string _reason = "";
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
        _taken = await desk.OfAddressAsync(me, _email, CancellationToken.None);
        if (_taken is not null)
        {
            (_problem, _reason) = (null, "");
            return;
        }
        _problem = await opening.OpenAsync(me, _given, _family, _email, _language, CancellationToken.None);
        if (_problem is not null)
            return;
        if (await desk.OfAddressAsync(me, _email, CancellationToken.None) is { } person)
            navigation.NavigateTo($"assist/{person.Id.Value}/profile");
        else
            _problem = texts["NotAssisted"];
    }

    // Whoever gave another name may have meant another person: theirs is opened by name and with a reason, or not at all.
    private async Task OpenTakenAsync()
    {
        var me = (await current.DemandAsync(Policies.Secretariat)).Principal;
        var why = await desk.OpenByNameAsync(me, _taken!.Id, _reason, CancellationToken.None);
        _problem = why is null ? null : refusals[why.Key, [.. why.Gaps]].Value;
        if (why is null)
            navigation.NavigateTo($"assist/{_taken.Id.Value}/profile");
    }
}
