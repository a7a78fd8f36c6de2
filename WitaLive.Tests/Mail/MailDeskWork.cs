using System.Security.Claims;
using System.Text;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

public class MailDeskWork
{
    private readonly FakeTimeProvider _clock = new(AMail.Morning);

    public static TheoryData<string> Engines => MailDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Finds_mails_by_part_of_a_name_or_subject_without_minding_accents_and_capitals(string engine)
    {
        using var databases = new MailDatabase(engine);
        await databases.AddAsync(AMail.To(name: "Élodie Dupré"), AMail.To(subject: "Réunion 100 % à ÉLODIE"), AMail.To());

        Assert.Equal(2, (await Desk(databases).ListAsync(A(Roles.Secretariat), null, " elodie", 1, CancellationToken.None)).Rows);
        Assert.Equal(1, (await Desk(databases).ListAsync(A(Roles.Secretariat), null, "100 %", 1, CancellationToken.None)).Rows);
        Assert.Equal(0, (await Desk(databases).ListAsync(A(Roles.Secretariat), null, "d%e", 1, CancellationToken.None)).Rows);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Finds_a_subject_however_its_spaces_and_apostrophes_are_typed(string engine)
    {
        using var databases = new MailDatabase(engine);
        await databases.AddAsync(AMail.To(subject: "Seconde convocation\u00a0: l’ordre du jour"), AMail.To());

        foreach (var typed in new[] { "convocation : l'ordre", "convocation\u00a0: l’ordre", "Seconde\r\n convocation", "seconde  convocation" })
            Assert.Equal(1, (await Desk(databases).ListAsync(A(Roles.Secretariat), null, typed, 1, CancellationToken.None)).Rows);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Sorts_every_mail_under_the_state_it_shows(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink(Reply.RefuseForNow);
        await databases.AddAsync(AMail.To("retried@example.be"));
        await AMail.SendAsync(databases, sink, _clock);
        await databases.AddAsync(AMail.To("sent@example.be"));
        await AMail.SendAsync(databases, sink, _clock);
        var cancelled = AMail.To("cancelled@example.be");
        await databases.AddAsync(AMail.To("waiting@example.be", dueIn: TimeSpan.FromHours(1)), AMail.To("due@example.be"), cancelled);
        await Desk(databases).CancelAsync(A(Roles.Secretariat), cancelled.Id, CancellationToken.None);

        foreach (var state in Enum.GetValues<MailState>())
        {
            var list = await Desk(databases).ListAsync(A(Roles.Secretariat), state, null, 1, CancellationToken.None);
            Assert.All(list.Mails, mail => Assert.Equal(state, mail.State));
            Assert.Equal(state == MailState.Failed ? 0 : 1, list.Rows);
        }
    }

    [Fact]
    public async Task Sends_a_cancelled_mail_after_all()
    {
        using var databases = new MailDatabase("Sqlite");
        await using var sink = new SmtpSink();
        var mail = AMail.To();
        await databases.AddAsync(mail);

        await Desk(databases).CancelAsync(A(Roles.Secretariat), mail.Id, CancellationToken.None);
        await AMail.SendAsync(databases, sink, _clock);
        Assert.Empty(sink.Mails);
        await Desk(databases).ResendAsync(A(Roles.Secretariat), mail.Id, CancellationToken.None);
        await AMail.SendAsync(databases, sink, _clock);

        Assert.Single(sink.Mails);
    }

    [Fact]
    public async Task Shows_the_words_to_administrators_only()
    {
        using var databases = new MailDatabase("Sqlite");
        var mail = AMail.To();
        await databases.AddAsync(mail);

        Assert.Null((await Desk(databases).ReadAsync(A(Roles.Secretariat), mail.Id, CancellationToken.None))!.Words);
        Assert.Equal(mail.Text, (await Desk(databases).ReadAsync(A(Roles.Administrator), mail.Id, CancellationToken.None))!.Words!.Text);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Desk(databases).ReadFileAsync(A(Roles.Secretariat), mail.Id, CancellationToken.None));
        var file = await Desk(databases).ReadFileAsync(A(Roles.Administrator), mail.Id, CancellationToken.None);
        Assert.Equal(mail.Subject, new Letter(Encoding.ASCII.GetString(file!))["Subject"]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Shows_nobody_what_would_let_them_act_as_the_receiver(bool isMarkdown)
    {
        const string Secret = "Ab-9_kEy0fALink";
        var link = "https://live.example.be/" + AnswerPage.AddressOf(Secret, "nl");
        using var databases = new MailDatabase("Sqlite");
        var mail = new OutgoingMail
        {
            ToAddress = "lotte@example.be",
            ToName = "Lotte De Wilde",
            Language = "nl",
            Subject = $"Antwoord: {link}",
            Text = $"Beste Lotte,\n\n{link}\n",
            Markdown = isMarkdown ? $"Beste Lotte,\n\n[antwoord]({link}) of {MarkdownText.Escape(link)}\n" : null,
            Purpose = "convocation",
            CreatedAt = AMail.Morning,
        };
        await databases.AddAsync(mail);

        var sheet = (await Desk(databases).ReadAsync(A(Roles.Administrator), mail.Id, CancellationToken.None))!;
        var letter = new Letter(Encoding.ASCII.GetString((await Desk(databases).ReadFileAsync(A(Roles.Administrator), mail.Id, CancellationToken.None))!));
        var line = (await Desk(databases).ListAsync(A(Roles.Secretariat), null, null, 1, CancellationToken.None)).Mails.Single();

        string[] shown = [sheet.Words!.Text, sheet.Line.Subject, line.Subject, letter["Subject"], .. letter.Leaves.Select(part => part.Text)];
        Assert.Equal(6, shown.Length);
        Assert.All(shown, text => Assert.Contains("answer?key=…", text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        Assert.Contains(link, (await databases.ReadAsync(mail.Id)).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(Roles.Jurist), InlineData("member")]
    public async Task Is_closed_to_everyone_else(string role)
    {
        using var databases = new MailDatabase("Sqlite");
        var mail = AMail.To();
        await databases.AddAsync(mail);
        var (desk, who, none) = (Desk(databases), A(role), CancellationToken.None);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ListAsync(who, null, null, 1, none));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReadAsync(who, mail.Id, none));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ReadFileAsync(who, mail.Id, none));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.ResendAsync(who, mail.Id, none));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.CancelAsync(who, mail.Id, none));
    }

    private MailDesk Desk(MailDatabase databases) => new(databases, new JobBell([]), new SmtpSettings(), _clock);

    private static ClaimsPrincipal A(string role) => new(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));
}
