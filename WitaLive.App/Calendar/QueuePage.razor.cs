using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Calendar;

/// <summary>The files that wait, chamber by chamber, and the room there is in the meetings ahead.</summary>
public sealed partial class QueuePage(AgendaBuilding building, CurrentPerson current, PlanSentences sentences, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    private const int Shown = 6;

    private ImmutableArray<ChamberBacklog>? _queues;

    protected override async Task OnInitializedAsync() => _queues = await building.AllAsync((await current.DemandAsync(Policies.Secretariat)).Principal, CancellationToken.None);

    // Of the calendar's day: the load may be that of a meeting or of a provisional date.
    private static string AddressOf(MeetingLoad load) => $"calendar?view=week&day={DayText.Of(load.Day)}";
}
