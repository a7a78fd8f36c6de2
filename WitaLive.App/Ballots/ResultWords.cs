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

    /// <summary>Why: who keeps it from being unanimous, or what was reached of what had to be; and what the rule made of a seat that did not vote.</summary>
    public static string Reason(this IStringLocalizer<BallotTexts> texts, Names names, Ballot ballot, BallotResult result, OptionResult option)
    {
        var given = result.AsGiven(option);
        var (inFavour, against, abstained, silent) = (given.Sum(t => t.For), given.Sum(t => t.Against), given.Sum(t => t.Abstained), given.Sum(t => t.Pending));
        var reason = (ballot.Rule, option.Count.Carried) switch
        {
            (DecisionRule.Weighted, _) => texts["InFavourOf",
                RuleSentence.Percent(option.Count.InFavour), option.Count.InFavour, RuleSentence.Percent(option.Count.Threshold), option.Count.Threshold].Value,
            (_, true) => texts[abstained + silent == 0 ? "Unanimous" : "UnanimousWithAbstentions", inFavour, abstained].Value,
            (_, _) when inFavour == 0 => texts["NobodyInFavour"].Value,
            (_, _) => texts["NotUnanimous", inFavour, against, abstained, string.Join(", ", Opposing(names, ballot.Rule, option))].Value,
        };
        if (silent > 0)
            reason = texts["ReasonAndSilence", reason, texts[OfSilence(ballot.Rule), silent]];
        return ballot.IsProposal ? reason : texts["ReasonOfOption", names.OfOutcome(option.Option).AtStart(), reason];
    }

    /// <summary>«Experts: 2 for, 0 against, 0 abstaining, 1 did not vote, of 3».</summary>
    public static string OfGroup(this IStringLocalizer<BallotTexts> texts, Names names, Tally given) => given.Pending == 0
        ? texts["GroupResult", names.Of(given.Group), given.For, given.Against, given.Abstained, given.Present]
        : texts["GroupResultSilent", names.Of(given.Group), given.For, given.Against, given.Abstained, given.Pending, given.Present];

    private static string OfSilence(DecisionRule rule) => rule switch
    {
        DecisionRule.Unanimity { AbstentionBreaksIt: true } => "SilentBreaksIt",
        DecisionRule.Unanimity => "SilentDoesNotCount",
        _ => "SilentStaysInTheCount",
    };

    // By group: the journal and the seats say who, the sentence need not.
    private static IEnumerable<string> Opposing(Names names, DecisionRule rule, OptionResult option) => option.Groups
        .Where(t => t.Against > 0 || (rule is DecisionRule.Unanimity { AbstentionBreaksIt: true } && t.Abstained > 0))
        .Select(t => names.Of(t.Group).InSentence());
}
