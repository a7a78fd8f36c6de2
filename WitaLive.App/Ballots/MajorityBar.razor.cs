using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Ballots;

/// <summary>
/// A weighted count: above, what is in favour together and the tick to reach; below, each group as wide as its share and filled as far as
/// it is in favour. Exact fractions throughout; a percentage is rounded down, so that what falls short never looks as if it did not.
/// </summary>
public sealed partial class MajorityBar(IStringLocalizer<BallotTexts> texts, Names names)
{
    private ImmutableArray<GroupWeight> _weights = [];
    private Fraction _base = Fraction.One;

    [Parameter, EditorRequired]
    public required DecisionRule.Weighted Rule { get; set; }

    [Parameter, EditorRequired]
    public required OptionResult Result { get; set; }

    /// <summary>Names the option where there are several.</summary>
    [Parameter]
    public bool Named { get; set; }

    private string Caption => Named ? names.OfOutcome(Result.Option).AtStart() : texts["InFavour"];

    private string Words => texts["InFavourOf", RuleSentence.Percent(Result.Count.InFavour), Result.Count.InFavour, RuleSentence.Percent(Result.Count.Threshold), Result.Count.Threshold];

    private string Threshold => Along(Result.Count.Threshold);

    private IEnumerable<(string X, string Width)> Sums
    {
        get
        {
            var sum = Fraction.Zero;
            foreach (var weight in _weights)
            {
                var part = _base == Fraction.Zero ? Fraction.Zero : weight.InFavour / _base;
                yield return (Along(sum), Along(part));
                sum += part;
            }
        }
    }

    private IEnumerable<(string X, string Width, string Filled)> Segments
    {
        get
        {
            var before = Fraction.Zero;
            foreach (var weight in _weights)
            {
                yield return (Along(before), Along(weight.Share), Along(weight.InFavour));
                before += weight.Share;
            }
        }
    }

    protected override void OnParametersSet()
    {
        _weights = Rule.Weigh(Result.Groups);
        _base = Rule.BaseOf(_weights);
    }

    private static object Exact(Fraction share) => share == Fraction.Zero ? 0 : share;

    private static string Along(Fraction share) => (share.Numerator * 1000.0 / share.Denominator).ToString("0.###", CultureInfo.InvariantCulture);
}
