using System.Globalization;
using System.Text;
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
    private string _sums = "";
    private string _segments = "";
    private string _filled = "";
    private string _threshold = "";

    [Parameter, EditorRequired]
    public required DecisionRule.Weighted Rule { get; set; }

    [Parameter, EditorRequired]
    public required OptionResult Result { get; set; }

    /// <summary>Names the option where there are several.</summary>
    [Parameter]
    public bool Named { get; set; }

    private string Caption => Named ? names.OfOutcome(Result.Option).AtStart() : texts["InFavour"];

    private string Words => texts["InFavourOf", RuleSentence.Percent(Result.Count.InFavour), Result.Count.InFavour, RuleSentence.Percent(Result.Count.Threshold), Result.Count.Threshold];

    // The drawing is named by the sentence below it.
    private string WordsId => $"majority-{Result.Option}";

    // Four paths rather than a shape for each group: of a vote, one or two of them have another line.
    protected override void OnParametersSet()
    {
        _weights = Rule.Weigh(Result.Groups);
        var whole = Rule.BaseOf(_weights);
        var (sums, segments, filled) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var (sum, before) = (Fraction.Zero, Fraction.Zero);
        foreach (var weight in _weights)
        {
            var part = whole == Fraction.Zero ? Fraction.Zero : weight.InFavour / whole;
            Draw(sums, sum, part, 8, 22);
            Draw(segments, before, weight.Share, 38, 18);
            Draw(filled, before, weight.InFavour, 38, 18);
            (sum, before) = (sum + part, before + weight.Share);
        }
        (_sums, _segments, _filled) = (sums.ToString(), segments.ToString(), filled.ToString());
        _threshold = string.Create(CultureInfo.InvariantCulture, $"M{Along(Result.Count.Threshold):0.#} 0V36");
    }

    private static object Exact(Fraction share) => share == Fraction.Zero ? 0 : share;

    private static void Draw(StringBuilder path, Fraction from, Fraction width, int top, int height)
    {
        if (width != Fraction.Zero)
            path.Append(CultureInfo.InvariantCulture, $"M{Along(from):0.#} {top}h{Along(width):0.#}v{height}h{-Along(width):0.#}z");
    }

    private static double Along(Fraction share) => share.Numerator * 1000.0 / share.Denominator;
}
