using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <summary>The reasoned decisions on a file, for the secretariat; nothing while there is none.</summary>
public sealed partial class FileRulings(RulingReading reading, CurrentPerson current, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    private ImmutableArray<(Guid Id, int Number, RulingStage Stage, bool IsOfCourt)> _rulings = [];

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _rulings = await reading.OfFileAsync((await current.DemandAsync(Policies.Secretariat)).Principal, File, CancellationToken.None);
}
