using WitaLive.App.Answers;
using WitaLive.App.Convening;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Answers;

public class AnsweringAConvocation
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Counts_for_the_day_it_was_given_for(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Absent, "Grippe"));
        Assert.Null(await meeting.OnSiteAsync(meeting.Substitute, AnswerKind.Present));

        await meeting.MoveAsync("2027-01-05", "16:00");
        Assert.Equal(AnswerKind.Absent, (await SheetAsync())!.Last?.Kind);
        await meeting.MoveAsync("2027-01-07");

        Assert.Null((await SheetAsync())!.Last);
        Assert.All(await meeting.Office.Get<ConvocationStatus>().ListAsync(PlanningOffice.Secretary, meeting.Id, default), line => Assert.Null(line.Answer));
        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Present)); // the mail that told of the new day asks for it
        Assert.Equal(AnswerKind.Present, (await SheetAsync())!.Last?.Kind);
        Assert.Equal([(1, AnswerKind.Absent), (2, AnswerKind.Present)], (await meeting.AnswersAsync(meeting.Effective)).Select(a => (a.Number, a.Kind)));

        Task<AnswerSheet?> SheetAsync() => meeting.Office.Get<AnswerDesk>().ReadAsync(Who.With(meeting.Effective), meeting.Id, default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_no_through_the_mails_link_calls_the_substitute_with_the_same_papers(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        Assert.Empty(await meeting.MailsToAsync(meeting.Substitute));

        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Absent, "Grippe"));

        var called = Assert.Single(await meeting.MailsToAsync(meeting.Substitute));
        Assert.Contains(meeting.Seat.Effective!.FullName, called.Text, StringComparison.Ordinal);
        Assert.Contains("1. Point 1", called.Text, StringComparison.Ordinal);
        Assert.Contains($"https://live.example.be/meetings/{meeting.Id.Value}", called.Text, StringComparison.Ordinal);
        Assert.Contains("answer?key=", called.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grippe", called.Text, StringComparison.Ordinal); // why is nobody's business but the secretariat's
        Assert.NotNull(called.Calendar);
        var answer = Assert.Single(await meeting.AnswersAsync(meeting.Effective));
        Assert.Equal((AnswerKind.Absent, "Grippe", AnswerWay.Mail), (answer.Kind, answer.Reason, answer.Way));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_refusals_alarm_the_planner_once_and_offer_a_proxy(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Partner));

        Assert.Null(await meeting.ByLinkAsync(meeting.Substitute, AnswerKind.Absent, "À l’étranger"));
        Assert.Null(await meeting.OnSiteAsync(meeting.Substitute, AnswerKind.Absent, "À l’étranger, jusqu’au 12"));

        var offer = Assert.Single(await meeting.MailsToAsync(meeting.Effective), m => m.Text.Contains($"https://live.example.be/meetings/{meeting.Id.Value}/proxy", StringComparison.Ordinal));
        Assert.Contains(meeting.Seat.Substitute!.FullName, offer.Text, StringComparison.Ordinal);
        // The planner is nobody of the demo commission here, so the whole secretariat is told, each once.
        var alarms = (await meeting.Office.MailsAsync(meeting.Id)).Where(m => new[] { "Siège vide", "Lege zetel", "Leerer Sitz" }.Any(m.Subject.StartsWith)).ToList();
        Assert.Equal(meeting.People.Secretariat.Select(p => p.Email).Order(), alarms.Select(m => m.ToAddress).Order());
        var lines = await meeting.Office.Get<ConvocationStatus>().ListAsync(PlanningOffice.Secretary, meeting.Id, default);
        Assert.Equal([meeting.Effective, meeting.Substitute], Assert.Single(ConvocationStatus.Empty(lines)).Select(l => l.Invited.Person.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Both_of_a_duo_refusing_in_one_moment_are_both_heard(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Partner));
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Present));
        var offers = (await meeting.MailsToAsync(meeting.Effective)).Count;

        await Task.WhenAll(
            Task.Run(() => meeting.OnSiteAsync(meeting.Effective, AnswerKind.Absent, "Grippe")),
            Task.Run(() => meeting.OnSiteAsync(meeting.Substitute, AnswerKind.Absent, "Grippe aussi")));

        Assert.Equal(offers + 1, (await meeting.MailsToAsync(meeting.Effective)).Count);
    }

    [Theory, OnSqlite, OnPostgres] // whoever holds the link may send anything
    public async Task Takes_a_reason_without_what_a_database_refuses(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);

        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Absent, "Gri\0ppe,\u202e\r\ndepuis hier"));

        Assert.Equal("Grippe,\u202e\ndepuis hier", Assert.Single(await meeting.AnswersAsync(meeting.Effective)).Reason);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_works_once_however_often_it_is_pressed(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine);
        var key = await meeting.KeyAsync(meeting.Effective);
        var links = meeting.Office.Get<AnswerLinks>();

        var said = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => links.AnswerAsync(key, AnswerKind.Present, null, default))));

        Assert.Single(said, why => why is null);
        Assert.All(said.OfType<Refusal>(), why => Assert.IsType<AnswerLinkUsed>(why));
        Assert.IsType<AnswerLinkUsed>(await links.AnswerAsync(key, AnswerKind.Absent, "Changé d’avis", default));
        Assert.Single(await meeting.AnswersAsync(meeting.Effective));
        var (sheet, why) = await links.OpenAsync(key, default);
        Assert.IsType<AnswerLinkUsed>(why);
        Assert.Equal(AnswerKind.Present, sheet!.Last!.Kind);
    }

    [Fact]
    public async Task Looking_at_a_link_changes_nothing()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var key = await meeting.KeyAsync(meeting.Effective);
        for (var scanner = 0; scanner < 3; scanner++)
            Assert.Null((await meeting.Office.Get<AnswerLinks>().OpenAsync(key, default)).Why);

        Assert.Empty(await meeting.AnswersAsync(meeting.Effective));
        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Present));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("forged"), InlineData("flip"), InlineData("long")]
    public async Task A_forged_link_leads_nowhere(string? key)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var real = await meeting.KeyAsync(meeting.Effective);
        var forged = key switch { "flip" => (real[0] == 'A' ? 'B' : 'A') + real[1..], "long" => new string('A', 10_000), _ => key };
        var links = meeting.Office.Get<AnswerLinks>();

        Assert.IsType<AnswerLinkUnknown>((await links.OpenAsync(forged, default)).Why);
        Assert.IsType<AnswerLinkUnknown>(await links.AnswerAsync(forged, AnswerKind.Present, null, default));
        Assert.Empty(await meeting.AnswersAsync(meeting.Effective));
    }

    [Fact]
    public async Task A_link_ends_with_the_start_of_the_meeting_and_with_its_cancellation()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        await using var other = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        meeting.Office.Clock.Advance((await meeting.Office.ReadAsync(meeting.Id)).StartsAt - meeting.Office.Clock.GetUtcNow());
        Assert.Null(await other.Office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, other.Id, "Grève", default));

        Assert.IsType<AnswerTooLate>(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Absent, "Grippe"));
        Assert.IsType<MeetingIsCancelled>(await other.ByLinkAsync(other.Effective, AnswerKind.Absent, "Grippe"));
        Assert.Empty(await meeting.MailsToAsync(meeting.Substitute));
        Assert.Empty(await other.AnswersAsync(other.Effective));
    }

    [Fact]
    public async Task Sending_again_ends_the_link_that_was_used_and_makes_a_new_one()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var first = await meeting.KeyAsync(meeting.Effective);
        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Present));
        meeting.Office.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await meeting.Office.Get<ConvocationDesk>().SendAgainAsync(PlanningOffice.Secretary, meeting.Id, meeting.Effective, default));

        Assert.NotEqual(first, await meeting.KeyAsync(meeting.Effective));
        Assert.IsType<AnswerLinkUnknown>(await meeting.Office.Get<AnswerLinks>().AnswerAsync(first, AnswerKind.Absent, "x", default));
        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Absent, "Grippe"));
    }

    [Fact]
    public async Task Sending_again_once_the_meeting_was_moved_names_the_day_it_is_on_now()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        meeting.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await MoveAsync(meeting, "2027-01-07");
        meeting.Office.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await meeting.Office.Get<ConvocationDesk>().SendAgainAsync(PlanningOffice.Secretary, meeting.Id, meeting.Effective, default));

        var mails = await meeting.MailsToAsync(meeting.Effective);
        Assert.Equal([true, false, false], mails.Select(m => m.CancelledAt is not null));
        Assert.Contains("jeudi 7\u00a0janvier 2027", mails[^1].Text, StringComparison.Ordinal);
        Assert.Null(await meeting.ByLinkAsync(meeting.Effective, AnswerKind.Present));
    }

    [Fact]
    public async Task Whoever_was_released_hears_of_no_other_day_until_called_again()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Absent, "Grippe"));
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Present));
        var heard = await meeting.MailsToAsync(meeting.Substitute);

        await MoveAsync(meeting, "2027-01-07");
        Assert.Equal(heard.Count, (await meeting.MailsToAsync(meeting.Substitute)).Count);

        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Absent, "Grippe"));
        await MoveAsync(meeting, "2027-01-08");
        Assert.Equal(heard.Count + 2, (await meeting.MailsToAsync(meeting.Substitute)).Count);
    }

    private static async Task MoveAsync(ConvenedMeeting meeting, string day)
    {
        var planned = await meeting.Office.ReadAsync(meeting.Id);
        var form = MeetingForm.Of(planned);
        form.Day = day;
        Assert.Empty(await meeting.Office.Get<MeetingChanges>().SaveFactsAsync(PlanningOffice.Secretary, meeting.Id, MeetingFacts.Of(planned), form, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Can_be_changed_until_the_start_and_every_word_is_kept(Engine engine)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(engine, form => form.Mode = MeetingMode.Hybrid);
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Absent, "Grippe"));
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Online));
        Assert.Null(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Online));
        Assert.Null(await meeting.Office.Get<AnswerDesk>().RecordAsync(PlanningOffice.Secretary, meeting.Id, meeting.Effective, AnswerKind.Absent, "A téléphoné", default));

        var history = await meeting.AnswersAsync(meeting.Effective);
        Assert.Equal([AnswerKind.Absent, AnswerKind.Online, AnswerKind.Absent], history.Select(a => a.Kind));
        Assert.Equal([AnswerWay.App, AnswerWay.App, AnswerWay.Secretariat], history.Select(a => a.Way));
        Assert.NotNull(history[^1].By);
        // Called, released as the effective member came after all, and called again.
        var told = await meeting.MailsToAsync(meeting.Substitute);
        Assert.Equal(3, told.Count);
        Assert.Equal(["REQUEST", "CANCEL", "REQUEST"], told.OrderBy(m => Sequence(m)).Select(Method));
        Assert.Equal(3, told.Select(Sequence).Distinct().Count());
    }

    [Theory]
    [InlineData("en", "Required", "partner"), InlineData("fr", "Obligatoire", "duo"), InlineData("nl", "Verplicht", "duo"), InlineData("de", "Pflichtangabe", "Duo")]
    public async Task Whoever_has_no_partner_is_told_that_a_reason_is_needed_and_not_that_one_is_convened(string language, string required, string partner)
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var words = meeting.Office.Get<AnswerWords>();
        var (alone, two) = ReceiverLanguage.Run(language, () => (words.ReasonHint(false), words.ReasonHint(true)));

        Assert.StartsWith(required, alone, StringComparison.Ordinal);
        Assert.DoesNotContain(partner, alone, StringComparison.Ordinal);
        Assert.StartsWith(required, two, StringComparison.Ordinal);
        Assert.Contains(partner, two, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_asked_of_those_convened_only()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);

        Assert.IsType<NotConvened>(await meeting.OnSiteAsync(meeting.Substitute, AnswerKind.Present));
        Assert.IsType<NotConvened>(await meeting.OnSiteAsync(new(Guid.NewGuid()), AnswerKind.Present));
        Assert.IsType<OnlineNotOffered>(await meeting.OnSiteAsync(meeting.Effective, AnswerKind.Online));
        Assert.Null(await meeting.Office.Get<AnswerDesk>().ReadAsync(Who.With(meeting.Substitute), meeting.Id, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => meeting.Office.Get<AnswerDesk>().AnswerAsync(Who.Nobody, meeting.Id, AnswerKind.Present, null, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            meeting.Office.Get<AnswerDesk>().RecordAsync(Who.With(meeting.Substitute), meeting.Id, meeting.Effective, AnswerKind.Absent, "x", default));
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_replaced_at_once()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        var seat = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.People.Seats.First(s => s is { Votes: true, Substitute: not null });
        await office.DoAsync(db => db.Persons.Single(p => p.Id == seat.Effective!.Id).Disable());
        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));

        await office.Convener().RunAsync(default);

        Assert.Contains(await office.MailsAsync(id), m => m.PersonId == seat.Substitute!.Id);
    }

    private static string Method(OutgoingMail mail) => Line(mail, "METHOD:");

    private static int Sequence(OutgoingMail mail) => int.Parse(Line(mail, "SEQUENCE:"), CultureInfo.InvariantCulture);

    private static string Line(OutgoingMail mail, string name) =>
        System.Text.Encoding.UTF8.GetString(mail.Calendar!).Split("\r\n").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}
