namespace WitaLive.Domain.Applications;

/// <summary>What a profile can hold: limits that keep a slip of the keyboard, or a program, from filling it.</summary>
public static class ProfileCheck
{
    /// <summary>Unit: characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Unit: characters.</summary>
    public const int LongestLine = 200;

    /// <summary>Activities, lines of income, times without work, proofs: so many of each.</summary>
    public const int MostLines = 500;

    /// <summary>Below this, in a profile, an import and where anyone tries what their income points to; the simulators take what their contract says. Unit: euro.</summary>
    public const decimal LargestAmount = 100_000_000;

    /// <summary>Nothing that a profile tells of was before this year, nor is after <see cref="LastYear"/>.</summary>
    public const int FirstYear = 1950;

    public const int LastYear = 2100;

    /// <returns>The refusal, or null when all of it can be kept; unfinished is no refusal.</returns>
    public static Refusal? Check(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (new[] { profile.Activities.Length, profile.Incomes.Length, profile.Inactivities.Length, profile.Proofs.Length }.Any(lines => lines > MostLines))
            return new TooManyLines(MostLines);
        var (background, activities) = (profile.Background, profile.Activities);
        if (new[] { background.Presentation, background.Training, background.Links }.Concat(activities.SelectMany(a => new[] { a.Contribution, a.Unseen })).Any(text => text.Length > LongestText))
            return new TextTooLong(LongestText);
        if (activities.SelectMany(a => new[] { a.Function, a.Project, a.Principal }).Concat(profile.Incomes.Select(line => line.Work)).Any(text => text.Length > LongestLine))
            return new TextTooLong(LongestLine);
        if (background.Performances is < 0 or > 10_000)
            return new NumberUnusable(10_000);
        if (profile.Incomes.Any(line => line.Amount is { } amount && (amount < 0 || amount >= LargestAmount || decimal.Round(amount, 2) != amount)))
            return new AmountUnusable(LargestAmount);
        var days = activities.SelectMany(a => new[] { a.From, a.Until }).Concat(profile.Inactivities.SelectMany(time => new[] { time.From, time.Until }));
        return profile.Incomes.Any(line => line.Year is < FirstYear or > LastYear) || days.Any(day => day is { Year: < FirstYear or > LastYear }) ? new YearUnusable(FirstYear, LastYear) : null;
    }
}

public sealed record TooManyLines(int Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Most];
}

public sealed record TextTooLong(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

public sealed record NumberUnusable(int Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Most];
}

public sealed record AmountUnusable(decimal Below) : Refusal
{
    public override ImmutableArray<object> Gaps => [Below];
}

public sealed record YearUnusable(int First, int Last) : Refusal
{
    public override ImmutableArray<object> Gaps => [First, Last];
}
