using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Forecasts;
using WitaLive.App.Meetings;

namespace WitaLive.App.Start;

/// <summary>Meetings whose quorum is unlikely, each with what lacks.</summary>
public sealed partial class DangerPanel(ForecastWords words, PlanSentences sentences, IStringLocalizer<StartTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public ImmutableArray<MeetingForecast> Forecasts { get; set; }
}
