using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Rulings;

namespace WitaLive.App.Rulings;

/// <param name="Sent">Letters that went out now.</param>
/// <param name="Broken">Letters that are not what was signed, and did not.</param>
public sealed record LettersSent(int Sent, int Broken);

/// <summary>Makes the letters of all signed decisions of a meeting: prints and keeps each, shows it to its applicant, and tells them by mail.</summary>
/// <remarks>Stopped or killed at any line: each letter is a transaction of its own, and what went out is not sent again. A paper may be left that nobody sees.</remarks>
public sealed class RulingLetters(IDbContextFactory<WitaLiveDb> databases, LetterPrinting printing, RulingMails mails, FileJournal journal, JobBell bell, TimeProvider clock)
{
    /// <param name="progress">Percent.</param>
    public async Task<LettersSent> SendAsync(ClaimsPrincipal who, MeetingId meeting, IProgress<int>? progress, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = await Waiting(db).Where(r => r.MeetingId == meeting).Select(r => r.Id).ToListAsync(ct);
        var (sent, broken) = (0, 0);
        try
        {
            foreach (var (n, id) in waiting.Index())
            {
                ct.ThrowIfCancellationRequested();
                var isSent = await SendAsync(id, SignedInPerson.Of(who)!.Id, ct);
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

    // Signed, not sent, and in no other decision's shadow: what a judgment or a correction has replaced since is told to nobody.
    private static IQueryable<Ruling> Waiting(WitaLiveDb db) => db.Set<Ruling>().Where(r => r.Stage == RulingStage.Locked && r.SentAt == null && !db.Set<Ruling>().Where(Ruling.TakesPlace).Any(newer => newer.ReplacesId == r.Id));

    private async Task<bool> IsWaitingAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        return await Waiting(db).AnyAsync(r => r.Id == id, CancellationToken.None);
    }

    // False for one that is not what was signed. One that somebody else sent meanwhile is sent, and one that was replaced meanwhile need not be.
    private async Task<bool> SendAsync(Guid id, PersonId by, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await Waiting(db).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } ruling)
            return true;
        if (ruling is not { IsAsSigned: true, Letter: { } letter })
            return false;
        var paper = await printing.KeepAsync(NameOf(letter), letter, ct);
        var now = clock.GetUtcNow();
        ruling.Send(now, paper);
        (ruling.Version, ruling.ChangedAt) = (ruling.Version + 1, now);
        db.Add(new RulingDelivery { RulingId = id, FileId = ruling.FileId });
        await mails.AddAsync(db, ruling, now, ct);
        // Of a file that only agendas know there is no journal; of a judgment it has been told already.
        if (ruling is { ReplacesId: not null, IsOfCourt: false } && await db.Set<ApplicationFile>().Where(ApplicationFile.AreKept).SingleOrDefaultAsync(f => f.Id == ruling.FileId, ct) is { } file)
            await journal.AddAsync(db, file, new TellCorrection(ruling.Number), by, ct);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            printing.Forget(paper);
            if (await IsWaitingAsync(id))
                throw;
        }
        return true;
    }
}
