using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Answers;

/// <summary>Answers through the link of a mail, for whoever holds it: it works once, and until the meeting starts.</summary>
/// <remarks>
/// A link cannot be guessed, and a convocation keeps nothing but its hash. The link itself stands in the mail that carries it, which outgoing_mails
/// keeps whole so that it can be sent again: whoever reads that table can answer in somebody's name. No page shows it. Looking at it changes nothing.
/// </remarks>
public sealed class AnswerLinks(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, AnswerBook book, TimeProvider clock)
{
    /// <summary>What the link asks; and why it does not work (any more), where that is so.</summary>
    public async Task<(AnswerSheet? Sheet, Refusal? Why)> OpenAsync(string? key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await FindAsync(db, key, ct) is not { } row || await AnswerDesk.SheetAsync(db, reading, row.MeetingId, row.PersonId, clock.GetUtcNow(), ct) is not { } sheet)
            return (null, new AnswerLinkUnknown());
        return (sheet, sheet switch
        {
            { Meeting.CancelledAt: not null } => new MeetingIsCancelled(),
            { IsOpen: false } => new AnswerTooLate(),
            { Last: null } when row.LinkUsedAt is not null => new AnswerLinkOutlived(),
            _ when row.LinkUsedAt is not null => new AnswerLinkUsed(),
            _ => null,
        });
    }

    public async Task<Refusal?> AnswerAsync(string? key, AnswerKind kind, string? reason, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await FindAsync(db, key, ct) is { } row
            ? await book.TakeAsync(row.MeetingId, new(row.PersonId, kind, reason), AnswerWay.Mail, null, row.LinkHash, ct)
            : new AnswerLinkUnknown();
    }

    private static async Task<Convocation?> FindAsync(WitaLiveDb db, string? key, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(key) || key.Length > 100)
            return null;
        var hash = Convocation.HashOf(key);
        return await db.Set<Convocation>().AsNoTracking().SingleOrDefaultAsync(c => c.LinkHash == hash, ct);
    }
}

public sealed record AnswerLinkUnknown : Refusal;

/// <summary>The page was sent before another answer was given.</summary>
public sealed record AnswerGivenMeanwhile : Refusal;

/// <summary>No button of the page says it.</summary>
public sealed record AnswerUnknown : Refusal;
