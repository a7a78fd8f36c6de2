using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;

namespace WitaLive.App.Interpretation;

/// <summary>How rules are read: all questions and their answers. What is looked for stands in the address.</summary>
public sealed partial class InterpretationPage(InterpretationReading reading, CurrentPerson current, IStringLocalizer<InterpretationTexts> texts) : ComponentBase
{
    private ImmutableArray<InterpretationLine>? _lines;

    [SupplyParameterFromQuery]
    public string? Words { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _lines = await reading.ListAsync((await current.DemandAsync(Policies.Colleagues)).Principal, Words, CancellationToken.None);
}
