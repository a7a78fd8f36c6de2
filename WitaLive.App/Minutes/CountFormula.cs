using System.Globalization;
using WitaLive.App.Languages;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Minutes;

/// <summary>The count of one option written out, with the exact fractions that decided.</summary>
internal static class CountFormula
{
    /// <summary>«1/2 × 7/9 + 1/6 × 2/3 + 1/6 × 3/3 + 1/6 × 0/3 = 2/3 ≥ 3/5»; unanimity: «for 5 ≥ 1; against 0 = 0».</summary>
    /// <param name="option">With its tallies as the votes were given.</param>
    /// <param name="choice">How for, against and abstaining are called.</param>
    /// <param name="silent">How a seat is called that did not vote.</param>
    public static string Of(DecisionRule rule, OptionResult option, Func<Choice, string> choice, string silent) => rule switch
    {
        DecisionRule.Weighted weighted => Of(weighted, option),
        DecisionRule.Unanimity(var strict) => Of(strict, option, choice, silent),
        _ => throw new InvalidOperationException($"There is no formula for {rule.GetType().Name}."),
    };

    public static string Written(Fraction fraction) =>
        fraction.Denominator == 1 ? fraction.Numerator.ToString(CultureInfo.InvariantCulture) : fraction.ToString();

    private static string Of(DecisionRule.Weighted rule, OptionResult option)
    {
        var weights = rule.Weigh(option.Groups);
        var whole = rule.BaseOf(weights);
        var parts = weights.Where(w => w.IsThere || whole == Fraction.One).Select(w => string.Create(
            CultureInfo.InvariantCulture, $"{Written(w.Share)} × {(w.IsThere ? $"{w.For}/{w.Seats}" : "0")}"));
        var sum = string.Join(" + ", parts);
        var count = option.Count;
        var sign = (rule.Comparison, Reached: Reaches(rule, count.InFavour)) switch
        {
            (ComparisonPolicy.AtLeast, true) => "≥",
            (ComparisonPolicy.AtLeast, false) => "<",
            (_, true) => ">",
            (_, false) => "≤",
        };
        return $"{(whole == Fraction.One ? sum : $"({sum}) ÷ {Written(whole)}")} = {Written(count.InFavour)} {sign} {Written(count.Threshold)}";
    }

    private static bool Reaches(DecisionRule.Weighted rule, Fraction inFavour) =>
        rule.Comparison is ComparisonPolicy.AtLeast ? inFavour >= rule.Threshold : inFavour > rule.Threshold;

    private static string Of(bool abstentionBreaksIt, OptionResult option, Func<Choice, string> choice, string silent)
    {
        var (inFavour, against, abstained) = (option.Groups.Sum(t => t.For), option.Groups.Sum(t => t.Against), option.Groups.Sum(t => t.Abstained));
        var parts = new List<string> { $"{choice(Choice.For)} {inFavour} {(inFavour >= 1 ? "≥" : "<")} 1", None(choice(Choice.Against), against) };
        if (abstentionBreaksIt)
            parts.Add(None(choice(Choice.Abstain), abstained));
        if (abstentionBreaksIt && option.Groups.Sum(t => t.Pending) is > 0 and var missing)
            parts.Add(None(silent, missing));
        return string.Join(Typesetting.Semicolon, parts);

        static string None(string which, int number) => $"{which} {number} {(number == 0 ? "=" : ">")} 0";
    }
}
