using WitaLive.App.Bounces;

namespace WitaLive.Tests.Bounces;

public class ReadingAReport
{
    private static readonly Guid s_mail = Guid.Parse("0193a7f2-1111-4222-8333-944445555666");

    [Fact]
    public void Finds_whom_a_mail_did_not_reach_and_which_mail_it_was()
    {
        var report = DeliveryReport.Read(AReportOfAMail.Postfix("no.one@example.org", s_mail))!;

        Assert.Equal(s_mail, report.Mail);
        Assert.Equal(
            new FailedReceiver("no.one@example.org", "5.1.1", "550 5.1.1 <no.one@example.org>: Recipient address rejected: User unknown in virtual mailbox table"),
            Assert.Single(report.Failed));
    }

    [Fact]
    public void Reads_one_that_is_encoded_and_gives_headers_only()
    {
        var report = DeliveryReport.Read(AReportOfAMail.Exchange("full@example.org", s_mail))!;

        Assert.Equal((s_mail, "5.2.2"), (report.Mail!.Value, Assert.Single(report.Failed).Status));
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("failed", "4.4.7")]
    [InlineData("delivered", "2.0.0")]
    public void Marks_nobody_for_a_delay_or_a_delivery(string action, string status) =>
        Assert.Empty(DeliveryReport.Read(AReportOfAMail.Postfix("late@example.org", s_mail, action, status))!.Failed);

    [Theory]
    [InlineData("")]
    [InlineData("Subject: Réponse\r\n\r\nJe suis absente.")]
    [InlineData("Content-Type: multipart/report; boundary=x\r\n\r\n--x")]
    [InlineData("Content-Type: multipart/report; boundary=\r\n\r\n--x\r\n\r\n--x--")]
    public void Knows_what_is_no_report(string message) => Assert.Null(DeliveryReport.Read(System.Text.Encoding.UTF8.GetBytes(message)));

    [Fact]
    public void Bears_whatever_is_cut_off_or_overwritten()
    {
        var whole = AReportOfAMail.Postfix("no.one@example.org", s_mail);
        var random = new Random(7);
        for (var length = 0; length < whole.Length; length += 7)
        {
            var broken = whole[..length];
            if (length > 0)
                broken[random.Next(length)] = (byte)random.Next(256);
            _ = DeliveryReport.Read(broken);
        }
    }
}
