using Microsoft.EntityFrameworkCore;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Answers;

/// <summary>What ended a proxy before the meeting.</summary>
public enum ProxyEnd
{
    TakenBack,
    Moved,
    Recomposed,
}

/// <summary>What becomes of proxies before the meeting: whoever or whatever ends them, those who held them are told. The caller saves.</summary>
public sealed class ProxyEnding(MeetingReading reading, ProxyMails mails)
{
    /// <param name="startsAt">The meeting that the proxies were given for, which may have been moved since.</param>
    public async Task EndAsync(
        WitaLiveDb db, PlannedMeeting meeting, DateTimeOffset startsAt, IReadOnlyCollection<SignedProxy> proxies, ProxyEnd why, DateTimeOffset at, CancellationToken ct)
    {
        if (proxies.Count == 0)
            return;
        var (chamber, _, _) = await reading.AroundAsync(db, meeting, ct);
        var ids = proxies.SelectMany(p => new[] { p.Giver, p.Holder }).Distinct().ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var proxy in proxies)
        {
            proxy.End(db, at);
            if (!people.TryGetValue(proxy.Holder, out var holder) || !people.TryGetValue(proxy.Giver, out var giver))
                continue;
            if (ConvocationRows.IsReachable(holder))
                Outbox.Add(db, mails.Ended(holder, giver, meeting, startsAt, chamber, why, at));
            if (why is ProxyEnd.Moved && ConvocationRows.IsReachable(giver))
                Outbox.Add(db, mails.EndedToGiver(giver, holder, meeting, startsAt, chamber, at));
        }
    }

    /// <summary>Tells who gave somebody their proxy that they do not come: it may still go to somebody else.</summary>
    public async Task TellGiverAsync(WitaLiveDb db, PlannedMeeting meeting, (ChamberOnDay Chamber, MeetingPeople People) around, PersonId away, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Set<SignedProxy>().SingleOrDefaultAsync(p => p.MeetingId == meeting.Id && p.Holder == away, ct) is not { } signed)
            return;
        var members = around.People.Seats.SelectMany(seat => seat.Duo).ToList();
        if (members.Find(p => p.Id == signed.Giver) is { } giver && ConvocationRows.IsReachable(giver) && members.Find(p => p.Id == away) is { } holder)
            Outbox.Add(db, mails.HolderStaysAway(giver, holder, meeting, around.Chamber, at));
    }
}
