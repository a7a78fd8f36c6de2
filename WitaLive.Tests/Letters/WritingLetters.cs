using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Languages;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Answers;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Letters;

public class WritingLetters
{
    private static readonly ShippedLetters s_shipped = new(Path.Combine(Demo.Shipped.Shipped, "letters"));

    public static TheoryData<LetterKind> Kinds => [.. Enum.GetValues<LetterKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Shipped_letters_exist_in_every_language_and_differ(LetterKind kind) =>
        Assert.Equal(Language.All.Length, Language.All.Select(l => s_shipped[kind, l.Code].Body).Distinct().Count());

    [Theory, MemberData(nameof(Kinds))]
    public void Shipped_letters_close_as_every_mail_does(LetterKind kind) => Assert.All(Language.All, language =>
    {
        var site = new SiteAddress(new Uri("https://live.example.be/"));
        var frame = ActivatorUtilities.CreateInstance<MailFrame>(new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider(), site);
        var mail = frame.Write(language.Code, "An Peeters", () => "").TrimEnd();
        var body = s_shipped[kind, language.Code].Body.TrimEnd().Replace("{{site.address}}", $"{site.Root}", StringComparison.Ordinal).Replace("\n---\n", "\n-- \n", StringComparison.Ordinal);

        foreach (var line in mail.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)) // behind the salutation
            Assert.Contains($"\n{line}", body, StringComparison.Ordinal);
        Assert.Equal(mail[(mail.LastIndexOf('\n') + 1)..], body[(body.LastIndexOf('\n') + 1)..]);
    });

    [Theory]
    [InlineData("Bonjour {{receiver.nom}}", 9, "{{receiver.nom}}")]
    [InlineData("Le {{meeting.day à {{meeting.start}}", 9, "{{meeting.day")]
    [InlineData("Motif : {{cancel.reason}}", 9, "{{cancel.reason}}")] // a field of another letter
    [InlineData("{{ }}", 9, "{{ }}")]
    [InlineData("a}}", 9, "a}}")]
    public void An_unknown_field_is_named_with_its_line(string wrong, int line, string field)
    {
        var body = string.Join('\n', s_shipped[LetterKind.Invitation, "fr"].Body.Split('\n').Take(8)) + "\n" + wrong;

        Assert.Equal(new FieldUnknown(line, field), Why(body));
    }

    [Fact]
    public void Braces_that_stay_open_before_thousands_of_spaces_are_named_at_once() =>
        Assert.Equal(new FieldUnknown(1, "{{"), Why("{{" + new string(' ', LetterTemplate.LongestBody - 3) + "x"));

    [Theory]
    [InlineData("{{meeting.place}}"), InlineData("{{meeting.second}}"), InlineData("{{answer.link}}"), InlineData("{{meeting.agenda}}")]
    public void What_the_law_wants_in_a_convocation_cannot_be_left_out(string field) =>
        Assert.Equal(new FieldMissing(field), Why(s_shipped[LetterKind.Invitation, "fr"].Body.Replace(field, "", StringComparison.Ordinal)));

    [Fact]
    public void A_subject_is_one_short_line_without_an_agenda()
    {
        var body = s_shipped[LetterKind.Invitation, "fr"].Body;

        Assert.Equal(new FieldUnknownInSubject("{{meeting.agenda}}"), Why(body, "Convocation {{meeting.agenda}}"));
        Assert.IsType<SubjectOfSeveralLines>(Why(body, "Convocation\r\nBcc: tous@example.org"));
        Assert.IsType<LetterEmpty>(Why(body, " "));
        Assert.IsType<LetterTooLong>(Why(body, new string('x', LetterTemplate.LongestSubject + 1)));
        Assert.IsType<LetterTooLong>(Why(body + new string('x', LetterTemplate.LongestBody)));
    }

