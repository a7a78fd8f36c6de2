using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;

namespace WitaLive.App.Precedents;

/// <summary>What was found among past decisions: how often each outcome, then the latest ones, without anybody's name.</summary>
public sealed partial class PrecedentList(Names names, IStringLocalizer<PrecedentTexts> texts) : ComponentBase
{
    [Parameter, EditorRequired]
    public required Precedents Found { get; set; }

    private string TotalInWords => Found.AtLeast switch
    {
        0 => texts["NoneFound"],
        null => texts["TooFew", Found.Smallest],
        { } least => Found.IsAll ? texts["FoundAll"] : texts["FoundLatest", least, Found.Cases.Length],
    };

    private string Said(DecidedActivity activity) => activity.IsAccepted switch
    {
        true => $": {texts["Accepted"].Value}",
        false => $": {texts["NotAccepted", names.Of($"activityReason.{activity.Reason}")].Value}",
        null => "",
    };
}
