using Microsoft.EntityFrameworkCore;
using WitaLive.App.Answers;
using WitaLive.App.Data;
using WitaLive.App.Letters;
using WitaLive.App.Meetings;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Convening;

/// <summary>Another composition after people were convened: who sits now is convened, who does not any more is told so.</summary>
internal sealed class Recomposition
{
    private readonly PlannedMeeting _meeting;
    private readonly List<Convocation> _told;
    private readonly List<Person> _coming;
    private readonly List<Person> _gone;
    private readonly List<SignedProxy> _ended;

    private Recomposition(PlannedMeeting meeting, List<Convocation> told, List<Person> coming, List<Person> gone, List<SignedProxy> ended) =>
        (_meeting, _told, _coming, _gone, _ended) = (meeting, told, coming, gone, ended);

    /// <summary>Who is written to because of it; of whom nothing changes hears nothing.</summary>
    public IEnumerable<Person> Concerned => _coming.Concat(_gone);

    /// <summary>The same people sit, and those who gave and hold proxies still may.</summary>
    public bool ChangesNothing => _ended.Count == 0 && !Concerned.Any();

    /// <summary>Within the transaction of the caller, who saves.</summary>
    /// <param name="people">Of the new composition.</param>
    public static async Task<Recomposition> OfAsync(WitaLiveDb db, PlannedMeeting meeting, MeetingPeople people, CancellationToken ct)
    {
        var told = await db.Set<Convocation>().Where(c => c.MeetingId == meeting.Id && (c.Kind == ConvocationKind.Invitation || c.Kind == ConvocationKind.Release)).ToListAsync(ct);
        var convened = Convocation.Convened(told);
        var gone = convened.Except(people.Invited.Select(i => i.Person.Id)).ToList();
        var proxies = await db.Set<SignedProxy>().Where(p => p.MeetingId == meeting.Id).ToListAsync(ct);
        return new(
            meeting, told, [.. ConvocationRows.ConvenedFirst(people).Where(p => !convened.Contains(p.Id))],
            await db.Persons.AsNoTracking().Where(p => gone.Contains(p.Id)).ToListAsync(ct),
            proxies.FindAll(proxy => !Stands(proxy, people.VotingSeats)));
    }

    public async Task TellAsync(WitaLiveDb db, ConvocationRows rows, ProxyEnding proxies, DateTimeOffset now, CancellationToken ct)
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
                new() { MeetingId = _meeting.Id, PersonId = person.Id, Kind = ConvocationKind.Release, Number = _told.Count(c => c.PersonId == person.Id && c.Kind is ConvocationKind.Release) + 1, CreatedAt = now },
                person, LetterKind.NotSitting);
        await proxies.EndAsync(db, _meeting, _meeting.StartsAt, _ended, ProxyEnd.Recomposed, now, ct);
    }

    // It goes from the effective member of one seat of the meeting to a member of another (royal decree of 13 March 2023, art. 4 § 3).
    private static bool Stands(SignedProxy proxy, ImmutableArray<PlannedSeat> seats) =>
        seats.Any(seat => seat.Id == proxy.SeatId && seat.Effective == proxy.Giver) && seats.Any(seat => seat.IsOf(proxy.Holder));
}
