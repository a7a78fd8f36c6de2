namespace WitaLive.Domain.Applications;

/// <summary>What is missing before an application can be submitted.</summary>
public enum GapKind
{
    NoNationalNumber,
    NoAddress,
    NoPresentation,
    NoCoreActivity,
    ActivityUnfinished,
    IncomeUnfinished,
    IncomeOfNoChosenActivity,
    InactivityUnfinished,
}

/// <summary>Something missing, and what it is missing from.</summary>
/// <param name="About">The id of an activity, an income or an inactivity; null for the profile itself.</param>
public sealed record Gap(GapKind Kind, Guid? About = null)
{
    /// <summary>Everything that is missing from what was chosen, in the order of the profile.</summary>
    /// <param name="chosen">The part of the profile that the application rests on.</param>
    public static ImmutableArray<Gap> Of(Profile chosen, bool hasNationalNumber, bool hasAddress)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var activities = chosen.Activities.Select(activity => activity.Id).ToHashSet();
        return
        [
            .. Where(!hasNationalNumber, GapKind.NoNationalNumber),
            .. Where(!hasAddress, GapKind.NoAddress),
            .. Where(chosen.Background.Presentation.Length == 0, GapKind.NoPresentation),
            .. Where(chosen.Activities.All(activity => activity.Weight != ActivityWeight.Core), GapKind.NoCoreActivity),
            .. chosen.Activities.Where(activity => !activity.IsComplete).Select(activity => new Gap(GapKind.ActivityUnfinished, activity.Id.Value)),
            .. chosen.Incomes.Where(line => !line.IsComplete).Select(line => new Gap(GapKind.IncomeUnfinished, line.Id.Value)),
            .. chosen.Incomes.Where(line => line.Activity is { } activity && !activities.Contains(activity)).Select(line => new Gap(GapKind.IncomeOfNoChosenActivity, line.Id.Value)),
            .. chosen.Inactivities.Where(time => !time.IsComplete).Select(time => new Gap(GapKind.InactivityUnfinished, time.Id.Value)),
        ];
    }

    private static IEnumerable<Gap> Where(bool isMissing, GapKind kind) => isMissing ? [new(kind)] : [];
}
