using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;

namespace WitaLive.App.Precedents;

/// <summary>What was found among past decisions: how often each outcome, then the latest ones, without anybody's name.</summary>
public sealed partial class PrecedentList(Names names, IStringLocalizer<PrecedentTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Precedents Found { get; set; }

    private string TotalInWords => Found.Total switch
    {
        0 => texts["NoneFound"],
        null => texts["TooFew", Found.Smallest],
        { } total when Found.Cases.Length < total => texts["FoundLatest", total, Found.Cases.Length],
        { } total => texts["Found", total],
    };

    private string Said(DecidedActivity activity) => activity.IsAccepted switch
    {
        true => $": {texts["Accepted"].Value}",
        false => $": {texts["NotAccepted", names.Of($"activityReason.{activity.Reason}")].Value}",
        null => "",
    };
}
