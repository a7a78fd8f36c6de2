using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Letters;
using WitaLive.App.Meetings;
using WitaLive.Domain;

namespace WitaLive.App.Convening;

/// <summary>Another composition after people were convened: who sits now is convened, who does not any more is told so.</summary>
internal static class Recomposition
{
    /// <summary>Within the transaction of the caller, who saves.</summary>
    /// <param name="people">Of the new composition.</param>
    public static async Task TellAsync(WitaLiveDb db, MeetingId meeting, MeetingPeople people, ConvocationRows rows, DateTimeOffset now, CancellationToken ct)
    {
        var told = await db.Set<Convocation>().Where(c => c.MeetingId == meeting && (c.Kind == ConvocationKind.Invitation || c.Kind == ConvocationKind.Release)).ToListAsync(ct);
        var convened = Convocation.Convened(told);
        foreach (var person in ConvocationRows.ConvenedFirst(people).Where(p => !convened.Contains(p.Id)))
        {
            if (told.Find(c => c.PersonId == person.Id && c.Kind is ConvocationKind.Invitation) is { } earlier)
                rows.InviteAgain(earlier, person, LetterKind.Invitation, now);
            else
                rows.Invite(person, LetterKind.Invitation, now);
        }

        var gone = convened.Except(people.Invited.Select(i => i.Person.Id)).ToList();
        foreach (var person in await db.Persons.AsNoTracking().Where(p => gone.Contains(p.Id)).ToListAsync(ct))
            rows.Add(
                new() { MeetingId = meeting, PersonId = person.Id, Kind = ConvocationKind.Release, Number = told.Count(c => c.PersonId == person.Id && c.Kind is ConvocationKind.Release) + 1, CreatedAt = now },
                person, LetterKind.NotSitting);

        // A proxy goes from one seat of the meeting to a member of another (royal decree of 13 March 2023, art. 4 § 3).
        foreach (var signed in await db.Set<SignedProxy>().Where(p => p.MeetingId == meeting).ToListAsync(ct))
            if (people.VotingSeats.All(seat => seat.Id != signed.SeatId) || !people.VotingSeats.Any(seat => seat.IsOf(signed.Holder)))
                signed.End(db, now);
    }
}
