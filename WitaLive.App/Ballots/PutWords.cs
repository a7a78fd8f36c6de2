using Microsoft.Extensions.Localization;
using WitaLive.App.Rules;
using WitaLive.Domain.Applications;

namespace WitaLive.App.Ballots;

/// <summary>What a ballot puts of a file beside the outcome, in the reader's language: counts and reasons, never the name of an activity.</summary>
public sealed class PutWords(IStringLocalizer<BallotTexts> texts, Names names)
{
    /// <summary>«accepted: 3; not accepted: 2 (not proven, peripheral activity)»</summary>
    public string Of(ImmutableArray<ActivityMark> marks) => marks.Where(mark => !mark.IsAccepted).ToList() is { Count: > 0 } not
        ? texts["MarksSome", marks.Length - not.Count, not.Count, string.Join(", ", not.Select(mark => names.Of($"activityReason.{mark.Reason}")).Distinct())]
        : texts["MarksAll", marks.Length];

    /// <summary>«With the activities as marked: …»</summary>
    public string Sentence(ImmutableArray<ActivityMark> marks) => texts["PutWith", Of(marks)];
}
