using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Attestations;

/// <summary>Where the secretariat notes that the holder of an attestation has died.</summary>
public sealed partial class DeathForm(RegisterDeaths deaths, CurrentPerson current, IStringLocalizer<AttestationTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private string _number = "";
    private DateOnly? _day;
    private string? _problem;
    private string? _done;

    [Parameter]
    public EventCallback OnRecorded { get; set; }

    private async Task RecordAsync()
    {
        var why = await deaths.RecordAsync((await current.DemandAsync(Policies.Secretariat)).Principal, _number, _day, CancellationToken.None);
        _problem = why is null ? null : refusals[why.Key].Value;
        _done = why is null ? texts["DeathRecorded", _number].Value : null;
        if (why is null)
            await OnRecorded.InvokeAsync();
    }
}
