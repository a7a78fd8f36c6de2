using WitaLive.Domain;

namespace WitaLive.App.Calendar;

// Why a date cannot be put into the provisional calendar, moved or planned as someone asks.

/// <summary>It became a meeting, was taken off the calendar, or never was on it.</summary>
public sealed record DateNotOpen : Refusal;

/// <summary>Someone else changed it since it was shown.</summary>
public sealed record DateChangedMeanwhile : Refusal;

public sealed record HolidayThatDay(DateOnly Day) : Refusal
{
    public override ImmutableArray<object> Gaps => [Day];
}

public sealed record SeriesBackwards : Refusal;

/// <param name="Months">The longest series.</param>
public sealed record SeriesTooLong(int Months) : Refusal
{
    public override ImmutableArray<object> Gaps => [Months];
}

public sealed record WeeksUnusable(int Least, int Most) : Refusal
{
    public override ImmutableArray<object> Gaps => [Least, Most];
}

/// <summary>Every date of it is left out or taken.</summary>
public sealed record SeriesEmpty : Refusal;
