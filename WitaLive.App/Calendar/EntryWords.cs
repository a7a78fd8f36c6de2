using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;

namespace WitaLive.App.Calendar;

/// <summary>What an entry is called and where it leads.</summary>
internal static class EntryWords
{
    public static string StateOf(CalendarEntry entry, IStringLocalizer<CalendarTexts> texts) => texts[entry.WasNotHeld ? "StateNotHeld" : entry.Standing is { } standing ? $"State{standing}" : "StateProvisional"];

    /// <summary>A provisional date has a page for those who plan; others stay where they are.</summary>
    public static string AddressOf(CalendarEntry entry, bool mayPlan) => entry switch
    {
        { IsProvisional: false } => $"meetings/{entry.Id.Value}",
        _ when mayPlan => $"calendar/dates/{entry.Id.Value}",
        _ => $"calendar?view=list&day={DayText.Of(entry.Day)}",
    };
}
