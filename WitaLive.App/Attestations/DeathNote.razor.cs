using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Attestations;

/// <summary>That the applicant of a file has died, and what follows for the secretariat.</summary>
public sealed partial class DeathNote(RegisterDeaths deaths, CurrentPerson current, IStringLocalizer<AttestationTexts> texts) : ComponentBase
{
    private DateOnly? _diedOn;

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    /// <summary>Nothing is decided yet, and the family may not want to go on.</summary>
    [Parameter]
    public bool CanClose { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    protected override async Task OnInitializedAsync() =>
        _diedOn = await deaths.OfApplicantAsync((await current.DemandAsync(Policies.Secretariat)).Principal, File, CancellationToken.None);
}
