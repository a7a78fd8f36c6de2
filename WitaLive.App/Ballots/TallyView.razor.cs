using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;

namespace WitaLive.App.Ballots;

/// <summary>The count as it stands, or only how many voted while it is hidden.</summary>
public sealed partial class TallyView(IStringLocalizer<BallotTexts> texts, Names names)
{
    [Parameter, EditorRequired]
    public required ImmutableArray<ChoiceTally> Tallies { get; set; }

    [Parameter, EditorRequired]
    public required int Voted { get; set; }

    [Parameter, EditorRequired]
    public required int Entitled { get; set; }

    private static string Look(Choice choice) => choice.Value switch
    {
        "for" => "tally-cell tally-for",
        "against" => "tally-cell tally-against",
        "abstain" => "tally-cell tally-abstain",
        _ => "tally-cell tally-option",
    };
}
