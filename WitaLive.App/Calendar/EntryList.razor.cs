using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;

namespace WitaLive.App.Calendar;

/// <summary>The months ahead, a line for each meeting or date.</summary>
public sealed partial class EntryList(Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImmutableArray<CalendarEntry> Entries { get; set; }

    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    /// <summary>Whether a provisional date leads to where it is moved or planned.</summary>
    [Parameter]
    public bool MayPlan { get; set; }

    private string TitleOf(CalendarEntry entry) => ChamberTitles.Of(entry.Chamber, names, Language.Current.Culture);

    private static string? BadgeOf(CalendarEntry entry) => entry.Standing switch
    {
        null => "badge-warning",
        _ when entry.WasNotHeld => "badge-warning",
        MeetingStanding.Planned or MeetingStanding.Open => "badge-accent",
        MeetingStanding.Closed => "badge-done",
        MeetingStanding.Cancelled => "badge-problem",
        _ => null,
    };
}
