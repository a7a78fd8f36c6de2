using WitaLive.App.Convening;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain.Answers;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Convening;

public class Reminding
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Reaches_those_who_have_not_answered_once_each_time_however_many_nodes_run(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine); // Tuesday 5 January 2027
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Present));
        var silent = (await meeting.Office.ConvocationsAsync(meeting.Id)).Count - 1;

        await RunAsync(meeting, "2026-12-28", new(7, 59)); // five working days before, for New Year's Day is none
        Assert.Empty(await RemindersAsync(meeting));
        await RunAsync(meeting, "2026-12-28", new(8, 0));
        Assert.Equal(silent, (await RemindersAsync(meeting)).Count);
        await RunAsync(meeting, "2026-12-30", new(23, 0));
        Assert.Equal(silent, (await RemindersAsync(meeting)).Count);
        await RunAsync(meeting, "2026-12-31", new(8, 0)); // two working days before
        await RunAsync(meeting, "2027-01-04", new(8, 0));

        var reminders = await RemindersAsync(meeting);
        Assert.Equal(2 * silent, reminders.Count);
        Assert.DoesNotContain(reminders, r => r.PersonId == meeting.Effective);
        Assert.Equal([2, 5], reminders.Select(r => r.Number).Distinct().Order());
        var mail = (await meeting.MailsToAsync(reminders[0].PersonId))[^1];
        Assert.Contains("answer?key=", mail.Text, StringComparison.Ordinal);
        Assert.Null(await meeting.ByLinkAsync(reminders[0].PersonId, AnswerKind.Present));
    }

    [Fact]
    public async Task Begins_anew_for_everyone_when_the_meeting_is_moved_to_another_day()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Present));
        await RunAsync(meeting, "2026-12-28", new(8, 0));
        var silent = (await RemindersAsync(meeting)).Count;

        await meeting.MoveAsync("2027-01-20");
        Assert.Empty(await RemindersAsync(meeting));
        await RunAsync(meeting, "2027-01-12", new(23, 0));
        Assert.Empty(await RemindersAsync(meeting));
        await RunAsync(meeting, "2027-01-13", new(8, 0)); // five working days before

        Assert.Equal(silent + 1, (await RemindersAsync(meeting)).Count);
        Assert.Contains(await RemindersAsync(meeting), r => r.PersonId == meeting.Effective);
    }

    [Fact]
    public async Task Sends_the_later_one_alone_when_no_server_ran_on_the_day_of_the_first()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);

        await RunAsync(meeting, "2027-01-04", new(10, 0));

        Assert.All(await RemindersAsync(meeting), r => Assert.Equal(2, r.Number));
        Assert.NotEmpty(await RemindersAsync(meeting));
    }

    [Fact]
    public async Task Leaves_alone_a_cancelled_meeting_and_one_convened_after_the_day()
    {
        await using var cancelled = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        Assert.Null(await cancelled.Office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, cancelled.Id, "Grève", default));
        await RunAsync(cancelled, "2027-01-04", new(10, 0));
        Assert.Empty(await RemindersAsync(cancelled));

        // Convened on Monday 23 November for Friday the 27th with the chair's approval: five working days before lies in the past.
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(change: form => form.Day = "2026-11-27");
        var chair = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.Chamber.Chair!.Id;
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, chair, default));
        await office.Convener().RunAsync(default);
        await Sweep(office).RunAsync(default);
        Assert.DoesNotContain(await office.ConvocationsAsync(id), c => c.Kind is ConvocationKind.Reminder);
    }

    private static RemindMembers Sweep(PlanningOffice office) =>
        new(office.Databases, office.Get<MeetingReading>(), office.Get<ConvocationWriting>(), office.Get<App.Jobs.JobBell>(), office.Clock);

    private static async Task RunAsync(ConvenedMeeting meeting, string day, TimeOnly hour)
    {
        var at = BrusselsTime.At(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), hour);
        meeting.Office.Clock.Advance(at - meeting.Office.Clock.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(meeting.Office).RunAsync(default))));
    }

    private static async Task<List<Convocation>> RemindersAsync(ConvenedMeeting meeting) =>
        [.. (await meeting.Office.ConvocationsAsync(meeting.Id)).Where(c => c.Kind is ConvocationKind.Reminder)];
}
