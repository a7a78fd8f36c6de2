using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;

namespace WitaLive.App.Mail;

/// <summary>What the mail pages show and do, for those who may: the secretariat sees what became of a mail, administrators its words too, without the secrets of its links.</summary>
public sealed class MailDesk(IDbContextFactory<WitaLiveDb> databases, JobBell bell, SmtpSettings smtp, TimeProvider clock)
{
    public const int PerPage = 50;

    /// <param name="search">Part of a receiver's name or address, or of a subject; with or without capitals and accents.</param>
    /// <param name="page">Counted from 1.</param>
    public async Task<MailList> ListAsync(ClaimsPrincipal who, MailState? state, string? search, int page, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Mail);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = Matching(db.Set<OutgoingMail>().AsNoTracking(), search);
        if (state is { } wanted)
            found = found.In(wanted, now);
        var rows = await found.CountAsync(ct);
        var mails = await found.OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id)
            .Skip((Math.Max(page, 1) - 1) * PerPage).Take(PerPage).ToListAsync(ct);
        var failed = await db.Set<OutgoingMail>().In(MailState.Failed, now).CountAsync(ct);
        return new(rows, failed, [.. mails.Select(m => Line(m, now))]);
    }

    /// <summary>One mail; its words only for administrators. Null when there is none.</summary>
    public async Task<MailSheet?> ReadAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Mail);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mail)
            return null;

        var words = Policies.Allow(who, Policies.Administrator)
            ? new MailWords(LinkSecrets.Blank(mail.Text), mail.LastError is { } error ? LinkSecrets.Blank(error) : null, [.. mail.Attachments.Select(a => a.Name)])
            : null;
        return new(Line(mail, clock.GetUtcNow()), mail.Tries, mail.CreatedAt, mail.DueAt, words);
    }

    /// <summary>The mail as any mail program opens it, without the secrets of its links, for administrators. Null when there is none.</summary>
    public async Task<byte[]?> ReadFileAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Administrator);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mail)
            return null;
        using var message = MailComposer.Compose(LinkSecrets.Blank(mail), new(smtp.From));
        return await MimeText.OfAsync(message, ct);
    }

    /// <summary>Sends it again, or for the first time after all. A receiver who has it already sees the same Message-Id.</summary>
    public async Task ResendAsync(ClaimsPrincipal who, Guid id, CancellationToken ct)
    {
        await ChangeAsync(who, id, mail => mail.Resend(clock.GetUtcNow()), ct);
        bell.Ring<SendDueMail>();
    }

    /// <summary>Takes it back unless it has gone.</summary>
    public Task CancelAsync(ClaimsPrincipal who, Guid id, CancellationToken ct) =>
        ChangeAsync(who, id, mail => mail.Cancel(clock.GetUtcNow()), ct);

    private async Task ChangeAsync(ClaimsPrincipal who, Guid id, Action<OutgoingMail> change, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Mail);
        await using var db = await databases.CreateDbContextAsync(ct);
        change(await db.Set<OutgoingMail>().SingleAsync(m => m.Id == id, ct));
        await db.SaveChangesAsync(ct);
    }

    private static IQueryable<OutgoingMail> Matching(IQueryable<OutgoingMail> mails, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
            return mails;
        var part = SearchText.Fold(search.Trim());
        return mails.Where(m => m.Searched.Contains(part));
    }

    private static MailLine Line(OutgoingMail mail, DateTimeOffset now) =>
        new(mail.Id, mail.ToName, mail.ToAddress, LinkSecrets.Blank(mail.Subject), mail.StateAt(now), mail.SentAt ?? mail.CancelledAt ?? mail.FailedAt ?? mail.NextTryAt);
}
