using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>Beside an appeal that a member prepares: the decision it is against. Nothing for what is no appeal.</summary>
public sealed partial class ContestedPanel(ContestedDecisions decisions, CurrentPerson current, Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    private ContestedDecision? _decision;
    private (MeetingId, FileId) _shown;

    [Parameter, EditorRequired]
    public required MeetingId Meeting { get; set; }

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Meeting, File))
            return;
        _shown = (Meeting, File);
        _decision = await decisions.OfAsync((await current.DemandAsync(Policies.SignedIn)).Principal, Meeting, File, CancellationToken.None);
    }
}
