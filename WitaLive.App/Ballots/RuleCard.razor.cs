using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Live;
using WitaLive.App.Rules;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Ballots;

/// <summary>The rule of this ballot in one sentence; behind it the formula with today's numbers and the articles.</summary>
public sealed partial class RuleCard(IStringLocalizer<BallotTexts> texts, RuleSentence sentence, Names names)
{
    private bool _opened;

    [Parameter, EditorRequired]
    public required DecisionRule Rule { get; set; }

    /// <summary>Seats that have a voice now.</summary>
    [Parameter, EditorRequired]
    public required int Entitled { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<GroupSeats> Groups { get; set; }

    [Parameter]
    public ImmutableArray<string> Options { get; set; } = [];

    /// <summary>Such as "L 3 §3".</summary>
    [Parameter]
    public ImmutableArray<string> Sources { get; set; } = [];

    // What is folded away is drawn once somebody looks; a page that has no circuit (yet) cannot be asked for it and shows it all.
    private bool IsDrawn => _opened || !RendererInfo.IsInteractive;

    private void Open() => _opened = true;

    private int SeatsFor(DecisionRule.Weighted rule, GroupShare share) => rule.Split == SplitPolicy.AllSeats
        ? share.Seats
        : Groups.FirstOrDefault(g => g.Group == share.Group).Counting;

    private string WeightOfVote(DecisionRule.Weighted rule, GroupShare share) => SeatsFor(rule, share) is > 0 and var seats
        ? texts["FractionAndPercent", share.Share / new Fraction(seats, 1), RuleSentence.Percent(share.Share / new Fraction(seats, 1))]
        : "–";
}
