using System.Text;
using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

public sealed class MailFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("witalive-eml-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Read_back_as_they_were_written()
    {
        var mail = new OutgoingMail
        {
            ToAddress = "zoe@example.be",
            ToName = "Zoë d’Été, présidente",
            Language = "fr",
            Subject = "Réunion de la chambre restreinte – lundi 23 novembre 2026, neuf heures, avec l’ordre du jour complet et ses pièces",
            Text = "Bonjour Zoë,\n\nVous êtes convoquée : voir https://live.example.be/meetings/7?a=1&b=2.\n<b>Rien</b> d’autre.\n\n.\nÀ lundi = oui\n",
            Purpose = "convocation",
            CreatedAt = AMail.Morning,
            Attachments = [new MailAttachment { Name = "réunion.ics", ContentType = "text/calendar; method=REQUEST; charset=utf-8", Bytes = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\né") }],
        };

        var letter = new Letter(await WriteAsync(mail));

        Assert.Equal(mail.Subject, letter["Subject"]);
        Assert.Equal($"<{mail.Id}@wita.example>", letter["Message-Id"]);
        Assert.NotEmpty(letter["Date"]);
        Assert.Equal("auto-generated", letter["Auto-Submitted"]);
        Assert.Contains("Zoë d’Été", letter["To"], StringComparison.Ordinal);
        Assert.Empty(letter.Headers["X-Sender"].Concat(letter.Headers["X-Receiver"]));
        var (plain, html, invitation) = letter.Leaves.ToArray() is [var first, var second, var third] ? (first, second, third) : throw new InvalidDataException("three parts");
        Assert.Equal(mail.Text.TrimEnd('\n'), plain.Text.TrimEnd('\n'));
        Assert.Contains("<a href=\"https://live.example.be/meetings/7?a=1&amp;b=2\">", html.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Rien&lt;/b&gt;", html.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html.Text, StringComparison.Ordinal);
        Assert.Equal(mail.Attachments[0].Bytes, invitation.Bytes);
        Assert.Contains("method=REQUEST", invitation["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sort_by_when_they_were_due_and_are_one_file_each()
    {
        var (late, early) = (AMail.To(dueIn: TimeSpan.FromHours(1)), AMail.To());

        await WriteAsync(late);
        await WriteAsync(early);
        await WriteAsync(early);

        Assert.Equal([$"20261123T080000Z-{early.Id}.eml", $"20261123T090000Z-{late.Id}.eml"], _folder.GetFiles().Select(f => f.Name).Order());
    }

    private async Task<string> WriteAsync(OutgoingMail mail)
    {
        await new FileMailer(_folder.FullName, "WitaLive <post@wita.example>").SendAsync(mail, CancellationToken.None);
        return await File.ReadAllTextAsync(_folder.GetFiles($"*{mail.Id}.eml").Single().FullName);
    }
}
