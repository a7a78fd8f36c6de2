using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.Domain;

namespace WitaLive.App.Rulings;

/// <summary>The letters sent about one's own application; nothing while there is none.</summary>
public sealed partial class OwnLetters(RulingReading reading, CurrentPerson current, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    private ImmutableArray<OwnLetter> _letters = [];

    [Parameter, EditorRequired]
    public required FileId File { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _letters = await reading.OwnAsync((await current.DemandAsync(Policies.Account)).Principal, File, CancellationToken.None);
}
