using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Forecasts;

/// <summary>What is foreseen, as people read it, in the language of the screen or mail.</summary>
public sealed class ForecastWords(Names names, IStringLocalizer<ForecastTexts> texts)
{
    /// <summary>«Quorum unlikely».</summary>
    public string Of(Outlook outlook) => texts[$"Quorum{outlook}"];

    /// <summary>«Arts experts: 2 needed, 1 said yes; chance 41 %.» The word beside it comes from the same chance; an average could seem to contradict it.</summary>
    public string Of(BlocForecast bloc) => texts["BlocChance", names.Of($"bloc.{bloc.Name}"), bloc.Needed, bloc.Sure, Percent(bloc.Chance)];

    /// <summary>What lacks, for an alarm: blocs, and somebody to preside.</summary>
    public string Lacking(QuorumForecast forecast) => string.Join(" · ",
        forecast.Weak.Select(Of).Concat(forecast.Chair.Outlook is Outlook.Unlikely ? [texts["NobodyPresides"].Value] : Array.Empty<string>()));

    public string NobodyLeft => texts["NobodyLeft"];

    /// <summary>To the substitute of one who has not said no: when an answer is theirs to give.</summary>
    public string NotConvened => texts["NotConvened"];

    public string ChairOf(QuorumForecast forecast) => texts[forecast.Chair is { Outlook: Outlook.Likely, IsSaid: false } ? "ChairUnheard" : $"Chair{forecast.Chair.Outlook}"];

    /// <summary>On what the figures rest.</summary>
    public string BasisOf(MeetingForecast forecast) => forecast is { Quorum.Assumed: > 0 and var assumed, Settings: var settings }
        ? texts["HowAssumed", assumed, settings.FewestPastMeetings, settings.Silent]
        : texts["HowForeseen"];

    public string Of(SeatWord word) => texts[$"Word{word}"];

    /// <summary>«Nobody is coming», and who holds a proxy in vain.</summary>
    public string Of(SeatToCall call) => call.AwayHolder is { } holder ? texts["WordHolderAway", Of(call.Word), holder.FullName] : Of(call.Word);

    /// <summary>What the duo can do about its voice when neither of the two comes: give a proxy, or another one than stands.</summary>
    public string ProxyOf(Person? awayHolder) => awayHolder is null ? texts["ProxyToGive"] : texts["ProxyToReplace", awayHolder.FullName];

    /// <summary>Rounded down: what stands under a limit never looks as if it had reached it.</summary>
    public static int Percent(double chance) => (int)Math.Floor(chance * 100 + 1e-9);

    /// <summary>The colour that repeats the word.</summary>
    public static string BadgeOf(Outlook outlook) => outlook switch
    {
        Outlook.Certain => "badge-done",
        Outlook.Likely => "badge-accent",
        _ => "badge-problem",
    };
}
