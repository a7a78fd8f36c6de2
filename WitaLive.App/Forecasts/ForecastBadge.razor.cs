using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Forecasts;

/// <summary>«Quorum likely», in a word and a colour that repeats it.</summary>
public sealed partial class ForecastBadge(ForecastWords words) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Outlook Outlook { get; set; }
}
