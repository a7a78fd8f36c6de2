using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Attestations;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Bodies;

/// <summary>Where an institution asks whether somebody holds a valid attestation.</summary>
public sealed partial class InstitutionPage(
    Consulting consulting, CurrentPerson current, Names names, TimeProvider clock, IStringLocalizer<BodyTexts> texts, IStringLocalizer<AttestationTexts> attestations, IStringLocalizer<RefusalTexts> refusals) : ComponentBase
{
    private ImmutableArray<ToldAttestation> _told = [];
    private DateTimeOffset _at;
    private string _typed = "";
    private string _reason = "";
    private string? _problem;

    private async Task AskAsync()
    {
        var me = (await current.DemandAsync(Policies.Institution)).Principal;
        (_problem, _told, _at) = (null, [], clock.GetUtcNow());
        switch (await consulting.AskAsync(me, _typed, _reason, CancellationToken.None))
        {
            case Result<ImmutableArray<ToldAttestation>>.Ok(var told):
                _told = told;
                break;
            case Result<ImmutableArray<ToldAttestation>>.Refused(var why):
                _problem = refusals[why.Key, [.. why.Gaps]];
                break;
        }
    }

    private string Sentence(ToldAttestation one) => one.Attestation.DiedOn is not null
        ? texts["HolderDied", one.Attestation.Number]
        : attestations[$"Standing{one.Standing}", one.Attestation.Number, one.Attestation.From.ToLongDay(), one.Attestation.Until.ToLongDay()];
}
