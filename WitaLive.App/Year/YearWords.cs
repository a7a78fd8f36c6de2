using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Year;

/// <summary>What figures and their parts are called, and what each counts, in the language of the reader.</summary>
public sealed class YearWords(IStringLocalizer<YearTexts> texts, Names names)
{
    public string this[string key, params ReadOnlySpan<object> gaps] => texts[key, gaps.ToArray()];

    public string Name(FigureKind kind) => texts[$"Name_{kind}"];

    /// <summary>In a sentence, what is counted.</summary>
    public string Counts(FigureKind kind, FigurePeriod period, int monthsToDecide) => texts[$"Counts_{kind}", period.On.ToLongDay(), monthsToDecide];

    public string Part(FigureKind kind, string part) => kind switch
    {
        _ when part is FigureFiles.FromComplete or FigureFiles.FromReceived => texts[$"Part_{part}"],
        FigureKind.Decided or FigureKind.Granted or FigureKind.Circulation => names.Of($"outcome.{part}"),
        FigureKind.Refused => part == FigureFiles.NoReason ? texts["NoReason"] : names.Of($"rulingReasonBrief.{part}"),
        FigureKind.Stock => texts[$"Age_{part}"] is { ResourceNotFound: false } known ? known.Value : texts["AgeFrom", part],
        FigureKind.Held or FigureKind.Failed or FigureKind.Cancelled => Meetings(part),
        FigureKind.Wanting => part == YearReading.Presiding ? texts["NobodyPresiding"] : names.Of($"bloc.{part}"),
        FigureKind.Seats => Seats(part),
        _ => part,
    };

    /// <summary>«Restricted chamber · French»; a formation of all languages by its name alone.</summary>
    public string Meetings(FormationCode formation, string language) =>
        language.Length == 0 ? names.Of(formation) : $"{names.Of(formation)} · {LanguageName(language)}";

    public string Group(GroupCode group) => names.Of(group);

    public string LanguageName(string code) => texts[$"Language_{code}"] is { ResourceNotFound: false } known ? known.Value : code.ToUpperInvariant();

    public string Turnout(string turnout) => texts[$"Turnout_{turnout}"];

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Rounded to the nearest tenth of a per cent, so that shares come to 100 together as nearly as they can; no limit stands beside them that one could seem to reach.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : Math.Round((decimal)part / whole, 3, MidpointRounding.AwayFromZero).ToString("P1", CultureInfo.CurrentCulture);

    public static string Days(decimal days) => days.ToString("0.#", CultureInfo.CurrentCulture);

    private string Meetings(string part) => part.Split('-', 2) is [var formation, var language] ? Meetings(new FormationCode(formation), language) : part;

    private string Seats(string part) => part.Split('-', 2) is [var group, var turnout] ? $"{Group(new(group))} · {Turnout(turnout)}" : Group(new(part));
}
