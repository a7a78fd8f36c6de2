using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;

namespace WitaLive.App.Ballots;

internal static class ResultWords
{
    /// <summary>«Carried: attestation plus.»</summary>
    public static string InWords(this IStringLocalizer<BallotTexts> texts, Names names, Ballot ballot, BallotResult result) =>
        result.Carried is { } carried ? texts["Carried", names.OfOutcome(carried).InSentence()]
        : ballot.IsProposal ? texts["NotCarried", names.OfOutcome(ballot.Options[0]).InSentence()]
        : texts["NothingCarried"];

    /// <summary>Why: who keeps it from being unanimous, or what was reached of what had to be.</summary>
    public static string Reason(this IStringLocalizer<BallotTexts> texts, Names names, Ballot ballot, BallotResult result, OptionResult option)
    {
        var (inFavour, against, abstained) = (option.Groups.Sum(t => t.For), option.Groups.Sum(t => t.Against), option.Groups.Sum(t => t.Abstained));
        var reason = (ballot.Rule, option.Count.Carried) switch
        {
            (DecisionRule.Weighted, _) => texts["InFavourOf",
                RuleSentence.Percent(option.Count.InFavour), option.Count.InFavour, RuleSentence.Percent(option.Count.Threshold), option.Count.Threshold].Value,
            (_, true) => texts[abstained == 0 ? "Unanimous" : "UnanimousWithAbstentions", inFavour, abstained].Value,
            (_, _) when inFavour == 0 => texts["NobodyInFavour"].Value,
            (_, _) => texts["NotUnanimous", inFavour, against, abstained, string.Join(", ", Opposing(names, ballot.Rule, option))].Value,
        };
        return ballot.IsProposal ? reason : texts["ReasonOfOption", names.OfOutcome(option.Option).AtStart(), reason];
    }

    // By group: the journal and the seats say who, the sentence need not.
    private static IEnumerable<string> Opposing(Names names, DecisionRule rule, OptionResult option) => option.Groups
        .Where(t => t.Against > 0 || (rule is DecisionRule.Unanimity { AbstentionBreaksIt: true } && t.Abstained > 0))
        .Select(t => names.Of(t.Group).InSentence());
}
