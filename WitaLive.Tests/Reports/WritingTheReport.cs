using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Meetings;
using WitaLive.App.Reports;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using WitaLive.Tests.Rulings;

namespace WitaLive.Tests.Reports;

public class WritingTheReport
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_every_version_and_loses_nothing_to_another_writer(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var (one, other) = (Who.With(Roles.Secretariat), Who.With(Roles.Secretariat));
        var place = (await ReadAsync(office, id)).Documents[0].Items[1].Id.Value;

        Assert.Null(await WriteAsync(office, id, place, one, "Première version", 0));
        Assert.Null(await WriteAsync(office, id, place, one, "Première version", 1)); // the same again is no version
        Assert.Null(await WriteAsync(office, id, place, one, "Deuxième version", 1));
        Assert.IsType<TextWrittenMeanwhile>(await WriteAsync(office, id, place, other, "Écrit sans avoir vu la deuxième", 1));
        Assert.IsType<TextWrittenMeanwhile>(await office.Get<ReportWriting>().SetAsideAsync(other, id, place, "fr", "Écrit sans avoir vu la deuxième", 1, default));
        Assert.Null(await WriteAsync(office, id, place, other, "Deuxième version", 1)); // both typed the same
        Assert.Equal(["Première version", "Deuxième version"], await TextsAsync());

        // Seen and chosen: one's own above, or theirs above one's own.
        Assert.Null(await WriteAsync(office, id, place, other, "Écrit après avoir vu la deuxième", 2));
        Assert.Null(await office.Get<ReportWriting>().SetAsideAsync(one, id, place, "fr", "Écrit sans avoir vu la troisième", 3, default));

        Assert.Equal(["Première version", "Deuxième version", "Écrit après avoir vu la deuxième", "Écrit sans avoir vu la troisième", "Écrit après avoir vu la deuxième"], await TextsAsync());
        var sheet = await ReadAsync(office, id);
        Assert.Equal("Écrit après avoir vu la deuxième", sheet.TextOf(place, sheet.Documents[0]));

        async Task<IEnumerable<string>> TextsAsync() => (await ReadAsync(office, id)).Parts.Select(p => p.Part.Text);
    }

    [Fact]
    public async Task Takes_every_sign_as_it_was_typed_but_what_no_sheet_can_hold()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var seen = "=1+1\n\u202Eעברית\u202C\t<script>alert(1)</script> 👩\u200D🎨 " + new string('é', 1_000_000);
        var typed = seen.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("\t", "\t\u0001", StringComparison.Ordinal);

        Assert.Null(await WriteAsync(office, id, ReportPart.Whole, PlanningOffice.Secretary, typed, 0));

        Assert.Equal(seen, (await ReadAsync(office, id)).Parts.Single().Part.Text);
        await office.DoAsync(db => Assert.Equal(seen.EnumerateRunes().Count(), db.Set<ReportPart>().Select(p => p.Text.Length).Single()));

        // Kept before such signs were left out.
        await office.DoAsync(db => db.Set<ReportPart>().ExecuteUpdate(set => set.SetProperty(p => p.Text, "Ceci\u0001 est lisible")));
        Assert.Equal("Ceci est lisible", (await ReadAsync(office, id)).Parts.Single().Part.Text);
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));
        Assert.Null(await office.Get<ReportWriting>().RemarkAsync(PlanningOffice.Secretary, id, Guid.NewGuid(), "\u202EUne remarque", false, default));
        Assert.Equal("\u202EUne remarque", Assert.Single((await ReadAsync(office, id)).Remarks).Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Has_room_for_so_much_from_each_member_together(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var (writing, id) = (office.Get<ReportWriting>(), await AHeldMeeting.HoldAsync(office, "2027-01-05"));
        Assert.Null(await writing.SupplyAsync(PlanningOffice.Secretary, id, default));
        var seats = (await ReadAsync(office, id)).Facts.Plan.Seats;
        var (one, other, half) = (Who.With(seats[0].Effective), Who.With(seats[1].Effective), new string('é', ReportProgress.LongestText / 2));
        var first = Guid.NewGuid();
        Assert.Null(await writing.RemarkAsync(one, id, first, half, false, default));

        // Two windows, and room for one of them.
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => writing.RemarkAsync(one, id, Guid.NewGuid(), half, false, default))));

        Assert.Single(answers, why => why is null);
        Assert.All(answers.OfType<Refusal>(), why => Assert.Equal(new ReportRemarksTooLong(ReportProgress.LongestText, 0), why));
        Assert.Null(await writing.RemarkAsync(one, id, first, half, false, default)); // sent again, it is there
        Assert.Null(await writing.RemarkAsync(other, id, Guid.NewGuid(), half, false, default)); // room of their own
        Assert.Null(await writing.TakeBackAsync(one, id, first, default));
        Assert.Null(await writing.RemarkAsync(one, id, Guid.NewGuid(), "Encore un mot.", false, default));
        Assert.Equal(3, (await ReadAsync(office, id)).Remarks.Length);
    }

    [Fact]
    public async Task Says_each_time_in_which_an_item_was_dealt_with()
    {
        await using var office = await PlanningOffice.OnAsync();

        var items = (await ReadAsync(office, await AHeldMeeting.HoldAsync(office, "2027-01-05", returns: true))).Documents[0].Items;

        var (first, second) = (Times(items[0]), Times(items[1]));
        Assert.Equal((4, 4), (first.Length, second.Length));
        Assert.Equal((first[1], second[1]), (second[0], first[2])); // left for the second, and come back to

        static string[] Times(ReportItem item) => [.. Regex.Matches(item.Facts[0].Text, @"\d\d:\d\d:\d\d").Select(time => time.Value)];
    }

    [Fact]
    public async Task Takes_no_remark_that_names_an_applicant()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = (await ADecidedFile.InAsync(office)).Meeting;
        var facts = (await ReadAsync(office, id)).Facts;
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));
        var (member, applicant) = (Who.With(facts.Plan.Seats[0].Effective), Assert.Single(facts.Meeting.Items.Select(item => item.Planned.Applicant).OfType<string>()));

        Assert.Equal(new RemarkNamesApplicant(applicant), await office.Get<ReportWriting>().RemarkAsync(member, id, Guid.NewGuid(), $"Pour {applicant}, un mot manque.", false, default));
        Assert.Null(await office.Get<ReportWriting>().RemarkAsync(member, id, Guid.NewGuid(), $"Pour le point 1, un mot de {facts.NameOf(facts.Plan.Seats[0].Effective)} manque.", false, default));
    }

    [Fact]
    public async Task Begins_with_what_the_secretary_noted_in_the_meeting()
    {
        await using var office = await PlanningOffice.OnAsync();
        var sheet = await ReadAsync(office, await AHeldMeeting.HoldAsync(office, "2027-01-05"));

        var document = Assert.Single(sheet.Documents);
        Assert.Equal("fr", document.Language);
        Assert.Equal("La chambre attend une pièce.", sheet.TextOf(document.Items[1].Id.Value, document));
        Assert.Contains(document.Items[1].Facts, f => f is { Label: "Motif", Text: "une pièce manque" });
        var option = Assert.Single(Assert.Single(document.Items[0].Ballots).Options);
        Assert.Equal((6, 6, 0, 0, 0), (option.Counts[^1].Present, option.Counts[^1].For, option.Counts[^1].Against, option.Counts[^1].Abstained, option.Counts[^1].Pending));
        Assert.Equal(new DateOnly(2027, 1, 19), sheet.DueOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_its_whole_way_from_the_secretariat_over_the_members_to_two_confirmations(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var writing = office.Get<ReportWriting>();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var facts = (await ReadAsync(office, id)).Facts;
        var (member, chair) = (Who.With(facts.Plan.Seats.First(s => facts.Plan.Presiders.All(p => !s.IsOf(p.Person))).Effective), Who.With(facts.Plan.Presiders[0].Person));

        // Before it is supplied it is the secretariat's alone.
        Assert.Null(await office.Get<ReportReading>().ReadAsync(member, id, default));
        Assert.IsType<ReportNotSupplied>(await writing.RemarkAsync(member, id, Guid.NewGuid(), "Trop tôt", false, default));
        Assert.Null(await writing.SupplyAsync(PlanningOffice.Secretary, id, default));
        Assert.IsType<ReportIsSupplied>(await writing.SupplyAsync(PlanningOffice.Secretary, id, default));

        var mails = (await office.MailsAsync(id)).Where(m => m.Purpose == ReportMails.Purpose).ToList();
        var everyone = facts.Plan.Seats.SelectMany(s => new[] { s.Effective, s.Substitute }).OfType<PersonId>().Concat(facts.Plan.Presiders.Select(p => p.Person)).Distinct();
        Assert.Equal(everyone.Select(p => p.Value).Order(), mails.Select(m => m.PersonId!.Value.Value).Order());
        Assert.All(mails, m => Assert.Contains($"meetings/{id.Value}/report", m.Text, StringComparison.Ordinal));

        // A remark is nobody's unless its author wants otherwise, and can be taken back by its author alone.
        Assert.Null(await writing.RemarkAsync(member, id, Guid.NewGuid(), "Le point 2 était plus nuancé.", false, default));
        Assert.Null(await writing.RemarkAsync(chair, id, Guid.NewGuid(), "D’accord.", true, default));
        var seen = (await office.Get<ReportReading>().ReadAsync(member, id, default))!;
        Assert.Equal([null, facts.NameOf(facts.Plan.Presiders[0].Person)], seen.Remarks.Select(r => r.By));
        Assert.Equal([true, false], seen.Remarks.Select(r => r.IsOwn));
        Assert.Null(await writing.TakeBackAsync(chair, id, seen.Remarks[0].Id, default));
        var key = Guid.NewGuid();
        Assert.Null(await writing.RemarkAsync(member, id, key, "Deux clics.", false, default));
        Assert.Null(await writing.RemarkAsync(member, id, key, "Deux clics.", false, default));
        Assert.Null(await writing.TakeBackAsync(member, id, key, default));
        Assert.Equal(2, (await ReadAsync(office, id)).Remarks.Length);

        // What is changed now was changed after the members had it.
        Assert.Null(seen.ChangedAfterSupply(ReportPart.Whole, "fr"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await WriteAsync(office, id, ReportPart.Whole, PlanningOffice.Secretary, "Précision", 0));
        Assert.NotNull((await office.Get<ReportReading>().ReadAsync(member, id, default))!.ChangedAfterSupply(ReportPart.Whole, "fr"));

        // Nobody confirms before the chamber has sat again.
        Assert.Empty(await office.Get<ReportReading>().ToConfirmAsync(chair, 5, default));
        Assert.IsType<ReportAwaitsNextMeeting>(await writing.ConfirmAsync(chair, id, default));
        var next = await AHeldMeeting.HoldAsync(office, "2027-02-02");
        Assert.Equal(["Le point 2 était plus nuancé.", "D’accord."], Assert.Single((await ReadAsync(office, next)).Earlier).Remarks.Select(r => r.Text));
        Assert.Equal([id], (await office.Get<ReportReading>().ToConfirmAsync(chair, 5, default)).Select(r => r.Meeting));
        Assert.Equal([id], (await office.Get<ReportReading>().ToConfirmAsync(PlanningOffice.Secretary, 5, default)).Select(r => r.Meeting));
        Assert.Empty(await office.Get<ReportReading>().ToConfirmAsync(Who.With(facts.Plan.Seats[^1].Substitute!.Value), 5, default));
        Assert.IsType<OnlyTheChair>(await writing.ConfirmAsync(Who.With(facts.Plan.Seats[^1].Substitute!.Value), id, default));
        Assert.Null(await writing.ConfirmAsync(chair, id, default));
        Assert.Equal(ReportState.Supplied, (await ReadAsync(office, id)).Progress.State);
        Assert.Empty(await office.Get<ReportReading>().ToConfirmAsync(chair, 5, default));

        // What changes after one of the two confirmed it, text or fact, is confirmed anew by both, and not unread.
        var shown = (await ReadAsync(office, id)).Changes;
        Assert.Null(await WriteAsync(office, id, ReportPart.Whole, PlanningOffice.Secretary, "Précision relue", 1));
        Assert.False((await ReadAsync(office, id)).Progress.ChairConfirmed);
        Assert.IsType<ReportChangedMeanwhile>(await writing.ConfirmAsync(chair, id, default, shown));
        Assert.Null(await writing.ConfirmAsync(chair, id, default, (await ReadAsync(office, id)).Changes));
        Assert.IsType<Outcome.Ok>(await (await office.Get<RoomDoor>().EnterAsync(id))!.SendAsync(new TakeNote(Guid.NewGuid(), null, "Note tardive"), new(new(Guid.NewGuid()), IsSecretariat: true)));
        Assert.False((await ReadAsync(office, id)).Progress.ChairConfirmed);
        Assert.Equal(2, (await office.MailsAsync(id)).Count(mail => mail.Purpose == ReportMails.Purpose && mail.PersonId == SignedInPerson.Of(chair)!.Id && mail.Subject.StartsWith("Le rapport a changé", StringComparison.Ordinal)));
        Assert.Null(await writing.ConfirmAsync(chair, id, default, (await ReadAsync(office, id)).Changes));

        // Neither is a remark that one of the two has not read.
        var (late, unread) = (Guid.NewGuid(), (await ReadAsync(office, id)).Changes);
        Assert.Null(await writing.RemarkAsync(member, id, late, "Remarque tardive", false, default));
        Assert.False((await ReadAsync(office, id)).Progress.ChairConfirmed);
        Assert.IsType<ReportChangedMeanwhile>(await writing.ConfirmAsync(chair, id, default, unread));
        Assert.Null(await writing.ConfirmAsync(chair, id, default, (await ReadAsync(office, id)).Changes));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => writing.TakeBackAsync(member, id, late, default)))), Assert.Null); // a double click
        Assert.False((await ReadAsync(office, id)).Progress.ChairConfirmed);
        Assert.Null(await writing.ConfirmAsync(chair, id, default, (await ReadAsync(office, id)).Changes));
        Assert.Null(await writing.ConfirmAsync(PlanningOffice.Secretary, id, default));

        Assert.Equal(ReportState.Closed, (await ReadAsync(office, id)).Progress.State);
        Assert.IsType<ReportIsClosed>(await writing.RemarkAsync(member, id, Guid.NewGuid(), "Trop tard", false, default));
        Assert.IsType<ReportIsClosed>(await writing.WriteAsync(PlanningOffice.Secretary, id, ReportPart.Whole, "fr", "Trop tard", 0, default));
        Assert.IsType<ReportIsClosed>(await writing.TakeBackAsync(member, id, seen.Remarks[0].Id, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Waits_for_a_meeting_that_begins_after_it_was_supplied_also_where_the_next_one_began_before_its_hour(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var writing = office.Get<ReportWriting>();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var chair = Who.With((await ReadAsync(office, id)).Facts.Plan.Presiders[0].Person);
        var early = await AHeldMeeting.HoldAsync(office, "2027-02-02", minutesEarly: 180);
        Assert.True(office.Clock.GetUtcNow() < (await ReadAsync(office, early)).Facts.Plan.StartsAt);

        Assert.Null(await writing.SupplyAsync(PlanningOffice.Secretary, id, default));
        office.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Empty(await office.Get<ReportReading>().ToConfirmAsync(chair, 5, default));
        Assert.False((await ReadAsync(office, id)).HasSatSince);
        Assert.IsType<ReportAwaitsNextMeeting>(await writing.ConfirmAsync(chair, id, default));

        await AHeldMeeting.HoldAsync(office, "2027-03-02");
        Assert.Equal([id], (await office.Get<ReportReading>().ToConfirmAsync(chair, 5, default)).Select(r => r.Meeting));
        Assert.Null(await writing.ConfirmAsync(chair, id, default));
    }

    [Fact]
    public async Task Is_supplied_also_when_no_mail_reaches_one_of_the_members()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        var member = (await ReadAsync(office, id)).Facts.Plan.Seats[^1].Effective;
        await using (var db = office.Databases.CreateDbContext())
            await db.Persons.Where(p => p.Id == member).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, "élise@example.be"));

        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));

        Assert.DoesNotContain(await office.MailsAsync(id), m => m.PersonId == member);
    }

    [Fact]
    public async Task Is_asked_of_the_secretariat_until_it_is_supplied_and_urgently_from_three_days_before()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");

        Assert.False(Assert.Single(await office.Get<ReportReading>().DueAsync(PlanningOffice.Secretary, default)).IsUrgent);
        office.Clock.Advance(TimeSpan.FromDays(12));
        Assert.True(Assert.Single(await office.Get<ReportReading>().DueAsync(PlanningOffice.Secretary, default)).IsUrgent);
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));
        Assert.Empty(await office.Get<ReportReading>().DueAsync(PlanningOffice.Secretary, default));
    }

    [Fact]
    public async Task Is_for_nobody_of_another_chamber_and_for_no_other_hand()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await AHeldMeeting.HoldAsync(office, "2027-01-05");
        Assert.Null(await office.Get<ReportWriting>().SupplyAsync(PlanningOffice.Secretary, id, default));
        var stranger = Who.With(new PersonId(Guid.NewGuid()), Roles.Administrator, Roles.Jurist);
        var member = Who.With((await ReadAsync(office, id)).Facts.Plan.Seats[0].Effective);

        Assert.Null(await office.Get<ReportReading>().ReadAsync(stranger, id, default));
        Assert.NotNull(await office.Get<ReportWriting>().RemarkAsync(stranger, id, Guid.NewGuid(), "Bonjour", false, default));
        Assert.NotNull(await office.Get<ReportWriting>().ConfirmAsync(stranger, id, default));
        // A jurist stands in for a chair who is away; the chair's word on a meeting that the chair led is the chair's.
        var jurist = (await ReadAsync(office, id)).Facts.Plan.Presiders.Last();
        Assert.Equal("jurist", jurist.Role.Value);
        Assert.IsType<OnlyTheChair>(await office.Get<ReportWriting>().ConfirmAsync(Who.With(jurist.Person, Roles.Jurist), id, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<ReportWriting>().WriteAsync(member, id, ReportPart.Whole, "fr", "x", 0, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<ReportWriting>().SupplyAsync(member, id, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<ReportReading>().ReadAsync(Who.Nobody, id, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<ReportReading>().DueAsync(member, default));
    }

    private static async Task<ReportSheet> ReadAsync(PlanningOffice office, MeetingId id) => Assert.IsType<ReportSheet>(await office.Get<ReportReading>().ReadAsync(PlanningOffice.Secretary, id, default));

    private static Task<Refusal?> WriteAsync(PlanningOffice office, MeetingId id, Guid place, System.Security.Claims.ClaimsPrincipal who, string text, int basedOn) =>
        office.Get<ReportWriting>().WriteAsync(who, id, place, "fr", text, basedOn, default);
}
