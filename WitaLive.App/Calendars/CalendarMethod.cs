namespace WitaLive.App.Calendars;

/// <summary>What a calendar file asks of the program that reads it (RFC 5546 § 3.2).</summary>
public enum CalendarMethod
{
    /// <summary>To put the event into the reader's calendar, and to offer an answer.</summary>
    Request,

    /// <summary>To take an event out that it was asked to put in.</summary>
    Cancel,
}
