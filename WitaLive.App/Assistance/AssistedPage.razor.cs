using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Assistance;

/// <summary>The profile, or the application, of a person at the telephone, as the secretariat fills it in for them.</summary>
public sealed partial class AssistedPage(AssistanceDesk desk, CurrentPerson current, IStringLocalizer<AssistanceTexts> texts) : ComponentBase
{
    private Assisting? _assisting;
    private bool _missing;

    [Parameter]
    public Guid Person { get; set; }

    /// <summary>profile or application.</summary>
    [Parameter]
    public string Part { get; set; } = "";

    private bool IsApplication => Part == "application";

    protected override async Task OnParametersSetAsync()
    {
        var id = new PersonId(Person);
        if (_assisting?.Person == id)
            return;
        var found = await desk.ActForAsync((await current.DemandAsync(Policies.Secretariat)).Principal, id, CancellationToken.None);
        _missing = found is null;
        _assisting = found is var (person, _) ? new(id, person.FullName, () => ActsAsync(id), $"assist/{Person}") : null;
    }

    private async Task<ClaimsPrincipal> ActsAsync(PersonId id) => (await desk.ActForAsync((await current.DemandAsync(Policies.Secretariat)).Principal, id, CancellationToken.None))?.Acts
        ?? throw new UnauthorizedAccessException("Nobody fills in for this person.");
}
