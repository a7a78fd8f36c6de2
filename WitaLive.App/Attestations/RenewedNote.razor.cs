using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Files;
using WitaLive.App.Rules;

namespace WitaLive.App.Attestations;

/// <summary>Which attestation an application asks to follow, for the secretariat, its chamber and its applicant alike; nothing where it follows none.</summary>
public sealed partial class RenewedNote(Names names, IStringLocalizer<AttestationTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ApplicationFile File { get; set; }

    [Parameter, EditorRequired]
    public required Renewed? Renews { get; set; }
}
