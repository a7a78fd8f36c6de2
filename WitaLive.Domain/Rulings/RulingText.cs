using WitaLive.Domain.Applications;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Rulings;

/// <summary>What somebody writes into a reasoned decision beside its facts.</summary>
/// <param name="Reasons">Codes of data/rules/rulings.json, in the order of the rule.</param>
/// <param name="Motivation">In the applicant's language; empty when the codes say it all.</param>
/// <param name="OnActivities">What is to be said of single activities; an activity of which nothing is said has none.</param>
public sealed record RulingText(ImmutableArray<string> Reasons, string Motivation, ImmutableDictionary<ActivityId, string> OnActivities)
{
    /// <summary>Longest motivation, text on an activity, finding or reason of a correction, in characters.</summary>
    public const int Longest = 20_000;

    /// <summary>The draft: what the figures show of the reasons that can stand under the outcome. The writer keeps them or not.</summary>
    public static RulingText For(RulingFacts facts, RulingRule rule)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rule);
        return new([.. rule.ReasonsOf(facts.Outcome).Select(reason => reason.Code).Where(code => facts.Suggested.Contains(code))], "", ImmutableDictionary<ActivityId, string>.Empty);
    }

    /// <summary>Without what nobody sees or what makes it read otherwise than it stands, without empty texts, the reasons in the order of the rule.</summary>
    public RulingText Tidied(RulingRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(
            [.. rule.Reasons.Select(reason => reason.Code).Where(Reasons.Contains)],
            FreeText.ToSign(Motivation),
            OnActivities.Select(text => (text.Key, Text: FreeText.ToSign(text.Value))).Where(text => text.Text.Length > 0).ToImmutableDictionary(text => text.Key, text => text.Text));
    }

    /// <summary>Why it cannot be kept as a draft.</summary>
    public Refusal? WhyNotKeep(RulingFacts facts, RulingRule rule)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rule);
        if (Motivation.Length > Longest || OnActivities.Values.Any(text => text.Length > Longest))
            return new RulingTextTooLong(Longest);
        if (OnActivities.Keys.Any(id => facts.Activities.All(activity => activity.Id != id)))
            return new NoSuchActivity();
        return Reasons.All(code => rule.Find(code)?.Outcomes.Contains(facts.Outcome) == true) ? null : new ReasonOfAnotherOutcome();
    }

    /// <summary>Why it gives no reasons that can be signed: an administrative act says why (law of 29 July 1991; rules of procedure, art. 26 § 6). A judgment has its own.</summary>
    public Refusal? WhyNotEnough(RulingFacts facts) => facts.Court is null && Reasons.IsEmpty && string.IsNullOrWhiteSpace(Motivation) ? new RulingWithoutReasons() : null;
}
