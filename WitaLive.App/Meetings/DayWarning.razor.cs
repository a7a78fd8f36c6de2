using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Says of a day that is no working day what it is, or that many take it off.</summary>
public sealed partial class DayWarning(RuleBook rules, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts) : ComponentBase
{
    [Parameter]
    public DateOnly? Day { get; set; }

    private string? Said => Day is { } day
        ? rules.On(day).Notice switch
        {
            var notice when notice.HolidayOn(day) is { } holiday => texts["OnHoliday", sentences.NameOf(holiday)].Value,
            var notice when notice.IsBridgeDay(day) => texts["OnBridgeDay"].Value,
            _ when day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday => texts["OnWeekend", day.ToLongDay()].Value,
            _ => null,
        }
        : null;
}
