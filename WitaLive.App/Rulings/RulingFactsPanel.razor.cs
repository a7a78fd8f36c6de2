using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;

namespace WitaLive.App.Rulings;

/// <summary>What the room concluded. Nobody writes here.</summary>
public sealed partial class RulingFactsPanel(Names names, IStringLocalizer<RulingTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required RulingSheet Sheet { get; set; }
}
