using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Interpretation;

/// <summary>Asks whoever writes whether a word that is also a name is the word.</summary>
public sealed partial class OrdinaryWord(IStringLocalizer<InterpretationTexts> texts) : ComponentBase
{
    /// <summary>As it stands in the text; null when there is nothing to ask.</summary>
    [Parameter]
    public string? Found { get; set; }

    [Parameter]
    public bool IsOrdinary { get; set; }

    [Parameter]
    public EventCallback<bool> IsOrdinaryChanged { get; set; }
}
