using Microsoft.EntityFrameworkCore;
using WitaLive.App.Calendar;
using WitaLive.App.Convening;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Calendars;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Calendar;

public class APrivateCalendar
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_opened_by_its_key_until_the_key_is_replaced_or_revoked(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (feeds, member, other) = (office.Get<CalendarFeeds>(), await MemberAsync(office), (await office.ChamberAsync(section: "nl")).Chair!.Id);

        var first = await feeds.RenewAsync(member.Id, default);
        var second = await feeds.RenewAsync(member.Id, default);
        var others = await feeds.RenewAsync(other, default);

        Assert.NotEqual(first, second);
        Assert.True(second.Length >= 32 && second.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'), second);
        Assert.Equal(second, await feeds.KeyOfAsync(member.Id, default));
        Assert.Null(await feeds.PersonOfAsync(first, default));
        Assert.Equal((member.Id, other), (await feeds.PersonOfAsync(second, default), await feeds.PersonOfAsync(others, default)));
        await feeds.RevokeAsync(member.Id, default);
        Assert.Null(await feeds.PersonOfAsync(second, default));
        Assert.Equal(other, await feeds.PersonOfAsync(others, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Made_in_several_windows_at_once_has_one_key_that_works(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (feeds, member) = (office.Get<CalendarFeeds>(), await MemberAsync(office));

        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => feeds.RenewAsync(member.Id, default))));

        Assert.Contains(await feeds.KeyOfAsync(member.Id, default), keys);
    }

    [TheoryNeeding(Need.ICalendar), OnSqlite, OnPostgres]
    public async Task Follows_a_date_from_provisional_to_planned_moved_and_cancelled(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var member = await MemberAsync(office);
        var date = await ProvisionalAsync(office);

        var provisional = Assert.Single(await EventsAsync(office, member.Id));
        var form = MeetingForm.Of((await office.Get<ProvisionalDates>().ReadAsync(PlanningOffice.Secretary, date, default))!.Date);
        var (planned, problems) = await office.Get<MeetingPlanning>().CreateAsync(PlanningOffice.Secretary, form, default);
        Assert.Equal((date, 0), (planned, problems.Length));
        var waiting = Assert.Single(await EventsAsync(office, member.Id));
        await office.DoAsync(db => db.Add(Convocation.Invite(date, member.Id, office.Clock.GetUtcNow())));
        await office.ConveneAsync(date);
        form.Hour = "09:30";
        Assert.Empty(await office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, date, MeetingFacts.Of(await office.ReadAsync(date)), form, default));
        var moved = Assert.Single(await EventsAsync(office, member.Id));
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, date, "Grève; tout est fermé,\nvraiment", default));
        var cancelled = Assert.Single(await EventsAsync(office, member.Id));

        var all = new[] { provisional, waiting, moved, cancelled };
        Assert.All(all, one => Assert.Equal(date.Value.ToString(), one["UID"]));
        Assert.Equal(["TENTATIVE", "TENTATIVE", "CONFIRMED", "CANCELLED"], all.Select(one => one["STATUS"]));
        var sequences = all.Select(one => int.Parse(one["SEQUENCE"], null)).ToList();
        Assert.Equal(sequences.Distinct().Order(), sequences);
        Assert.Equal(["13:00", "13:00", "08:30", "08:30"], all.Select(one => one["DTSTART"][11..16]));
        Assert.StartsWith("Provisoire : Chambre restreinte 1", provisional["SUMMARY"], StringComparison.Ordinal);
        Assert.Equal("Salle Horta", moved["LOCATION"]);
        Assert.Contains("Grève; tout est fermé,\nvraiment", cancelled["DESCRIPTION"], StringComparison.Ordinal);
    }

    [FactNeeding(Need.ICalendar)]
    public async Task Has_a_meeting_that_sat_without_a_convocation_as_one_that_took_place()
    {
        await using var office = await PlanningOffice.OnAsync();
        var held = await office.PlanAsync(1, form => form.Day = "2027-01-05");
        var member = (await MemberAsync(office)).Id;
        Assert.Equal("TENTATIVE", Assert.Single(await EventsAsync(office, member))["STATUS"]);

        await office.DoAsync(db => db.Set<PlannedMeeting>().Where(m => m.Id == held).ExecuteUpdate(set => set.SetProperty(m => m.OpenedAt, office.Clock.GetUtcNow())));

        Assert.Equal("CONFIRMED", Assert.Single(await EventsAsync(office, member))["STATUS"]);
    }

    [TheoryNeeding(Need.ICalendar), OnSqlite, OnPostgres]
    public async Task Leaves_the_time_free_of_who_declined_and_of_who_is_not_called(Engine engine)
    {
        await using var convened = await ConvenedMeeting.OnAsync(engine);
        var (effective, substitute) = (convened.Effective, convened.Substitute);
        var (called, onCall) = (Assert.Single(await EventsAsync(convened.Office, effective)), Assert.Single(await EventsAsync(convened.Office, substitute)));
        Assert.Equal(("CONFIRMED", "OPAQUE", false), (called["STATUS"], called["TRANSP"], called.ContainsKey("ATTENDEE")));
        Assert.Equal(("TENTATIVE", "TRANSPARENT"), (onCall["STATUS"], onCall["TRANSP"]));

        Assert.Null(await convened.OnSiteAsync(effective, AnswerKind.Absent, "malade"));
        Assert.Null(await convened.OnSiteAsync(substitute, AnswerKind.Present));

        var (declined, comes) = (Assert.Single(await EventsAsync(convened.Office, effective)), Assert.Single(await EventsAsync(convened.Office, substitute)));
        Assert.Equal(("TRANSPARENT", "DECLINED", false), (declined["TRANSP"], declined["ATTENDEE.PARTSTAT"], declined.ContainsKey("STATUS")));
        Assert.Equal($"mailto:{convened.Seat.Effective!.Email}", declined["ATTENDEE"]);
        Assert.StartsWith("Absence annoncée", declined["SUMMARY"], StringComparison.Ordinal);
        Assert.DoesNotContain("malade", string.Concat(declined.Values), StringComparison.Ordinal);
        Assert.Equal(("CONFIRMED", "OPAQUE", "ACCEPTED"), (comes["STATUS"], comes["TRANSP"], comes["ATTENDEE.PARTSTAT"]));
    }

    [FactNeeding(Need.ICalendar)]
    public async Task Holds_what_concerns_its_person_and_nothing_of_the_files()
    {
        await using var office = await PlanningOffice.OnAsync();
        var member = await MemberAsync(office);
        var mine = await office.PlanAsync(points: 0);
        var file = await office.AddFileAsync("2026-FR-7001");
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, mine, [file.Id], null, default));
        await office.PlanAsync(points: 0, section: "nl");

        var bytes = await office.Get<PersonalCalendar>().WriteAsync(member.Id, default);

        var text = System.Text.Encoding.UTF8.GetString(bytes!).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(file.Applicant, text, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.FamilyName, text, StringComparison.Ordinal);
        Assert.Equal(mine.Value.ToString(), Assert.Single((await CalendarReader.ReadAsync(bytes!))[1..])["UID"]);
    }

    [Fact]
    public async Task Is_written_for_nobody_who_may_no_longer_come_in()
    {
        await using var office = await PlanningOffice.OnAsync();

        Assert.Null(await office.Get<PersonalCalendar>().WriteAsync(new PersonId(Guid.NewGuid()), default));
    }

    internal static async Task<MeetingId> ProvisionalAsync(PlanningOffice office, string hour = "14:00", string section = "fr", string from = "2027-01-05")
    {
        var form = new SeriesForm { From = from, Until = from, Weekday = DateOnly.Parse(from, null).DayOfWeek, Weeks = "1" };
        (form.Facts.Chamber, form.Facts.Hour, form.Facts.Place) = ((await office.ChamberAsync(section: section)).Id.Value.ToString(), hour, "Salle Horta");
        Assert.Equal(1, (await office.Get<SeriesPlanning>().SaveAsync(PlanningOffice.Secretary, form, default)).Saved);
        var day = DateOnly.Parse(from, null);
        var sheet = await office.Get<CalendarReading>().ReadAsync(PlanningOffice.Secretary, null, null, day, day, default);
        return sheet.Entries.Single(e => e.IsProvisional && e.Chamber.Section == section).Id;
    }

    private static async Task<Person> MemberAsync(PlanningOffice office) => (await office.ChamberAsync()).Chair!;

    private static async Task<ImmutableArray<Dictionary<string, string>>> EventsAsync(PlanningOffice office, PersonId person) =>
        (await CalendarReader.ReadAsync((await office.Get<PersonalCalendar>().WriteAsync(person, default))!))[1..];
}
