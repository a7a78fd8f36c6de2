using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Answers;

/// <summary>A proxy names the day it is for: when its meeting is moved to another one it ends, and its giver is asked anew.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 3 and 5 § 2; rules of procedure, art. 6 § 6.</remarks>
internal static class ProxiesOfAnotherDay
{
    /// <summary>Within the transaction of the caller, who saves.</summary>
    public static async Task EndAsync(WitaLiveDb db, MeetingId meeting, MeetingPeople people, ConvocationRows rows, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var signed in await db.Set<SignedProxy>().Where(p => p.MeetingId == meeting).ToListAsync(ct))
        {
            db.Remove(signed);
            db.Add(WithdrawnProxy.Of(signed, now));
            if (people.Seats.FirstOrDefault(seat => seat.Id == signed.SeatId) is { } seat)
                AnswerConsequences.OfferProxy(rows, seat, now);
        }
    }
}
