using WitaLive.App.Mail;
using WitaLive.Domain;

namespace WitaLive.Tests.Mail;

public class DueMail
{
    private readonly FakeTimeProvider _clock = new(AMail.Morning);

    public static TheoryData<string> Engines => MailDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Leaves_once_and_is_known_as_sent(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink();
        var mail = AMail.To();
        await databases.AddAsync(mail);

        await AMail.SendAsync(databases, sink, _clock);
        await AMail.SendAsync(databases, sink, _clock);

        Assert.Single(sink.Mails);
        var row = await databases.ReadAsync(mail.Id);
        Assert.Equal((MailState.Sent, AMail.Morning, 1), (row.StateAt(AMail.Morning), row.SentAt, row.Tries));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Waits_until_it_is_due(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink();
        await databases.AddAsync(AMail.To(dueIn: TimeSpan.FromMinutes(10)));

        _clock.Advance(TimeSpan.FromSeconds(599));
        await AMail.SendAsync(databases, sink, _clock);
        Assert.Empty(sink.Mails);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await AMail.SendAsync(databases, sink, _clock);
        Assert.Single(sink.Mails);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Never_leaves_once_its_item_is_undone(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink();
        var item = new ItemId(Guid.NewGuid());
        var mail = AMail.To(dueIn: TimeSpan.FromMinutes(10), item: item);
        var other = AMail.To(item: new ItemId(Guid.NewGuid()));
        await databases.AddAsync(mail, other);
        await using (var db = databases.CreateDbContext())
        {
            Assert.Equal(1, await Outbox.CancelForItemAsync(db, item, purpose: null, AMail.Morning, CancellationToken.None));
            await db.SaveChangesAsync();
        }

        _clock.Advance(TimeSpan.FromDays(1));
        await AMail.SendAsync(databases, sink, _clock);

        Assert.Contains(other.Id.ToString(), Assert.Single(sink.Mails), StringComparison.Ordinal);
        Assert.Equal(MailState.Cancelled, (await databases.ReadAsync(mail.Id)).StateAt(_clock.GetUtcNow()));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Goes_out_on_the_second_try_when_the_first_is_refused(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink(Reply.RefuseForNow);
        var (mail, next) = (AMail.To(), AMail.To("piet@example.be"));
        await databases.AddAsync(mail, next);

        await AMail.SendAsync(databases, sink, _clock);
        Assert.Single(sink.Mails); // the other one is not held up
        _clock.Advance(TimeSpan.FromSeconds(59));
        await AMail.SendAsync(databases, sink, _clock);
        Assert.Single(sink.Mails);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await AMail.SendAsync(databases, sink, _clock);

        Assert.Equal(2, sink.Mails.Count);
        Assert.Equal([1, 2], new[] { (await databases.ReadAsync(mail.Id)).Tries, (await databases.ReadAsync(next.Id)).Tries }.Order());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Is_the_same_mail_when_the_answer_to_the_first_copy_was_lost(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink(Reply.Drop);
        await databases.AddAsync(AMail.To());

        await AMail.SendAsync(databases, sink, _clock);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await AMail.SendAsync(databases, sink, _clock);

        var copies = sink.Mails.Select(raw => new Letter(raw)).ToArray();
        Assert.Equal(2, copies.Length);
        Assert.Equal(copies[0]["Message-Id"], copies[1]["Message-Id"]);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Is_tried_again_when_the_server_never_answers(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink(Reply.Hang);
        var mail = AMail.To();
        await databases.AddAsync(mail);

        var run = AMail.SendAsync(databases, sink, _clock);
        await sink.Hanging;
        _clock.Advance(SendDueMail.Patience);
        await run;
        Assert.Equal("No answer within 60 s.", (await databases.ReadAsync(mail.Id)).LastError);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await AMail.SendAsync(databases, sink, _clock);

        Assert.Equal(2, sink.Mails.Count);
        Assert.Equal(MailState.Sent, (await databases.ReadAsync(mail.Id)).StateAt(_clock.GetUtcNow()));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Leaves_once_when_several_senders_run_at_once(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink();
        await databases.AddAsync([.. Enumerable.Range(1, 60).Select(n => AMail.To($"member{n}@example.be"))]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AMail.SendAsync(databases, sink, _clock))));

        Assert.Equal(60, sink.Mails.Select(raw => new Letter(raw)["Message-Id"]).Distinct().Count());
        Assert.Equal(60, sink.Mails.Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Is_taken_over_when_its_sender_died_with_it_in_hand(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink();
        await databases.AddAsync(AMail.To());
        var dying = new NeverReturns();
        _ = AMail.Sender(databases, dying, new FakeTimeProvider(AMail.Morning)).RunAsync(CancellationToken.None); // its clock stands still, as it does for the dead
        await dying.Reached;

        await AMail.SendAsync(databases, sink, _clock);
        Assert.Empty(sink.Mails);
        _clock.Advance(SendDueMail.Claim);
        await AMail.SendAsync(databases, sink, _clock);
        Assert.Single(sink.Mails);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Is_given_up_after_twenty_tries_and_can_be_sent_again(string engine)
    {
        using var databases = new MailDatabase(engine);
        await using var sink = new SmtpSink([.. Enumerable.Repeat(Reply.RefuseForNow, Backoff.MaxTries)]);
        var mail = AMail.To();
        await databases.AddAsync(mail);

        for (var tries = 1; tries <= Backoff.MaxTries + 1; tries++)
        {
            await AMail.SendAsync(databases, sink, _clock);
            _clock.Advance(Backoff.After(tries));
        }
        var row = await databases.ReadAsync(mail.Id);
        Assert.Equal((MailState.Failed, Backoff.MaxTries), (row.StateAt(_clock.GetUtcNow()), row.Tries));
        Assert.Contains("try again later", row.LastError, StringComparison.Ordinal);

        await using (var db = databases.CreateDbContext())
        {
            (await db.FindAsync<OutgoingMail>(mail.Id))!.Resend(_clock.GetUtcNow());
            await db.SaveChangesAsync();
        }
        await AMail.SendAsync(databases, sink, _clock);
        Assert.Single(sink.Mails);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Keeps_its_tries_while_the_server_is_away(string engine)
    {
        using var databases = new MailDatabase(engine);
        var port = await APortNobodyListensOnAsync();
        await databases.AddAsync([.. Enumerable.Range(1, 10).Select(n => AMail.To($"member{n}@example.be"))]);

        using var mailer = AMail.Mailer(port);
        await AMail.Sender(databases, mailer, _clock).RunAsync(CancellationToken.None);

        await using var db = databases.CreateDbContext();
        Assert.Equal(3, db.Set<OutgoingMail>().Sum(m => m.Tries));
    }

    [Fact]
    public async Task Takes_a_few_connections_for_many()
    {
        using var databases = new MailDatabase("Sqlite");
        await using var sink = new SmtpSink();
        await databases.AddAsync([.. Enumerable.Range(1, 60).Select(n => AMail.To($"member{n}@example.be"))]);

        await AMail.SendAsync(databases, sink, _clock);

        Assert.Equal(60, sink.Mails.Count);
        Assert.InRange(sink.Connections, 1, SendDueMail.AtOnce);
    }

    [Theory]
    [InlineData(1, 1), InlineData(2, 2), InlineData(5, 16), InlineData(9, 256), InlineData(10, 360), InlineData(20, 360)]
    public void Waits_twice_as_long_each_time_but_six_hours_at_most(int tries, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Backoff.After(tries));

    private static async Task<int> APortNobodyListensOnAsync()
    {
        await using var sink = new SmtpSink();
        return sink.Port;
    }

    private sealed class NeverReturns : IMailer
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public Task SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            _reached.TrySetResult();
            return new TaskCompletionSource().Task;
        }
    }
}
