using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>Terms and days of forms in words.</summary>
public static class MandateWords
{
    public static string Term(Term term, IStringLocalizer<MandateTexts> texts) => Term(term.From, term.Until, texts);

    public static string Term(DateOnly from, DateOnly? until, IStringLocalizer<MandateTexts> texts) =>
        until is { } end ? texts["FromUntil", from.ToShortDay(), end.ToShortDay()] : texts["FromOn", from.ToShortDay()];

    /// <summary>What a date field says; null when that is no day, or none a mandate could begin or end on.</summary>
    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;

    /// <summary>What a date field shows.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
