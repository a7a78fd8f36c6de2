using Microsoft.AspNetCore.Components;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Principles;

/// <summary>From an activity of an application to its entry in the cadastre and to the decisions of principle that touch it.</summary>
public sealed partial class ActivityLinks(PrincipleWords texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Activity Activity { get; set; }

    [Parameter]
    public ActivityReadings Readings { get; set; } = ActivityReadings.Empty;

    // An entry whose adoption was taken back is nowhere to be read.
    private string? Entry => Activity.Entry is { } chosen && Readings.Cadastre.Any(entry => entry.Code == chosen.Code) ? chosen.Code : null;

    private ImmutableArray<AdoptedEntry> About => Readings.About(Activity);
}
