using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.App.Jobs;

namespace WitaLive.App.Mail;

/// <summary>Sends every mail that is due, several at once.</summary>
/// <remarks>
/// May be killed anywhere and may run on several nodes. A mail is claimed by one conditional update before it is sent, so two
/// senders never have the same one in hand; the claim ends by itself, later than the longest possible sending. Killed before the claim,
/// nothing happened; killed between claim and answer, or between answer and mark, the mail is sent again when the claim has ended,
/// with the same Message-Id, so that the receiver's side knows the copy. That last doubt is SMTP's own and cannot be removed here.
/// </remarks>
public sealed class SendDueMail(IDbContextFactory<WitaLiveDb> databases, IMailer mailer, TimeProvider clock, ILogger<SendDueMail> log) : ISweep
{
    public const int MaxErrorLength = 1000;

    /// <summary>After so long without an answer the mail counts as not taken. Shorter than <see cref="Claim"/>.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long one sender may keep a mail in hand.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How many mails are under way at once, each on its own connection. The framework's client writes a mail's head and body apart, and the
    /// system holds the body back until the other side has acknowledged the head, some 40 ms later: side by side those waits cost little.
    /// </summary>
    public const int AtOnce = 8;

    private const int BatchSize = 100;

    // So many failures in a row that are no answer about one mail mean that the server is away: the rest keeps its tries.
    private const int EnoughFailures = 3;

    private int _failures;

    // The first mail goes alone, and so does each one after a failure: while the server is away one connection finds that out, not all.
    public async Task RunAsync(CancellationToken ct)
    {
        _failures = 0;
        for (var width = 1; _failures < EnoughFailures && await DueAsync(width == 1 ? 1 : BatchSize, ct) is { Count: > 0 } due; width = _failures == 0 ? AtOnce : 1)
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = ct }, async (id, _) => await SendAsync(id, ct));
    }

    private async Task SendAsync(Guid id, CancellationToken ct)
    {
        if (Volatile.Read(ref _failures) >= EnoughFailures)
            return;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await TakeAsync(db, id, ct) is not { } mail)
            return;
        if (await TrySendAsync(db, mail))
            Volatile.Write(ref _failures, 0);
        else
            Interlocked.Increment(ref _failures);
    }

    private async Task<List<Guid>> DueAsync(int most, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Due(db).OrderBy(m => m.NextTryAt).Select(m => m.Id).Take(most).ToListAsync(ct);
    }

    private IQueryable<OutgoingMail> Due(WitaLiveDb db)
    {
        var now = clock.GetUtcNow();
        return db.Set<OutgoingMail>().AsNoTracking().Where(m => m.SentAt == null && m.CancelledAt == null && m.FailedAt == null
            && m.NextTryAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now));
    }

    // The condition and the claim are one statement: of two senders one gets the row, and a mail cancelled meanwhile goes to nobody.
    private async Task<OutgoingMail?> TakeAsync(WitaLiveDb db, Guid id, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Claim;
        var taken = await Due(db).Where(m => m.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, until).SetProperty(m => m.Tries, m => m.Tries + 1), ct);
        return taken == 0 ? null : await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(m => m.Id == id, CancellationToken.None);
    }

    // Not ended by a stop of the app: a mail under way is finished and marked rather than sent twice.
    private async Task<bool> TrySendAsync(WitaLiveDb db, OutgoingMail mail)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            await mailer.SendAsync(mail, patience.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await MarkNotSentAsync(db, mail, e);
            return e is MailRefusedException;
        }
        await MarkSentAsync(db, mail);
        return true;
    }

    private async Task MarkSentAsync(WitaLiveDb db, OutgoingMail mail)
    {
        var now = clock.GetUtcNow();
        await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.SentAt, now)
            .SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(m => m.LastError, (string?)null));
    }

    // The number of tries is the key to one's own claim: a later claimer or a resend has changed it.
    private async Task MarkNotSentAsync(WitaLiveDb db, OutgoingMail mail, Exception e)
    {
        var now = clock.GetUtcNow();
        var next = now + Backoff.After(mail.Tries);
        var error = e is OperationCanceledException ? $"No answer within {Patience.TotalSeconds:0} s." : e.Message;
        DateTimeOffset? failed = mail.Tries >= Backoff.MaxTries ? now : null;
        await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id && m.Tries == mail.Tries && m.SentAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(m => m.NextTryAt, next)
            .SetProperty(m => m.FailedAt, failed)
            .SetProperty(m => m.LastError, error.Length > MaxErrorLength ? error[..MaxErrorLength] : error));
        if (failed is null)
            log.LogWarning("Mail {Mail} not sent on try {Try}: {Kind}. Next try at {Next:O}.", mail.Id, mail.Tries, e.GetType().Name, next);
        else
            log.LogError("Mail {Mail} given up after {Try} tries: {Kind}.", mail.Id, mail.Tries, e.GetType().Name);
    }
}
