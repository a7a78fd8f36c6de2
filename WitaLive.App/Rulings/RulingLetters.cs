using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <param name="Sent">Letters that went out now.</param>
/// <param name="Broken">Letters that are not what was signed, and did not.</param>
public sealed record LettersSent(int Sent, int Broken);

/// <summary>Makes the letters of all signed decisions of a meeting: prints and keeps each, shows it to its applicant, and tells them by mail.</summary>
/// <remarks>Stopped or killed at any line: each letter is a transaction of its own, and what went out is not sent again. A paper may be left that nobody sees.</remarks>
public sealed class RulingLetters(IDbContextFactory<WitaLiveDb> databases, LetterPrinting printing, RulingMails mails, JobBell bell, TimeProvider clock)
{
    /// <param name="progress">Percent.</param>
    public async Task<LettersSent> SendAsync(ClaimsPrincipal who, MeetingId meeting, IProgress<int>? progress, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = await db.Set<Ruling>().AsNoTracking().Where(r => r.MeetingId == meeting && r.Stage == RulingStage.Locked && r.SentAt == null).Select(r => r.Id).ToListAsync(ct);
        var (sent, broken) = (0, 0);
        try
        {
            foreach (var (n, id) in waiting.Index())
            {
                ct.ThrowIfCancellationRequested();
                var isSent = await SendAsync(id, ct);
                (sent, broken) = (sent + (isSent ? 1 : 0), broken + (isSent ? 0 : 1));
                progress?.Report((n + 1) * 100 / waiting.Count);
            }
        }
        finally
        {
            bell.Ring<SendDueMail>();
            bell.Ring<DeliverLetters>();
        }
        return new(sent, broken);
    }

    /// <summary>How the printed letter is called.</summary>
    public static string NameOf(RulingDocument letter) => $"{letter.Facts[0].Text.Replace('/', '-')}.pdf";

    private async Task<bool> IsSentAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        return await db.Set<Ruling>().AnyAsync(r => r.Id == id && r.SentAt != null, CancellationToken.None);
    }

    // False for one that is not what was signed. One that somebody else sent meanwhile is sent.
    private async Task<bool> SendAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ruling = await db.Set<Ruling>().SingleAsync(r => r.Id == id, ct);
        if (ruling.SentAt is not null)
            return true;
        if (ruling is not { IsAsSigned: true, Letter: { } letter })
            return false;
        var paper = await printing.KeepAsync(NameOf(letter), letter, ct);
        var now = clock.GetUtcNow();
        ruling.Send(now, paper);
        (ruling.Version, ruling.ChangedAt) = (ruling.Version + 1, now);
        db.Add(new RulingDelivery { RulingId = id, FileId = ruling.FileId });
        await mails.AddAsync(db, ruling, now, ct);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            printing.Forget(paper);
            if (!await IsSentAsync(id))
                throw;
        }
        return true;
    }
}
