using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Simulators;

/// <summary>Sends a form where there is no script; with it the answer follows each change, and nothing is to be sent.</summary>
/// <remarks>The first in a form is what the enter key presses: before the buttons of its lines one stands that nobody sees.</remarks>
public sealed partial class WorkOut(IStringLocalizer<SimulatorTexts> texts) : ComponentBase
{
    [Parameter]
    public bool IsUnseen { get; set; }
}
