using System.Globalization;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Forecasts;

/// <summary>What is foreseen, as people read it, in the language of the screen or mail.</summary>
public sealed class ForecastWords(Names names, IStringLocalizer<ForecastTexts> texts)
{
    /// <summary>«Quorum unlikely».</summary>
    public string Of(Outlook outlook) => texts[$"Quorum{outlook}"];

    /// <summary>«Arts experts: 2 needed, 1.4 expected.»</summary>
    public string Of(BlocForecast bloc) => texts["BlocExpected", names.Of($"bloc.{bloc.Name}"), bloc.Needed, Number(bloc.Expected)];

    /// <summary>What lacks, for an alarm: blocs, and somebody to preside.</summary>
    public string Lacking(QuorumForecast forecast) => string.Join(" · ",
        forecast.Weak.Select(Of).Concat(forecast.Chair.Outlook is Outlook.Unlikely ? [texts["NobodyPresides"].Value] : Array.Empty<string>()));

    public string NobodyLeft => texts["NobodyLeft"];

    public string ChairOf(QuorumForecast forecast) => texts[$"Chair{forecast.Chair.Outlook}"];

    public string Of(SeatWord word) => texts[$"Word{word}"];

    public static string Number(double seats) => seats.ToString("0.#", CultureInfo.CurrentCulture);

    /// <summary>The colour that repeats the word.</summary>
    public static string BadgeOf(Outlook outlook) => outlook switch
    {
        Outlook.Certain => "badge-done",
        Outlook.Likely => "badge-accent",
        _ => "badge-problem",
    };
}
