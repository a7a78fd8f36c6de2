using System.Globalization;

namespace WitaLive.App.Languages;

/// <summary>Instants as people in Belgium read them, in the language of the screen.</summary>
public static class BrusselsTime
{
    private static readonly TimeZoneInfo s_brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public static DateTimeOffset InBrussels(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, s_brussels);

    /// <summary>The day it is in Brussels at that instant.</summary>
    public static DateOnly DayInBrussels(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InBrussels().DateTime);

    /// <summary>What a clock in Brussels means; in the hour that comes twice, the first one; in the hour that is left out, the hour after.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (s_brussels.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = s_brussels.IsAmbiguousTime(local) ? s_brussels.GetAmbiguousTimeOffsets(local).Max() : s_brussels.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The same instant at another time of its day, to the second. A time that is the same keeps its fraction of a second: what follows it goes on fitting.</summary>
    public static DateTimeOffset AtTime(this DateTimeOffset instant, TimeOnly time) =>
        (int)TimeOnly.FromDateTime(instant.InBrussels().DateTime).ToTimeSpan().TotalSeconds == (int)time.ToTimeSpan().TotalSeconds ? instant : At(instant.DayInBrussels(), time);

    /// <summary>14:05</summary>
    public static string ToTime(this DateTimeOffset instant) => instant.InBrussels().ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>14:05:09, where seconds matter: votes and arrivals.</summary>
    public static string ToExactTime(this DateTimeOffset instant) => instant.InBrussels().ToString("HH:mm:ss", CultureInfo.CurrentCulture);

    /// <summary>jeudi 26 novembre 2026; no line ends between the number and the month.</summary>
    public static string ToLongDay(this DateTimeOffset instant) => instant.DayInBrussels().ToLongDay();

    /// <summary>26/11/2026, and 26.11.2026 in German</summary>
    public static string ToShortDay(this DateTimeOffset instant) => instant.DayInBrussels().ToShortDay();

    /// <summary>26/11/2026 14:05</summary>
    public static string ToDayAndTime(this DateTimeOffset instant) => $"{instant.ToShortDay()} {instant.ToTime()}";

    // French counts the first of a month, and only that one.
    public static string ToLongDay(this DateOnly day) => day.ToString(Language.Current.Code switch
    {
        "de" => "dddd, d.\u00a0MMMM yyyy",
        "fr" when day.Day == 1 => "dddd d'er'\u00a0MMMM yyyy",
        _ => "dddd d\u00a0MMMM yyyy",
    }, CultureInfo.CurrentCulture);

    /// <summary>novembre 2026</summary>
    public static string ToMonth(this DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    public static string ToShortDay(this DateOnly day) => day.ToString("d", Language.Current.Culture);

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string ToMachine(this DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
