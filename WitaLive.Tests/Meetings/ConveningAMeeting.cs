using System.Text;
using WitaLive.App.Convening;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Components;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Meetings;

public class ConveningAMeeting
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Mails_everyone_once_however_often_it_runs(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await OrderedAsync(office);

        await office.Convener().RunAsync(default);
        await office.Convener().RunAsync(default);

        var (mails, rows, sheet) = (await office.MailsAsync(id), await office.ConvocationsAsync(id), await SheetAsync(office, id));
        Assert.Equal(ConvocationRows.ConvenedFirst(sheet.People).Select(p => p.Email).Order(StringComparer.Ordinal), mails.Select(m => m.ToAddress).Order(StringComparer.Ordinal));
        Assert.Equal(sheet.People.Seats.Select(s => s.Effective?.Email).Order(), mails.Select(m => m.ToAddress).Order()); // the effective members, and nobody else yet
        Assert.Equal(mails.Select(m => (Guid?)m.Id).Order(), rows.Select(r => r.MailId).Order());
        Assert.Equal(office.Clock.GetUtcNow(), sheet.Meeting.ConvenedAt);
        Assert.Equal((mails.Count, 0), ConvocationRows.Counted(sheet.People)); // as the planner was told beforehand
    }

    [Theory]
    [InlineData("en", "People who get an e-mail: 6", "Tuesday 1 December 2026, 14:00. On site, Salle Horta."), InlineData("fr", "Personnes qui reçoivent un courriel : 6", "mardi 1er décembre 2026, 14:00. Sur place, Salle Horta.")]
    [InlineData("nl", "Personen die een e-mail krijgen: 6", "dinsdag 1 december 2026, 14:00. Ter plaatse, Salle Horta."), InlineData("de", "Personen, die eine E-Mail erhalten: 6", "Dienstag, 1. Dezember 2026, 14:00 Uhr. Vor Ort, Salle Horta.")]
    public async Task Asks_first_with_how_many_for_when_and_where(string language, string many, string meeting)
    {
        await using var office = await PlanningOffice.OnAsync();
        var planned = await office.ReadAsync(await office.PlanAsync(1, form => (form.Day, form.Hour, form.Place) = ("2026-12-01", "14:00", "Salle Horta")));

        var html = (await Rendered.AsHtml<ConveneQuestion>(language, new() { ["Meeting"] = planned, ["StartsAt"] = planned.StartsAt, ["ByMail"] = 6 })).Replace('\u00a0', ' ');

        Assert.Contains(many, html, StringComparison.Ordinal);
        Assert.Contains(meeting, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_known_to_those_who_are_in_the_room_already()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await OrderedAsync(office);
        var room = (await office.Get<RoomDoor>().EnterAsync(id))!;
        Assert.Null(room.Meeting.Plan!.ConvenedAt);

        await office.Convener().RunAsync(default);

        Assert.Equal(office.Clock.GetUtcNow(), room.Meeting.Plan!.ConvenedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Mails_everyone_once_when_nodes_run_at_once(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await OrderedAsync(office);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => office.Convener().RunAsync(default))));

        var mails = await office.MailsAsync(id);
        Assert.Equal(mails.Count, mails.Select(m => m.ToAddress).Distinct().Count());
        Assert.Equal(ConvocationRows.ConvenedFirst((await SheetAsync(office, id)).People).Count(), mails.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Writes_all_or_nothing_when_it_is_killed_before_the_end(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await OrderedAsync(office);
        // Someone's key is taken already: the transaction breaks off at one of many rows.
        var one = ConvocationRows.ConvenedFirst((await SheetAsync(office, id)).People).Last().Id;
        await office.DoAsync(db => db.Add(Convocation.Invite(id, one, office.Clock.GetUtcNow())));

        await Assert.ThrowsAsync<AggregateException>(() => office.Convener().RunAsync(default));
        Assert.Empty(await office.MailsAsync(id));
        Assert.Null((await office.ReadAsync(id)).ConvenedAt);

        await office.DoAsync(db => db.Remove(db.Set<Convocation>().Single(c => c.MeetingId == id)));
        await office.Convener().RunAsync(default);
        Assert.NotEmpty(await office.MailsAsync(id));
    }

    [Fact]
    public async Task Waits_until_its_time_and_can_be_taken_back_until_then()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        var at = office.Clock.GetUtcNow().AddDays(2);
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, at, null, default));

        await office.Convener().RunAsync(default);
        Assert.Empty(await office.MailsAsync(id));
        Assert.Null(await office.Get<ConvocationDesk>().WithdrawAsync(PlanningOffice.Secretary, id, default));
        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.Convener().RunAsync(default);
        Assert.Empty(await office.MailsAsync(id));

        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        Assert.NotEmpty(await office.MailsAsync(id));
        Assert.IsType<ConvenedAlready>(await office.Get<ConvocationDesk>().WithdrawAsync(PlanningOffice.Secretary, id, default));
    }

    [Fact]
    public async Task Speaks_the_receivers_language_and_names_no_applicant()
    {
        await using var office = await PlanningOffice.OnAsync();
        var file = await office.AddFileAsync("2026-FR-0777");
        var id = await office.PlanAsync(points: 1);
        Assert.Null(await office.Get<AgendaPlanning>().AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 6, default));
        await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default);

        await office.Convener().RunAsync(default);

        var mails = await office.MailsAsync(id);
        var french = mails.First(m => m.Language == "fr");
        Assert.Contains("mardi 5\u00a0janvier 2027, de 14:00 à 17:00 (heure de Bruxelles)", french.Text, StringComparison.Ordinal);
        Assert.Contains("1. Point 1", french.Text, StringComparison.Ordinal);
        Assert.Contains("2. Demande d’attestation (1 dossier)", french.Text, StringComparison.Ordinal);
        Assert.Contains($"https://live.example.be/room/{id.Value}", french.Text, StringComparison.Ordinal);
        Assert.Contains("Salle Horta", french.Text, StringComparison.Ordinal);
        Assert.All(mails, m => Assert.DoesNotContain("Grosdent", m.Text + m.Subject, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain("0777", m.Text + m.Subject + m.Markdown + Encoding.UTF8.GetString(m.Calendar!), StringComparison.Ordinal));
        Assert.All(mails.Where(m => m.Language == "nl"), m => Assert.Contains("U bent uitgenodigd", m.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-08", false, null)] // ten working days strictly between: sent on Monday 23 November
    [InlineData("2026-12-07", false, typeof(ChairApprovalMissing))]
    [InlineData("2026-12-07", true, null)]
    [InlineData("2026-11-27", true, null)]
    [InlineData("2026-11-26", true, typeof(NoticeTooShort))]
    public async Task Asks_for_the_whole_notice_or_a_chairs_approval(string day, bool approved, Type? refusal)
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(change: form => form.Day = day);
        var chair = (await SheetAsync(office, id)).Chamber.Chair!.Id;

        var why = await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, approved ? chair : null, default);

        Assert.Equal(refusal, why?.GetType());
        var kept = (await office.ReadAsync(id)).ShortNoticeApprovedBy;
        Assert.Equal(why is null && approved ? chair : null, kept);
    }

    [Fact]
    public async Task Takes_no_approval_from_someone_who_may_not_preside()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(change: form => form.Day = "2026-12-03");
        var sheet = await SheetAsync(office, id);
        var member = sheet.People.Invited.First(i => i.Role is null).Person.Id;

        Assert.IsType<NotAChairOfThisMeeting>(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, member, default));
    }

    [Fact]
    public async Task Sends_nothing_too_late_when_no_server_ran_in_between()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(change: form => form.Day = "2026-12-10");
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, office.Clock.GetUtcNow().AddHours(1), null, default));
        office.Clock.Advance(TimeSpan.FromDays(9));

        await office.Convener().RunAsync(default);

        var meeting = await office.ReadAsync(id);
        Assert.Empty(await office.MailsAsync(id));
        Assert.Equal((null, null, office.Clock.GetUtcNow()), (meeting.ConveneAt, meeting.ConvenedAt, meeting.ConveneMissedAt));
    }

    [Fact]
    public async Task Says_who_has_no_address_and_convenes_them_once_they_have()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await OrderedAsync(office);
        var person = (await SheetAsync(office, id)).People.Invited[0].Person;
        await office.DoAsync(db => db.Persons.Single(p => p.Id == person.Id).Disable());
        await office.Convener().RunAsync(default);

        Assert.Null(await StateAsync(office, id, person.Id));
        Assert.IsType<AddressMissing>(await office.Get<ConvocationDesk>().SendAgainAsync(PlanningOffice.Secretary, id, person.Id, default));
        await office.DoAsync(db => db.Persons.Single(p => p.Id == person.Id).Enable());
        Assert.Null(await office.Get<ConvocationDesk>().SendAgainAsync(PlanningOffice.Secretary, id, person.Id, default));

        Assert.Equal(MailState.Due, await StateAsync(office, id, person.Id));
        Assert.Single(await office.MailsAsync(id), m => m.PersonId == person.Id);
    }

    [Fact]
    public async Task Tells_those_convened_of_another_day_and_of_the_end()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await OrderedAsync(office);
        await office.Convener().RunAsync(default);
        var convened = (await office.MailsAsync(id)).Count;
        var (meeting, changes) = (await office.ReadAsync(id), office.Get<MeetingChanges>());
        var form = MeetingForm.Of(meeting);

        form.Day = "2027-01-07";
        Assert.Empty(await changes.SaveFactsAsync(PlanningOffice.Secretary, id, MeetingFacts.Of(meeting), form, default));
        var told = await office.MailsAsync(id);
        Assert.Equal(2 * convened, told.Count);
        Assert.Contains(told, m => m.Text.Contains("La réunion", StringComparison.Ordinal) && m.Text.Contains("jeudi 7\u00a0janvier 2027", StringComparison.Ordinal));

        Assert.IsType<CancelReasonMissing>(await changes.CancelAsync(PlanningOffice.Secretary, id, " ", default));
        Assert.Null(await changes.CancelAsync(PlanningOffice.Secretary, id, "Grève générale", default));
        var last = (await office.MailsAsync(id)).Where(m => m.CancelledAt is null).ToList();
        Assert.Equal(convened, last.Count); // what had not left is taken back
        Assert.All(last, m => Assert.Contains("Grève générale", m.Text, StringComparison.Ordinal));
        Assert.IsType<MeetingIsCancelled>(await changes.CancelAsync(PlanningOffice.Secretary, id, "Encore", default));
    }

    [Fact]
    public async Task Convenes_who_is_new_in_another_composition_and_tells_who_sits_no_more()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync(1, formation: "enlarged", section: null);
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        var (commission, chosen) = (await office.CommissionAsync(), MeetingForm.Of(await office.ReadAsync(id)).Seats);
        var leaving = commission.Seats.First(s => s is { Votes: true, Effective: not null } && chosen.Contains(s.Id));
        var coming = commission.Seats.First(s => s is { Votes: true, Effective: not null } && s.Group == leaving.Group && s.Section == leaving.Section && !chosen.Contains(s.Id));
        var before = (await office.MailsAsync(id)).Count;

        await SwapAsync(leaving.Id, coming.Id);
        Assert.Equal(before + 2, (await office.MailsAsync(id)).Count); // of whom nothing changes hears nothing
        Assert.Equal([ConvocationKind.Invitation], await ToldAsync(coming.Effective!.Id));
        Assert.Equal([ConvocationKind.Invitation, ConvocationKind.Release], await ToldAsync(leaving.Effective!.Id));
        Assert.Single(await office.MailsAsync(id), m => m.PersonId == leaving.Effective.Id && Encoding.UTF8.GetString(m.Calendar!).Contains("METHOD:CANCEL", StringComparison.Ordinal));

        await SwapAsync(coming.Id, leaving.Id);
        Assert.Equal(2, (await office.ConvocationsAsync(id)).Single(c => c.PersonId == leaving.Effective.Id && c.Kind is ConvocationKind.Invitation).Calls);
        Assert.Equal([ConvocationKind.Invitation, ConvocationKind.Release], await ToldAsync(coming.Effective.Id));

        async Task SwapAsync(SeatId gone, SeatId there)
        {
            var form = MeetingForm.Of(await office.ReadAsync(id));
            ImmutableArray<SeatId> shown = [.. form.Seats];
            form.Seats.Remove(gone);
            form.Seats.Add(there);
            Assert.Empty(await office.Get<MeetingChanges>().SaveSeatsAsync(PlanningOffice.Secretary, id, shown, form, default));
        }

        async Task<IEnumerable<ConvocationKind>> ToldAsync(PersonId person) =>
            (await office.ConvocationsAsync(id)).Where(c => c.PersonId == person).Select(c => c.Kind).Order();
    }

    [Fact] // rules of procedure, art. 5 § 2
    public async Task Leaves_the_agenda_as_the_members_have_it_from_a_week_before()
    {
        await using var office = await PlanningOffice.OnAsync();
        var (id, other) = (await OrderedAsync(office), await office.PlanAsync(change: form => form.Hour = "18:00"));
        await office.Convener().RunAsync(default);
        var (agenda, file) = (office.Get<AgendaPlanning>(), await office.AddFileAsync("2026-FR-0800"));
        var titles = new Dictionary<string, string> { ["fr"] = "Un point encore" };

        office.Clock.Advance(new DateTimeOffset(2026, 12, 29, 8, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        Assert.Null(await agenda.AddPointAsync(PlanningOffice.Secretary, id, titles, 5, default));

        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new AgendaClosed(new(2026, 12, 29)), await agenda.AddPointAsync(PlanningOffice.Secretary, id, titles, 5, default));
        Assert.IsType<AgendaClosed>(await agenda.AddFilesAsync(PlanningOffice.Secretary, id, [file.Id], 5, default));
        Assert.Null(await agenda.AddFilesAsync(PlanningOffice.Secretary, other, [file.Id], 5, default)); // nobody was told of that one yet
    }

    private static async Task<MeetingId> OrderedAsync(PlanningOffice office)
    {
        var id = await office.PlanAsync();
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        return id;
    }

    private static async Task<MeetingSheet> SheetAsync(PlanningOffice office, MeetingId id) =>
        (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!;

    private static async Task<MailState?> StateAsync(PlanningOffice office, MeetingId id, PersonId person) =>
        (await office.Get<ConvocationStatus>().ListAsync(PlanningOffice.Secretary, id, default)).Single(l => l.Invited.Person.Id == person).Mail;
}
