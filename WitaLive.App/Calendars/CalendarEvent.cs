namespace WitaLive.App.Calendars;

/// <summary>Whether an event will be held.</summary>
public enum EventStatus
{
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>Someone as a calendar program names them.</summary>
public sealed record CalendarPerson(string Name, string Email);

/// <summary>One event, as RFC 5545 § 3.6.1 writes it.</summary>
public sealed record CalendarEvent
{
    /// <summary>Stays the same whatever is changed: by it a program knows the event again.</summary>
    public required Guid Uid { get; init; }

    /// <summary>Rises with every change; a program keeps the highest it has seen. From 0.</summary>
    public required int Sequence { get; init; }

    /// <summary>When this version was written.</summary>
    public required DateTimeOffset Stamp { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Null where nothing is to be said of it.</summary>
    public required EventStatus? Status { get; init; }

    /// <summary>Takes no time of who reads it: they are free for something else.</summary>
    public bool IsFree { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    /// <summary>The event's page.</summary>
    public Uri? Page { get; init; }

    /// <summary>Where picture and sound are (RFC 7986 § 5.11).</summary>
    public Uri? Conference { get; init; }

    /// <summary>Needed wherever someone is named for whom it is.</summary>
    public CalendarPerson? Organizer { get; init; }

    /// <summary>Whom an invitation or its cancellation is for, or who has answered.</summary>
    public CalendarPerson? Attendee { get; init; }

    /// <summary>What the attendee answered; null while they have not.</summary>
    public bool? Comes { get; init; }
}
