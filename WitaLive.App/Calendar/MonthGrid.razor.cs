using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>A month in whole weeks. On a phone only the days on which there is something, one under the other.</summary>
public sealed partial class MonthGrid(RuleBook rules, Names names, IStringLocalizer<CalendarTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required CalendarSpan Span { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<CalendarEntry> Entries { get; set; }

    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Where a day leads.</summary>
    [Parameter, EditorRequired]
    public required Func<DateOnly, string> DayAddress { get; set; }

    private IEnumerable<CalendarEntry> Of(DateOnly day) => Entries.Where(entry => entry.Day == day);

    private string? Off(DateOnly day) => DaysOff.Of(day, rules, names, texts);

    private string ClassOf(DateOnly day, bool isBusy) => string.Join(' ', new[]
    {
        isBusy ? "busy" : null, day == Today ? "today" : null, Span.IsInMonth(day) ? null : "outside", day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : null,
    }.OfType<string>());
}
