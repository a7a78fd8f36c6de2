using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Applications;

/// <summary>Why a line is not in the sums that the law looks at.</summary>
public enum NotCountedBecause
{
    Unfinished,
    NoActivity,

    /// <summary>The chamber does not accept its activity.</summary>
    Rejected,
    Peripheral,
    NoProof,
    TooOld,
    AfterFiling,
}

/// <summary>A line of income and why it is in none of the sums.</summary>
public sealed record NotCounted(IncomeLine Line, NotCountedBecause Why);

/// <summary>What would count if an application were filed on a day. The chamber decides, activity by activity.</summary>
/// <param name="Left">The lines that are in no sum.</param>
public sealed record Estimate(Practice Practice, Eligibility Eligibility, ImmutableArray<NotCounted> Left)
{
    /// <summary>Times without work that neutralise nothing, for nothing proves them.</summary>
    public ImmutableArray<Inactivity> Unproven { get; init; } = [];

    /// <param name="rejected">Activities that the chamber does not accept; none otherwise.</param>
    public static Estimate Of(Profile profile, DateOnly filingOn, RulesInForce rules, IReadOnlySet<ActivityId>? rejected = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(rules);
        var left = profile.Incomes.Select(line => (Line: line, Why: WhyNot(profile, line, filingOn.Year, rules.Thresholds.LongestYears, rejected))).ToList();
        var times = profile.Inactivities.Where(time => time.IsComplete).ToLookup(time => profile.ProofsOf(time.Id.Value).Any(proof => !proof.IsLink));
        var practice = new Practice(
            filingOn, !profile.Background.HeldPlus, profile.Background.HeldBefore,
            [.. left.Where(one => one.Why is null).Select(one => new Income(one.Line.Year!.Value, one.Line.Amount!.Value, ActivityWeight.Core, Proven: true))],
            profile.Background.Performances, profile.Background.HigherArtsDiploma, profile.Background.Plan)
        {
            // Without a proof it is in no sum either.
            Away = [.. times[true].Select(time => new AwayTime(time.From!.Value, time.Until!.Value))],
        };
        return new(
            practice, Eligibility.Assess(rules.Thresholds, rules.StarterBeforeOrdinary, practice),
            [.. left.Where(one => one.Why is not null).Select(one => new NotCounted(one.Line, one.Why!.Value))])
        {
            Unproven = [.. times[false]],
        };
    }

    private static NotCountedBecause? WhyNot(Profile profile, IncomeLine line, int filingYear, int years, IReadOnlySet<ActivityId>? rejected) => line switch
    {
        { Year: null } or { Amount: null } => NotCountedBecause.Unfinished,
        _ when profile.ActivityOf(line) is not { } => NotCountedBecause.NoActivity,
        { Activity: { } activity } when rejected?.Contains(activity) == true => NotCountedBecause.Rejected,
        _ when profile.ActivityOf(line) is { Weight: ActivityWeight.Peripheral } => NotCountedBecause.Peripheral,
        _ when profile.ProofsOf(line.Id.Value).All(proof => proof.IsLink) => NotCountedBecause.NoProof,
        { Year: { } year } when year > filingYear => NotCountedBecause.AfterFiling,
        { Year: { } year } when year < filingYear - years => NotCountedBecause.TooOld,
        _ => null,
    };
}
