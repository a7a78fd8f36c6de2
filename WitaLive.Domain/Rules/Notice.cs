namespace WitaLive.Domain.Rules;

/// <summary>A legal holiday: a day of the year, or so many days after Easter Sunday.</summary>
/// <exception cref="ArgumentException">Neither or both are given, or there is no such day in every year.</exception>
public sealed record Holiday(string Name, int? Month = null, int? Day = null, int? DaysAfterEaster = null)
{
    public int? Month { get; } = Month;

    public int? Day { get; } = (Month, Day, DaysAfterEaster) switch
    {
        (null, null, int) => null,
        (>= 1 and <= 12, >= 1, null) when Day <= DateTime.DaysInMonth(2023, Month.Value) => Day,
        _ => throw new ArgumentException($"The holiday {Name} is either a month and a day of every year, or a number of days after Easter.", nameof(Day)),
    };

    public int? DaysAfterEaster { get; } = DaysAfterEaster;

    public DateOnly In(int year) => DaysAfterEaster is { } days ? Easter(year).AddDays(days) : new DateOnly(year, Month!.Value, Day!.Value);

    // The Gregorian rule in the form of Meeus, Jones and Butcher.
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var day = h + l - 7 * m + 114;
        return new DateOnly(year, day / 31, day % 31 + 1);
    }
}

/// <summary>How long before a meeting its invitation must be sent.</summary>
/// <param name="WorkingDays">Working days between sending and meeting, neither of the two counted.</param>
/// <param name="UrgentWorkingDays">The same in urgent cases, with the chair's approval.</param>
/// <param name="DaysForAdditions">Calendar days before the meeting until which its agenda can be added to.</param>
/// <param name="Holidays">What is no working day besides Saturday and Sunday.</param>
/// <remarks>Source: rules of procedure, art. 5 §§ 2 and 4 and 23 § 1; open point O-13.</remarks>
public sealed record Notice(DateOnly From, int WorkingDays, int UrgentWorkingDays, int DaysForAdditions, ImmutableArray<Holiday> Holidays, ImmutableArray<string> Source) : IDated
{
    public int WorkingDays { get; } = WorkingDays >= 0 ? WorkingDays : throw new ArgumentException("The notice is negative.", nameof(WorkingDays));

    public int UrgentWorkingDays { get; } = UrgentWorkingDays >= 0
        ? UrgentWorkingDays
        : throw new ArgumentException("The urgent notice is negative.", nameof(UrgentWorkingDays));

    public int DaysForAdditions { get; } = DaysForAdditions >= 0
        ? DaysForAdditions
        : throw new ArgumentException("The time for additions is negative.", nameof(DaysForAdditions));

    /// <summary>The last day on which a point may be added to an agenda that was sent.</summary>
    public DateOnly LatestAddition(DateOnly meeting) => meeting.AddDays(-DaysForAdditions);

    /// <summary>How many working days before a meeting who has not answered is reminded. Nothing in the texts: practice of the secretariat.</summary>
    public ImmutableArray<int> ReminderWorkingDays { get; init; } = [];

    /// <summary>The working day that lies so many before a day; the day itself is not counted.</summary>
    /// <param name="workingDays">1 for the last working day before it.</param>
    public DateOnly WorkingDayBefore(DateOnly day, int workingDays)
    {
        for (var missing = workingDays; missing > 0;)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(day))
                missing--;
        }
        return day;
    }

    /// <summary>Monday to Friday, without the legal holidays.</summary>
    public bool IsWorkingDay(DateOnly day) => IsWeekday(day) && !IsHoliday(day);

    /// <summary>The legal holiday that falls on a day; null for none.</summary>
    public Holiday? HolidayOn(DateOnly day) => Holidays.FirstOrDefault(h => h.In(day.Year) == day);

    /// <summary>A working day shut in between days that are none: many take it off.</summary>
    public bool IsBridgeDay(DateOnly day) => IsWorkingDay(day) && !IsWorkingDay(day.AddDays(-1)) && !IsWorkingDay(day.AddDays(1));

    /// <summary>Working days strictly between two days; 0 when the second is not after the first.</summary>
    public int WorkingDaysBetween(DateOnly sent, DateOnly meeting) => Between(sent, meeting).Count(IsWorkingDay);

    /// <summary>The holidays that fall on a weekday strictly between two days, in order.</summary>
    public ImmutableArray<DateOnly> HolidaysBetween(DateOnly sent, DateOnly meeting) =>
        [.. Between(sent, meeting).Where(day => IsWeekday(day) && IsHoliday(day))];

    /// <summary>The latest calendar day with the whole notice strictly between it and the meeting; it may be a Sunday.</summary>
    public DateOnly LatestSendingDay(DateOnly meeting, bool urgent)
    {
        var day = meeting.AddDays(-1);
        for (var missing = urgent ? UrgentWorkingDays : WorkingDays; missing > 0; day = day.AddDays(-1))
        {
            if (IsWorkingDay(day))
                missing--;
        }
        return day;
    }

    /// <summary>Whether an invitation sent that day is in time.</summary>
    public bool IsInTime(DateOnly sent, DateOnly meeting, bool urgent) => sent <= LatestSendingDay(meeting, urgent);

    private static IEnumerable<DateOnly> Between(DateOnly from, DateOnly until)
    {
        for (var day = from.AddDays(1); day < until; day = day.AddDays(1))
            yield return day;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private bool IsHoliday(DateOnly day) => HolidayOn(day) is not null;
}
