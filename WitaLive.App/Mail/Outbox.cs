using Microsoft.EntityFrameworkCore;
using WitaLive.App.Data;
using WitaLive.Domain;

namespace WitaLive.App.Mail;

/// <summary>Puts mails into the act that causes them, and takes them back. Saving is the caller's, with the act itself.</summary>
/// <remarks>After the commit, <c>JobBell.Ring&lt;SendDueMail&gt;()</c> sends at once; without it the next sweep does.</remarks>
public static class Outbox
{
    public static void Add(WitaLiveDb db, OutgoingMail mail) => db.Set<OutgoingMail>().Add(mail);

    /// <summary>Cancels what was not yet sent because of an item, of one purpose or of all. The caller saves.</summary>
    /// <returns>How many mails were cancelled.</returns>
    public static Task<int> CancelForItemAsync(WitaLiveDb db, ItemId item, string? purpose, DateTimeOffset at, CancellationToken ct) =>
        CancelAsync(db.Set<OutgoingMail>().Where(m => m.ItemId == item && (purpose == null || m.Purpose == purpose)), at, ct);

    /// <summary>Cancels what was not yet sent for a meeting, of one purpose or of all. The caller saves.</summary>
    /// <returns>How many mails were cancelled.</returns>
    public static Task<int> CancelForMeetingAsync(WitaLiveDb db, MeetingId meeting, string? purpose, DateTimeOffset at, CancellationToken ct) =>
        CancelAsync(db.Set<OutgoingMail>().Where(m => m.MeetingId == meeting && (purpose == null || m.Purpose == purpose)), at, ct);

    /// <summary>Cancels what was not yet sent to a person, of one purpose or of all. The caller saves.</summary>
    /// <returns>How many mails were cancelled.</returns>
    public static Task<int> CancelForPersonAsync(WitaLiveDb db, PersonId person, string? purpose, DateTimeOffset at, CancellationToken ct) =>
        CancelAsync(db.Set<OutgoingMail>().Where(m => m.PersonId == person && (purpose == null || m.Purpose == purpose)), at, ct);

    /// <summary>Cancels what was to reach a person later on, for a meeting and of one purpose. The caller saves.</summary>
    /// <returns>How many mails were cancelled.</returns>
    public static Task<int> CancelWaitingAsync(WitaLiveDb db, MeetingId meeting, PersonId person, string purpose, DateTimeOffset at, CancellationToken ct) =>
        CancelAsync(db.Set<OutgoingMail>().Where(m => m.MeetingId == meeting && m.PersonId == person && m.Purpose == purpose && m.DueAt > at), at, ct);

    private static async Task<int> CancelAsync(IQueryable<OutgoingMail> mails, DateTimeOffset at, CancellationToken ct)
    {
        var unsent = await mails.Where(m => m.SentAt == null && m.CancelledAt == null).ToListAsync(ct);
        unsent.ForEach(mail => mail.Cancel(at));
        return unsent.Count;
    }
}
