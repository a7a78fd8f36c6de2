using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Convening;

/// <summary>What became of telling one person.</summary>
/// <param name="Mail">Null when no mail was written: not yet convened, or no usable address.</param>
/// <param name="At">When the mail went, failed, or is tried next.</param>
public sealed record ConvocationLine(Invited Invited, Convocation? Row, MailState? Mail, DateTimeOffset? At);

/// <summary>Shows what became of the convocations of a meeting, from the mails themselves.</summary>
public sealed class ConvocationStatus(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, TimeProvider clock)
{
    /// <summary>Whom the meeting invites, and how each stands.</summary>
    public async Task<ImmutableArray<ConvocationLine>> ListAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        if (await reading.ReadAsync(who, id, ct) is not { } sheet)
            return [];
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = (await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync(ct))
            .GroupBy(c => c.PersonId).ToDictionary(g => g.Key, g => g.OrderBy(c => c.Kind).ThenBy(c => c.Number).Last());
        var mailIds = rows.Values.Select(r => r.MailId).OfType<Guid>().ToList();
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => mailIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return
        [
            .. from invited in sheet.People.Invited
               let row = rows.GetValueOrDefault(invited.Person.Id)
               let mail = row?.MailId is { } mailId ? mails.GetValueOrDefault(mailId) : null
               select new ConvocationLine(invited, row, mail?.StateAt(now), mail is null ? null : mail.SentAt ?? mail.FailedAt ?? mail.NextTryAt),
        ];
    }
}
