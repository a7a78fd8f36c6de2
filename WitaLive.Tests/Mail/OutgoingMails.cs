using WitaLive.App.Mail;

namespace WitaLive.Tests.Mail;

public class OutgoingMails
{
    public static TheoryData<string> LineBreaks => ["a\r\nBcc: all@example.be", "a\nX: y", "a\rb", "a\0b", "a\u0085b", "a\u2028b", "a\u2029b", "\r\n.\r\nRCPT TO:<x@y.be>", "a\u000bb"];

    [Theory, MemberData(nameof(LineBreaks))]
    public void Never_hold_a_line_break_in_a_subject(string payload) =>
        Assert.Contains("line break", Assert.Throws<ArgumentException>(() => AMail.To(subject: payload)).Message, StringComparison.Ordinal);

    [Theory, MemberData(nameof(LineBreaks))]
    public void Never_hold_a_line_break_in_a_name(string payload) =>
        Assert.Throws<ArgumentException>(() => AMail.To(name: payload));

    [Theory, MemberData(nameof(LineBreaks))]
    public void Never_hold_a_line_break_in_the_name_of_an_attachment(string payload) =>
        Assert.Throws<ArgumentException>(() => new MailAttachment { Name = payload, ContentType = "text/plain", Bytes = [] });

    [Theory]
    [InlineData("text"), InlineData("text/plain\r\nBcc: x@y.be"), InlineData("")]
    public void Never_hold_an_attachment_without_a_kind(string kind) =>
        Assert.Throws<ArgumentException>(() => new MailAttachment { Name = "a", ContentType = kind, Bytes = [] });

    [Theory]
    [InlineData("\"a\\\r\nRCPT TO:<x@y.be>\"@example.be"), InlineData("\"quoted\"@example.be"), InlineData("a@b@example.be"), InlineData("a b@example.be")]
    [InlineData("a@example.be\r\nBcc: x@y.be"), InlineData("a@example.be\n"), InlineData("a@example.be,b@example.be"), InlineData("A <a@example.be>")]
    [InlineData("<a@example.be>"), InlineData("a@"), InlineData("@example.be"), InlineData(""), InlineData("a..b@example.be"), InlineData(".a@example.be")]
    [InlineData("a@-example.be"), InlineData("a@example..be"), InlineData("a@example.be."), InlineData("a(comment)@example.be"), InlineData("é@example.be"), InlineData("a@[127.0.0.1]")]
    public void Never_go_to_what_is_no_plain_address(string address) =>
        Assert.Throws<ArgumentException>(() => AMail.To(address));

    [Theory]
    [InlineData("jo@example.be"), InlineData("jo.van-den.berg+wita@sub.example.be"), InlineData("o'neill@example.be"), InlineData("jo@kunstwerk-é.be"), InlineData("jo@localhost")]
    public void Go_to_every_plain_address(string address) => Assert.Equal(address, AMail.To(address).ToAddress);

    [Fact]
    public void Are_due_at_once_unless_said_otherwise()
    {
        var mail = new OutgoingMail { ToAddress = "a@example.be", ToName = "A", Language = "fr", Subject = "S", Text = "T", Purpose = "p", CreatedAt = AMail.Morning };

        Assert.Equal((AMail.Morning, AMail.Morning), (mail.DueAt, mail.NextTryAt));
    }

    [Fact]
    public async Task Reach_nobody_else_whatever_stands_in_their_text()
    {
        using var databases = new MailDatabase("Sqlite");
        await using var sink = new SmtpSink();
        await databases.AddAsync(new OutgoingMail
        {
            ToAddress = "a@example.be",
            ToName = "\"A\" <b@example.be>, c@example.be",
            Language = "fr",
            Subject = "=?utf-8?Q?x=0D=0ABcc:_d@example.be?=",
            Text = "first\r\n.\r\nMAIL FROM:<e@example.be>\r\nRCPT TO:<f@example.be>\r\nDATA\r\n..two dots\n.\n",
            Purpose = "test",
            CreatedAt = AMail.Morning,
        });

        await AMail.SendAsync(databases, sink, new FakeTimeProvider(AMail.Morning));

        Assert.Equal(["RCPT TO:<a@example.be>"], sink.Commands.Where(c => c.StartsWith("RCPT", StringComparison.Ordinal)));
        var letter = new Letter(Assert.Single(sink.Mails));
        Assert.Empty(letter.Headers["Bcc"]);
        Assert.Contains("..two dots\n.\n", letter.Leaves.First().Text, StringComparison.Ordinal);
    }
}
