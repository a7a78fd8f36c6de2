using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;

namespace WitaLive.App.Ballots;

/// <summary>The count as it stands, or only how many voted while it is hidden.</summary>
public sealed partial class TallyView(IStringLocalizer<BallotTexts> texts)
{
    [Parameter, EditorRequired]
    public required ImmutableArray<ChoiceTally> Tallies { get; set; }

    [Parameter, EditorRequired]
    public required int Voted { get; set; }

    [Parameter, EditorRequired]
    public required int Entitled { get; set; }
}
