using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;

namespace WitaLive.App.Attestations;

/// <summary>Where the secretariat notes that an applicant or the holder of an attestation has died.</summary>
public sealed partial class DeathForm(RegisterDeaths deaths, CurrentPerson current, IStringLocalizer<AttestationTexts> texts, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private string _number = "";
    private DateOnly? _day;
    private NamedPerson? _named;
    private Question? _question;
    private string? _problem;
    private string? _done;

    [Parameter]
    public EventCallback OnRecorded { get; set; }

    // Under whose name it is noted is seen before it is: a number is easily mistaken for another.
    private async Task AskAsync()
    {
        var found = await deaths.NamedAsync((await current.DemandAsync(Policies.Secretariat)).Principal, _number, _day, CancellationToken.None);
        _named = found is Result<NamedPerson>.Ok(var named) ? named : null;
        (_problem, _done) = (found is Result<NamedPerson>.Refused(var why) ? refusals[why.Key].Value : null, null);
        if (_named is not null)
            await _question!.AskAsync();
    }

    private async Task RecordAsync()
    {
        var why = await deaths.RecordAsync((await current.DemandAsync(Policies.Secretariat)).Principal, _number, _day, CancellationToken.None);
        _problem = why is null ? null : refusals[why.Key].Value;
        _done = why is null ? texts[_day is null ? "DeathTakenBack" : "DeathRecorded", _number].Value : null;
        if (why is null)
            await OnRecorded.InvokeAsync();
    }
}
