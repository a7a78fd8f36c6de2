using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Letters;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Convening;

/// <summary>Another composition after people were convened: who sits now is convened, who does not any more is told so.</summary>
internal sealed class Recomposition
{
    private readonly MeetingId _meeting;
    private readonly MeetingPeople _people;
    private readonly List<Convocation> _told;
    private readonly List<Person> _coming;
    private readonly List<Person> _gone;

    private Recomposition(MeetingId meeting, MeetingPeople people, List<Convocation> told, List<Person> coming, List<Person> gone) =>
        (_meeting, _people, _told, _coming, _gone) = (meeting, people, told, coming, gone);

    /// <summary>Who is written to because of it; of whom nothing changes hears nothing.</summary>
    public IEnumerable<Person> Concerned => _coming.Concat(_gone);

    /// <summary>Within the transaction of the caller, who saves.</summary>
    /// <param name="people">Of the new composition.</param>
    public static async Task<Recomposition> OfAsync(WitaLiveDb db, MeetingId meeting, MeetingPeople people, CancellationToken ct)
    {
        var told = await db.Set<Convocation>().Where(c => c.MeetingId == meeting && (c.Kind == ConvocationKind.Invitation || c.Kind == ConvocationKind.Release)).ToListAsync(ct);
        var convened = Convocation.Convened(told);
        var gone = convened.Except(people.Invited.Select(i => i.Person.Id)).ToList();
        return new(
            meeting, people, told, [.. ConvocationRows.ConvenedFirst(people).Where(p => !convened.Contains(p.Id))],
            await db.Persons.AsNoTracking().Where(p => gone.Contains(p.Id)).ToListAsync(ct));
    }

    public async Task TellAsync(WitaLiveDb db, ConvocationRows rows, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var person in _coming)
        {
            if (_told.Find(c => c.PersonId == person.Id && c.Kind is ConvocationKind.Invitation) is { } earlier)
                rows.InviteAgain(earlier, person, LetterKind.Invitation, now);
            else
                rows.Invite(person, LetterKind.Invitation, now);
        }

        foreach (var person in _gone)
            rows.Add(
                new() { MeetingId = _meeting, PersonId = person.Id, Kind = ConvocationKind.Release, Number = _told.Count(c => c.PersonId == person.Id && c.Kind is ConvocationKind.Release) + 1, CreatedAt = now },
                person, LetterKind.NotSitting);

        // A proxy goes from one seat of the meeting to a member of another (royal decree of 13 March 2023, art. 4 § 3).
        foreach (var signed in await db.Set<SignedProxy>().Where(p => p.MeetingId == _meeting).ToListAsync(ct))
            if (_people.VotingSeats.All(seat => seat.Id != signed.SeatId) || !_people.VotingSeats.Any(seat => seat.IsOf(signed.Holder)))
                signed.End(db, now);
    }
}
