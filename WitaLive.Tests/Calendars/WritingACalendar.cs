using System.Text;
using WitaLive.App.Calendars;

namespace WitaLive.Tests.Calendars;

public class WritingACalendar
{
    private static readonly CalendarEvent s_event = new()
    {
        Uid = Guid.Parse("018f4e9a-0000-7000-8000-000000000001"),
        Sequence = 4,
        Stamp = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
        Start = new(2026, 12, 8, 14, 0, 0, TimeSpan.FromHours(1)),
        End = new(2026, 12, 8, 17, 0, 0, TimeSpan.FromHours(1)),
        Status = EventStatus.Confirmed,
        Summary = "Chambre restreinte 1 (FR)",
    };

    private static readonly CalendarPerson s_secretariat = new("Secrétariat", "secretariat@example.org");

    [FactNeeding(Need.ICalendar)]
    public async Task Gives_a_feed_that_another_program_reads_as_it_was_meant()
    {
        var all = await CalendarReader.ReadAsync(Feed(s_event with
        {
            Description = "Une ligne; une autre, \\ et\r\nla dernière",
            Location = "Galerie Ravenstein 3, 1000 Bruxelles",
            Page = new("https://live.example.be/meetings/7"),
            Conference = new("https://meet.example.be/a?b=1&c=2"),
        }));

        var (calendar, one) = (all[0], Assert.Single(all[1..]));
        Assert.Equal(("2.0", "Réunions, WitaLive"), (calendar["VERSION"], calendar["X-WR-CALNAME"]));
        Assert.DoesNotContain("METHOD", calendar.Keys);
        Assert.Equal("PT60M", calendar["X-PUBLISHED-TTL"]);
        Assert.Equal((s_event.Uid.ToString(), "4", "CONFIRMED"), (one["UID"], one["SEQUENCE"], one["STATUS"]));
        Assert.Equal(("2026-12-08T13:00:00+00:00", "2026-12-08T16:00:00+00:00"), (one["DTSTART"], one["DTEND"]));
        Assert.Equal("2026-11-23T08:00:00+00:00", one["DTSTAMP"]);
        Assert.Equal(s_event.Summary, one["SUMMARY"]);
        Assert.Equal("Une ligne; une autre, \\ et\nla dernière", one["DESCRIPTION"]);
        Assert.Equal("Galerie Ravenstein 3, 1000 Bruxelles", one["LOCATION"]);
        Assert.Equal(("https://live.example.be/meetings/7", "https://meet.example.be/a?b=1&c=2"), (one["URL"], one["CONFERENCE"]));
    }

    [FactNeeding(Need.ICalendar)]
    public async Task Gives_an_invitation_and_takes_it_back()
    {
        var invited = s_event with { Organizer = s_secretariat, Attendee = new("Aline «O» \"Delvausart\", membre; ^", "aline@example.org") };

        var request = await CalendarReader.ReadAsync(CalendarFile.Request(invited));
        var cancel = await CalendarReader.ReadAsync(CalendarFile.Cancel(invited with { Sequence = 5 }));

        Assert.Equal(("REQUEST", "CANCEL"), (request[0]["METHOD"], cancel[0]["METHOD"]));
        Assert.Equal(("mailto:aline@example.org", "mailto:secretariat@example.org"), (request[1]["ATTENDEE"], request[1]["ORGANIZER"]));
        Assert.Equal("Aline «O» ^'Delvausart^', membre; ^^", request[1]["ATTENDEE.CN"]); // icalendar 4 does not read RFC 6868
        Assert.Equal(("NEEDS-ACTION", "FALSE"), (request[1]["ATTENDEE.PARTSTAT"], request[1]["ATTENDEE.RSVP"]));
        Assert.Equal(("CANCELLED", "5", request[1]["UID"]), (cancel[1]["STATUS"], cancel[1]["SEQUENCE"], cancel[1]["UID"]));
    }

    [Fact]
    public void Folds_after_75_octets_and_never_within_a_character()
    {
        var summary = string.Concat(Enumerable.Repeat("é€😀x", 60));

        var bytes = Feed(s_event with { Summary = summary });

        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        Assert.All(lines, line => Assert.True(line.Length <= 75, line)); // one char an octet here
        Assert.All(lines, line => Assert.Equal(line, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line))))));
        Assert.Contains(lines, line => line.Length is 74 or 75);
        Assert.Contains($"SUMMARY:{summary}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\r\nATTENDEE:mailto:evil@example.org")]
    [InlineData("x\nEND:VEVENT")]
    [InlineData("x\u2028\u0000\u0085ATTENDEE:y")]
    public void Lets_no_text_begin_a_line_of_its_own(string text)
    {
        var invited = s_event with { Summary = text, Location = text, Description = text, Organizer = new(text, text), Attendee = new(text, text) };

        var lines = Encoding.UTF8.GetString(CalendarFile.Request(invited)).Split("\r\n");

        var names = lines.Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.Split(':', ';')[0]).ToList();
        Assert.Equal(
            ["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "BEGIN", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "STATUS", "TRANSP", "SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE", "END", "END"],
            names);
    }

    [Fact]
    public void Is_no_invitation_without_one_who_sends_and_one_who_gets_it() =>
        Assert.Throws<ArgumentException>(() => CalendarFile.Request(s_event with { Attendee = new("A", "a@example.org") }));

    [Fact]
    public void Names_its_method_where_a_mail_wants_it() =>
        Assert.Equal("text/calendar; method=CANCEL; charset=utf-8", CalendarFile.MediaTypeOf(CalendarMethod.Cancel));

    private static byte[] Feed(CalendarEvent one) => CalendarFile.Feed("Réunions, WitaLive", TimeSpan.FromHours(1), [one]);
}
