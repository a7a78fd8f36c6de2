using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>Seven days side by side; on a phone one under the other.</summary>
public sealed partial class WeekColumns(RuleBook rules, Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required CalendarSpan Span { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<CalendarEntry> Entries { get; set; }

    [Parameter]
    public DateOnly Today { get; set; }

    private IEnumerable<CalendarEntry> Of(DateOnly day) => Entries.Where(entry => entry.Day == day);

    private string? Off(DateOnly day) => DaysOff.Of(day, rules, names, texts);

    private string PlaceOf(CalendarEntry entry) => entry.Mode is MeetingMode.Online ? texts["ModeOnline"] : entry.Place;
}
