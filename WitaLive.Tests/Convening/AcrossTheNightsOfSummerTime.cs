using System.Text;
using WitaLive.App.Convening;
using WitaLive.App.Languages;
using WitaLive.App.Letters;
using WitaLive.App.Meetings;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Convening;

/// <summary>Clocks go forward in the night to Sunday 28 March 2027, and back in the night to Sunday 31 October 2027.</summary>
public class AcrossTheNightsOfSummerTime
{
    // The meeting, its start in UTC, and the two reminders, which are sent while clocks still show the other time.
    public static TheoryData<string, string, string, string> Nights => new()
    {
        { "2027-03-30", "2027-03-30T12:00:00Z", "2027-03-22T07:00:00Z", "2027-03-25T07:00:00Z" }, // Easter Monday lies between
        { "2027-11-02", "2027-11-02T13:00:00Z", "2027-10-25T06:00:00Z", "2027-10-28T06:00:00Z" }, // All Saints' Day
    };

    [Theory, MemberData(nameof(Nights))]
    public async Task A_convocation_names_the_hour_that_clocks_will_show(string day, string start, string first, string second)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite, form => form.Day = day);

        Assert.Equal(Instant(start), (await meeting.Office.ReadAsync(meeting.Id)).StartsAt);
        var mail = (await meeting.MailsToAsync(meeting.Effective))[0];
        Assert.Contains("14:00", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"DTSTART:{Instant(start).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}", Encoding.UTF8.GetString(mail.Calendar!), StringComparison.Ordinal);
        Assert.True(Instant(first) < Instant(second));
    }

    [Theory, MemberData(nameof(Nights))]
    public async Task Reminders_leave_at_eight_by_the_clock_of_their_own_day(string day, string start, string first, string second)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite, form => form.Day = day);
        var convened = (await meeting.Office.ConvocationsAsync(meeting.Id)).Count;
        Assert.True(Instant(start) > Instant(second));

        Assert.Equal(0, await RemindAsync(meeting, Instant(first).AddMinutes(-1)));
        Assert.Equal(convened, await RemindAsync(meeting, Instant(first)));
        Assert.Equal(convened, await RemindAsync(meeting, Instant(second).AddMinutes(-1)));
        Assert.Equal(2 * convened, await RemindAsync(meeting, Instant(second)));
    }

    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    public async Task A_list_of_that_day_holds_all_its_hours_and_no_other(string day, int hours)
    {
        await using var office = await PlanningOffice.OnAsync();
        var chamber = await office.ChamberAsync();
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (midnight, next) = (BrusselsTime.At(date, TimeOnly.MinValue), BrusselsTime.At(date.AddDays(1), TimeOnly.MinValue));
        Assert.Equal(hours, (next - midnight).TotalHours);
        await office.DoAsync(db => db.AddRange(new[] { midnight.AddMinutes(-1), midnight, next.AddMinutes(-1), next }.Select(at => new PlannedMeeting
        {
            Id = new(Guid.NewGuid()), ChamberId = chamber.Id, Formation = chamber.Formation, StartsAt = at, Minutes = 60, Mode = MeetingMode.OnSite, Place = "Salle Horta", Languages = ["fr"],
        })));

        var list = await office.Get<MeetingList>().ReadAsync(PlanningOffice.Secretary, new(From: date, Until: date), default);

        Assert.Equal([midnight, next.AddMinutes(-1)], list.Ahead.Select(m => m.StartsAt));
    }

    [Theory]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30:00Z", "03:30")] // the hour that is left out: the one after
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00Z", "02:30")] // the hour that comes twice: the first
    public async Task Convocations_ordered_for_such_an_hour_leave_once_at_a_definite_instant(string day, string hour, string instant, string shown)
    {
        var at = BrusselsTime.At(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeOnly.ParseExact(hour, "HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(Instant(instant), at);
        Assert.Equal(shown, at.ToTime());
        await using var office = await PlanningOffice.OnAsync();
        office.Clock.Advance(at.AddDays(-2) - office.Clock.GetUtcNow());
        var id = await office.PlanAsync(change: form => form.Day = at.AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, at, null, default));

        office.Clock.Advance(at.AddMinutes(-1) - office.Clock.GetUtcNow());
        await office.Convener().RunAsync(default);
        Assert.Empty(await office.ConvocationsAsync(id));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.Convener().RunAsync(default);
        var sent = (await office.ConvocationsAsync(id)).Count;
        office.Clock.Advance(TimeSpan.FromHours(1)); // in autumn clocks show half past two again
        await office.Convener().RunAsync(default);

        Assert.NotEqual(0, sent);
        Assert.Equal(sent, (await office.MailsAsync(id)).Count(m => m.Purpose == MeetingLetters.Purpose));
    }

    private static async Task<int> RemindAsync(ConvenedMeeting meeting, DateTimeOffset now)
    {
        var office = meeting.Office;
        office.Clock.Advance(now - office.Clock.GetUtcNow());
        await new RemindMembers(office.Databases, office.Get<MeetingReading>(), office.Get<ConvocationWriting>(), office.Get<App.Jobs.JobBell>(), office.Clock).RunAsync(default);
        return (await office.ConvocationsAsync(meeting.Id)).Count(c => c.Kind is ConvocationKind.Reminder);
    }

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
