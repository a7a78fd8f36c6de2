namespace WitaLive.Domain.Planning;

/// <summary>A meeting ahead, and how much of its time is taken.</summary>
/// <param name="Minutes">Its length. Unit: minutes; more than 0.</param>
/// <param name="Taken">What its agenda takes. Unit: minutes.</param>
public sealed record MeetingLoad(MeetingId Meeting, DateOnly Day, int Minutes, int Taken)
{
    public int Minutes { get; } = Minutes > 0 ? Minutes : throw new ArgumentException("A meeting takes a minute at least.", nameof(Minutes));

    /// <summary>Rounded down, so that 100 means that nothing is left; more than 100 when it does not fit.</summary>
    public int Percent => (int)(100L * Taken / Minutes);

    /// <summary>To be read: rounded to the nearest, but never 100 while something is left.</summary>
    public int PercentShown => (int)Math.Round(100m * Taken / Minutes, MidpointRounding.AwayFromZero) is var near && Taken < Minutes ? Math.Min(near, 99) : near;

    /// <summary>Unit: minutes; 0 when it is full.</summary>
    public int Left => Math.Max(0, Minutes - Taken);

    /// <summary>The last meeting at which a file can be dealt with before its legal date is over; null for none.</summary>
    public static MeetingLoad? LastBefore(DateOnly due, IEnumerable<MeetingLoad> meetings) => meetings.Where(m => m.Day <= due).MaxBy(m => m.Day);
}
