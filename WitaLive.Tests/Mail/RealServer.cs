using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

/// <summary>Against a mail server others wrote: WITALIVE_TEST_SMTP is its host:port, WITALIVE_TEST_MAILDIR where it puts mails.</summary>
public class RealServer
{
    private static readonly string? s_server = Environment.GetEnvironmentVariable("WITALIVE_TEST_SMTP");
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("WITALIVE_TEST_MAILDIR");

    [FactNeeding(Need.Smtp)]
    public async Task Takes_two_hundred_mails_and_holds_each_of_them_once()
    {
        using var databases = new MailDatabase("Sqlite");
        var mails = Enumerable.Range(1, 200).Select(n => AMail.To($"member{n}@example.be", subject: $"Séance n° {n}")).ToArray();
        await databases.AddAsync(mails);
        var host = s_server!.Split(':');

        using (var mailer = new SmtpMailer(new SmtpSettings { Host = host[0], Port = int.Parse(host[1], CultureInfo.InvariantCulture), From = "post@wita.example" }))
            await AMail.Sender(databases, mailer, new FakeTimeProvider(AMail.Morning)).RunAsync(CancellationToken.None);

        var arrived = Directory.GetFiles(Path.Combine(s_folder!, "new")).Select(file => new Letter(File.ReadAllText(file)));
        var ours = mails.Select(m => $"<{m.Id}@wita.example>").ToHashSet();
        var found = arrived.Where(letter => ours.Contains(letter["Message-Id"])).ToArray();
        Assert.Equal(200, found.Length);
        Assert.Equal(mails.Select(m => m.Subject).Order(), found.Select(letter => letter["Subject"]).Order());
    }
}
