using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>What somebody does: as the cadastre called it when they chose it, and in their own words beside it.</summary>
public sealed partial class FunctionTitle : ComponentBase
{
    [Parameter, EditorRequired]
    public required Activity Activity { get; set; }

    [Parameter]
    public ActivityReadings Readings { get; set; } = ActivityReadings.Empty;

    private Said? Title => Readings.TitleOf(Activity, Language.Current.Code);
}
