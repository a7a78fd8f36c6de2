using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Mandates;

/// <summary>Terms in words.</summary>
public static class MandateWords
{
    public static string Term(Term term, IStringLocalizer<MandateTexts> texts) => Term(term.From, term.Until, texts);

    public static string Term(DateOnly from, DateOnly? until, IStringLocalizer<MandateTexts> texts) =>
        until is { } end ? texts["FromUntil", from.ToShortDay(), end.ToShortDay()] : texts["FromOn", from.ToShortDay()];
}
