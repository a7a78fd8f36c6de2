using System.Globalization;

namespace WitaLive.App.Calendars;

/// <summary>Writes calendar files: a feed of many events, or an invitation to one.</summary>
/// <remarks>Source: RFC 5545, 5546 and 7986. Times are in UTC, so that no table of summer times has to travel with them.</remarks>
public static class CalendarFile
{
    /// <summary>For a header: the character set is the only one there is.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>For an attachment or alternative of a mail: the method stands in it too (RFC 6047 § 2.4).</summary>
    public static string MediaTypeOf(CalendarMethod method) => $"text/calendar; method={WordOf(method)}; charset=utf-8";

    /// <summary>A list that programs look at again and again.</summary>
    /// <remarks>It has no method: it is how things stand and asks nothing (RFC 5545 § 3.7.2), and one that is published could not say what its reader answered (RFC 5546 § 3.2.1).</remarks>
    /// <param name="name">What a program calls the calendar.</param>
    /// <param name="lookAgain">How long they may wait before the next look.</param>
    public static byte[] Feed(string name, TimeSpan lookAgain, IEnumerable<CalendarEvent> events)
    {
        var lines = Begin(null);
        lines.Text("NAME", name);
        lines.Text("X-WR-CALNAME", name); // what programs read that do not know RFC 7986
        var wait = string.Create(CultureInfo.InvariantCulture, $"PT{(int)lookAgain.TotalMinutes}M");
        lines.Bare("REFRESH-INTERVAL;VALUE=DURATION", wait);
        lines.Bare("X-PUBLISHED-TTL", wait);
        foreach (var one in events)
            Write(lines, one, null);
        return End(lines);
    }

    /// <summary>Puts one event into the calendar of its attendee, as a new one or in place of an earlier version.</summary>
    public static byte[] Request(CalendarEvent one) => Invitation(CalendarMethod.Request, one);

    /// <summary>Takes it out again; its sequence is higher than that of the last request.</summary>
    public static byte[] Cancel(CalendarEvent one) => Invitation(CalendarMethod.Cancel, one with { Status = EventStatus.Cancelled });

    private static byte[] Invitation(CalendarMethod method, CalendarEvent one)
    {
        if (one is not { Organizer: not null, Attendee: not null })
            throw new ArgumentException("An invitation has one who sends it and one who gets it.", nameof(one));
        var lines = Begin(method);
        Write(lines, one, method);
        return End(lines);
    }

    private static ContentLines Begin(CalendarMethod? method)
    {
        var lines = new ContentLines();
        lines.Bare("BEGIN", "VCALENDAR");
        lines.Bare("VERSION", "2.0");
        lines.Bare("PRODID", "-//WitaLive//WitaLive//EN");
        lines.Bare("CALSCALE", "GREGORIAN");
        if (method is { } asks)
            lines.Bare("METHOD", WordOf(asks));
        return lines;
    }

    private static byte[] End(ContentLines lines)
    {
        lines.Bare("END", "VCALENDAR");
        return lines.ToBytes();
    }

    private static void Write(ContentLines lines, CalendarEvent one, CalendarMethod? method)
    {
        lines.Bare("BEGIN", "VEVENT");
        lines.Bare("UID", one.Uid.ToString());
        lines.Bare("SEQUENCE", one.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Instant("DTSTAMP", one.Stamp);
        lines.Instant("DTSTART", one.Start);
        lines.Instant("DTEND", one.End);
        if (one.Status is { } status)
            lines.Bare("STATUS", status.ToString().ToUpperInvariant());
        lines.Bare("TRANSP", one.IsFree || one.Status is EventStatus.Cancelled ? "TRANSPARENT" : "OPAQUE");
        lines.Text("SUMMARY", one.Summary);
        if (one.Description is { Length: > 0 } description)
            lines.Text("DESCRIPTION", description);
        if (one.Location is { Length: > 0 } location)
            lines.Text("LOCATION", location);
        if (one.Page is { } page)
            lines.Bare("URL", page.AbsoluteUri);
        if (one.Conference is { } conference)
            lines.Bare("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO", conference.AbsoluteUri);
        if (one.Organizer is { } organizer)
            lines.Person("ORGANIZER", organizer, "");
        if (one.Attendee is { } attendee)
            lines.Person("ATTENDEE", attendee, method is CalendarMethod.Cancel ? "" : PartOf(one));
        lines.Bare("END", "VEVENT");
    }

    // No reply by the calendar program is asked for: nobody would read it.
    private static string PartOf(CalendarEvent one) => ";ROLE=REQ-PARTICIPANT;PARTSTAT=" + one.Comes switch
    {
        null => "NEEDS-ACTION;RSVP=FALSE",
        true => "ACCEPTED",
        false => "DECLINED",
    };

    private static string WordOf(CalendarMethod method) => method.ToString().ToUpperInvariant();
}
