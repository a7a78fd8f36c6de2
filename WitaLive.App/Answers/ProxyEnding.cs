using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;

namespace WitaLive.App.Answers;

/// <summary>Ends proxies, whoever or whatever ends them, and tells those who held them. The caller saves.</summary>
public sealed class ProxyEnding(MeetingReading reading, ProxyMails mails)
{
    /// <param name="startsAt">The meeting that the proxies were given for, which may have been moved since.</param>
    public async Task EndAsync(WitaLiveDb db, PlannedMeeting meeting, DateTimeOffset startsAt, IReadOnlyCollection<SignedProxy> proxies, DateTimeOffset at, CancellationToken ct)
    {
        if (proxies.Count == 0)
            return;
        var (chamber, _, _) = await reading.AroundAsync(db, meeting, ct);
        var ids = proxies.SelectMany(p => new[] { p.Giver, p.Holder }).Distinct().ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var proxy in proxies)
        {
            proxy.End(db, at);
            if (people.TryGetValue(proxy.Holder, out var holder) && ConvocationRows.IsReachable(holder) && people.TryGetValue(proxy.Giver, out var giver))
                Outbox.Add(db, mails.Ended(holder, giver, meeting, startsAt, chamber, at));
        }
    }
}