    [Fact]
    public async Task A_line_whose_field_is_empty_is_left_out_and_values_say_what_they_say()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite, form => form.Place = "Salle *Horta* [2](https://x.example) <b>&");

        var french = (await meeting.Office.MailsAsync(meeting.Id)).First(m => m.Language == "fr");

        Assert.Contains("Lieu\u00a0: Salle *Horta* [2](https://x.example) <b>&\n", french.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vidéoconférence", french.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("seconde convocation", french.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("{{", french.Text + french.Subject, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;", MailHtml.From(french), StringComparison.Ordinal);
        Assert.DoesNotContain("<em>", MailHtml.From(french), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_has_a_substitute_is_told_that_one_is_called()
    {
        await using var meeting = await ConvenedMeeting.OnAsync(Engine.Sqlite);
        var called = meeting.People.Seats.Where(s => s.Substitute is not null).Select(s => s.Effective!.Id).ToHashSet();
        var mails = await meeting.Office.MailsAsync(meeting.Id);

        Assert.Contains(mails, m => called.Contains(m.PersonId!.Value));
        Assert.Contains(mails, m => !called.Contains(m.PersonId!.Value));
        Assert.All(mails, m => Assert.Equal(called.Contains(m.PersonId!.Value), Tells(m)));
        Assert.Null(await meeting.Office.Get<App.Convening.ConvocationDesk>().SendAgainAsync(PlanningOffice.Secretary, meeting.Id, meeting.Substitute, default));
        Assert.False(Tells(Assert.Single(await meeting.MailsToAsync(meeting.Substitute)))); // who is the substitute has none

        static bool Tells(OutgoingMail mail) => new[] { "suppléant est alors convoqué", "plaatsvervanger wordt dan", "Mitglied wird dann", "substitute is then" }.Any(mail.Text.Contains);
    }

    [Fact]
    public void A_letter_with_a_link_says_that_accepting_in_a_mail_program_is_no_answer() =>
        Assert.All(
            from kind in Enum.GetValues<LetterKind>() from language in Language.All select s_shipped[kind, language.Code].Body,
            body => Assert.Equal(body.Contains("{{answer.link}}", StringComparison.Ordinal), new[] { "“Accept”", "« Accepter »", "“Accepteren”", "„Annehmen“" }.Any(body.Contains)));

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_saved_holds_from_then_on_and_every_version_is_kept(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var desk = office.Get<LetterDesk>();
        var (shipped, secretary) = (s_shipped[LetterKind.Cancellation, "fr"], Who.With((await office.CommissionAsync()).Secretariat[0].Id, App.Access.Roles.Secretariat));
        Assert.Null(await desk.SaveAsync(secretary, LetterKind.Cancellation, "fr", 0, shipped.Subject, shipped.Body + "\n\nDésolés.", default));
        Assert.Null(await desk.SaveAsync(secretary, LetterKind.Cancellation, "fr", 1, shipped.Subject, shipped.Body + "\n\nVraiment désolés.", default));
        Assert.IsType<LetterChangedMeanwhile>(await desk.SaveAsync(secretary, LetterKind.Cancellation, "fr", 1, shipped.Subject, shipped.Body, default));
        Assert.IsType<FieldUnknown>(await desk.SaveAsync(secretary, LetterKind.Cancellation, "fr", 2, shipped.Subject, shipped.Body + "\n{{oups}}", default));

        Assert.Null(await desk.RestoreAsync(secretary, LetterKind.Cancellation, "fr", 2, 1, default));

        var sheet = await desk.ReadAsync(secretary, LetterKind.Cancellation, "fr", default);
        Assert.Equal([3, 2, 1, 0], sheet.Versions.Select(v => v.Number));
        Assert.Equal((await office.CommissionAsync()).Secretariat[0].FullName, sheet.Versions[0].SavedBy);
        Assert.EndsWith("\n\nDésolés.", sheet.Body, StringComparison.Ordinal);
        var id = await office.PlanAsync();
        Assert.Null(await office.Get<App.Convening.ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Grève", default));
        var last = (await office.MailsAsync(id)).Where(m => m.CancelledAt is null && m.Language == "fr").ToList();
        Assert.NotEmpty(last);
        Assert.All(last, m => Assert.Contains("\nDésolés.\n", m.Text, StringComparison.Ordinal));
        Assert.Null(await desk.RestoreAsync(secretary, LetterKind.Cancellation, "fr", 3, 0, default));
        Assert.Equal(shipped.Body, (await desk.ReadAsync(secretary, LetterKind.Cancellation, "fr", default)).Body);
    }

    [Theory]
    [InlineData("fr", "mardi 5\u00a0janvier 2027"), InlineData("nl", "dinsdag 5\u00a0januari 2027"), InlineData("de", "Dienstag, 5.\u00a0Januar 2027"), InlineData("en", "Tuesday 5\u00a0January 2027")]
    public async Task Every_letter_is_shown_with_real_facts_before_anyone_gets_it(string language, string day)
    {
        await using var office = await PlanningOffice.OnAsync();
        var showing = office.Get<LetterShowing>();
        Assert.IsType<NoMeetingToShow>(Assert.IsType<Result<LetterPreview>.Refused>(await PreviewAsync(LetterKind.Invitation)).Why);
        await office.PlanAsync(change: form => (form.Mode, form.OnlineAddress) = (MeetingMode.Hybrid, "https://meet.example.be/a_b_c"));

        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            var preview = Assert.IsType<Result<LetterPreview>.Ok>(await PreviewAsync(kind)).Value;
            Assert.DoesNotContain("{{", preview.Html + preview.Subject, StringComparison.Ordinal);
            Assert.Contains(kind is LetterKind.Reminder ? "5" : day, preview.Html, StringComparison.Ordinal);
        }
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => showing.PreviewAsync(Who.With(), LetterKind.Invitation, language, "x", "y", default));

        Task<Result<LetterPreview>> PreviewAsync(LetterKind kind) =>
            showing.PreviewAsync(PlanningOffice.Secretary, kind, language, s_shipped[kind, language].Subject, s_shipped[kind, language].Body, default);
    }

    [Fact]
    public async Task Is_for_the_secretariat()
    {
        await using var office = await PlanningOffice.OnAsync();
        var desk = office.Get<LetterDesk>();

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReadAsync(Who.With(), LetterKind.Invitation, "fr", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.SaveAsync(Who.With(App.Access.Roles.Administrator), LetterKind.Invitation, "fr", 0, "a", "b", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.RestoreAsync(Who.Nobody, LetterKind.Invitation, "fr", 0, 0, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Get<LetterShowing>().OnPaperAsync(Who.With(), new(Guid.NewGuid()), null, default));
    }

    [Fact]
    public async Task Paper_reaches_whom_no_mail_reaches_in_their_language_and_without_a_link()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await office.PlanAsync();
        var people = (await office.Get<MeetingReading>().ReadAsync(PlanningOffice.Secretary, id, default))!.People;
        var unreachable = people.Seats.First(s => s.Votes).Effective!;
        await office.DoAsync(db => db.Persons.Single(p => p.Id == unreachable.Id).Disable());
        Assert.Null(await office.Get<App.Convening.ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);

        var letter = Assert.Single(await office.Get<LetterShowing>().OnPaperAsync(PlanningOffice.Secretary, id, null, default));
        var other = Assert.Single(await office.Get<LetterShowing>().OnPaperAsync(PlanningOffice.Secretary, id, people.Seats.Last(s => s.Votes).Effective!.Id, default));

        Assert.Equal(unreachable.Id, letter.To.Id);
        Assert.DoesNotContain("answer?key", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("automatiquement", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Salle Horta", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Salle Horta", other.Html, StringComparison.Ordinal);

        Assert.Null(await office.Get<MeetingChanges>().CancelAsync(PlanningOffice.Secretary, id, "Grève *générale*", default));
        Assert.All(
            [Assert.Single(await office.Get<LetterShowing>().OnPaperAsync(PlanningOffice.Secretary, id, null, default)), Assert.Single(await office.Get<LetterShowing>().OnPaperAsync(PlanningOffice.Secretary, id, other.To.Id, default))],
            cancelled =>
            {
                Assert.Contains("Grève *générale*", cancelled.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("Salle Horta", cancelled.Html, StringComparison.Ordinal);
            });
    }

    private static Refusal Why(string body, string subject = "Convocation") =>
        Assert.IsType<Result<LetterTemplate>.Refused>(LetterTemplate.Read(LetterKind.Invitation, subject, body)).Why;
}
