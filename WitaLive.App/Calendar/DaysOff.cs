using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Calendar;

/// <summary>What a day is besides a day.</summary>
internal static class DaysOff
{
    /// <summary>The name of the legal holiday, or that it is a bridge day; null for neither.</summary>
    public static string? Of(DateOnly day, RuleBook rules, Names names, IStringLocalizer<CalendarTexts> texts) => rules.On(day).Notice switch
    {
        var notice when notice.HolidayOn(day) is { } holiday => names.Of($"holiday.{holiday.Name}"),
        var notice when notice.IsBridgeDay(day) => texts["BridgeDay"],
        _ => null,
    };
}
