using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Mail;
using WitaLive.App.Rules;

namespace WitaLive.App.Attestations;

/// <summary>The attestation somebody holds: until when, when it can be renewed, and the code with which others see that it is valid. Nothing for who holds none.</summary>
public sealed partial class AttestationPanel(
    AttestationReading reading, CurrentPerson current, SiteAddress site, Names names, IStringLocalizer<AttestationTexts> texts) : ComponentBase
{
    private ImmutableArray<AttestationSheet> _held = [];
    private (ApplicationFile File, Renewed Renews)? _asked;
    private DateOnly _today;

    /// <summary>Whether a new application can be begun from here.</summary>
    [Parameter]
    public bool Leads { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = (await current.DemandAsync(Policies.Account)).Principal;
        (_held, _asked) = (await reading.MineAsync(me, CancellationToken.None), await reading.AskedAsync(me, CancellationToken.None));
        _today = reading.Today;
    }

    private string AddressOf(string code) => site.Of($"check?code={code}").ToString();

    private string Sentence(AttestationSheet sheet) =>
        texts[$"Standing{sheet.Standing}", sheet.Attestation.Number, sheet.Attestation.From.ToLongDay(), sheet.Attestation.Until.ToLongDay()];
}
