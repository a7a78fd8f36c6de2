namespace WitaLive.App.Meetings;

/// <summary>The longest texts of a plan, in characters, and the longest meeting.</summary>
public static class PlanLimits
{
    public const int Place = 200;
    public const int OnlineAddress = 500;
    public const int Reason = 500;
    public const int Title = 300;

    /// <summary>Unit: minutes.</summary>
    public const int LongestMeeting = 12 * 60;

    /// <summary>Unit: years. A later day is a slip of the pen, and near the end of the calendar there is nothing to count with.</summary>
    public const int YearsAhead = 5;

    /// <summary>Unit: minutes.</summary>
    public const int LongestItem = 480;
}
