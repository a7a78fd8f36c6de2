using Microsoft.EntityFrameworkCore;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Letters;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Answers;

/// <summary>Does what follows from an answer, within the answer's own transaction.</summary>
public sealed class AnswerConsequences(ConvocationWriting writing, Names names)
{
    /// <param name="who">Who answered.</param>
    public async Task FollowAsync(
        WitaLiveDb db, PlannedMeeting meeting, (ChamberOnDay Chamber, MeetingPeople People) around, Invited who, ImmutableArray<Consequence> consequences,
        DateTimeOffset now, CancellationToken ct)
    {
        if (consequences.IsEmpty)
            return;
        await db.Entry(meeting).Collection(m => m.Agenda).LoadAsync(ct); // for the letters; a «yes» writes none
        meeting.Touch(); // the calendar of who is called or released counts these
        var rows = await writing.ForAsync(db, meeting, around, ct);
        foreach (var consequence in consequences)
        {
            switch (consequence)
            {
                case ConvenePartner(var called, var inPlaceOf):
                    await CallAsync(db, meeting.Id, rows, Find(who, called), Find(who, inPlaceOf), now, ct);
                    if (!ConvocationRows.IsReachable(Find(who, called)))
                        await AlarmAsync(db, meeting, rows, around.People, who, now, ct);
                    break;
                case ReleasePartner(var released, var comes):
                    var number = await db.Set<Convocation>().CountAsync(c => c.MeetingId == meeting.Id && c.PersonId == released && c.Kind == ConvocationKind.Release, ct) + 1;
                    rows.Add(
                        new() { MeetingId = meeting.Id, PersonId = released, Kind = ConvocationKind.Release, Number = number, CreatedAt = now },
                        Find(who, released), LetterKind.Release, ("partner.name", Find(who, comes).FullName));
                    break;
                case NobodyComes:
                    await AlarmAsync(db, meeting, rows, around.People, who, now, ct);
                    if (who.Seat is { } empty)
                        OfferProxy(rows, empty, now);
                    break;
            }
        }
    }

    /// <summary>Whoever gave their proxy to somebody who does not come is told.</summary>
    public Task TellGiverAsync(WitaLiveDb db, PlannedMeeting meeting, (ChamberOnDay Chamber, MeetingPeople People) around, PersonId away, DateTimeOffset now, CancellationToken ct) =>
        writing.Proxies.TellGiverAsync(db, meeting, around, away, now, ct);

    private static Person Find(Invited who, PersonId person) => who.Seat?.Duo.FirstOrDefault(p => p.Id == person) ?? who.Person;

    private static async Task CallAsync(WitaLiveDb db, MeetingId meeting, ConvocationRows rows, Person called, Person inPlaceOf, DateTimeOffset now, CancellationToken ct)
    {
        var row = await db.Set<Convocation>().SingleOrDefaultAsync(c => c.MeetingId == meeting && c.PersonId == called.Id && c.Kind == ConvocationKind.Invitation, ct);
        if (row is null)
        {
            rows.Invite(called, LetterKind.Substitution, now, ("partner.name", inPlaceOf.FullName));
            return;
        }
        rows.InviteAgain(row, called, LetterKind.Substitution, now, ("partner.name", inPlaceOf.FullName));
    }

    private static void OfferProxy(ConvocationRows rows, SeatOnDay seat, DateTimeOffset now)
    {
        if (seat is not { Votes: true, Effective: { } giver } || !ConvocationRows.IsReachable(giver))
            return;
        if (seat.Substitute is { } substitute)
            rows.Send(giver, LetterKind.ProxyOffer, now, ("partner.name", substitute.FullName));
        else
            rows.Send(giver, LetterKind.ProxyOffer, now);
    }

    private async Task AlarmAsync(WitaLiveDb db, PlannedMeeting meeting, ConvocationRows rows, MeetingPeople people, Invited who, DateTimeOffset now, CancellationToken ct)
    {
        var members = who.Seat is { } seat ? string.Join(", ", seat.Duo.Select(p => p.FullName)) : who.Person.FullName;
        foreach (var receiver in await Planners.OfAsync(db, meeting, people.Secretariat, ct))
        {
            var culture = Language.Find(receiver.Language)?.Culture;
            var group = who.Seat is { } place ? names.Of(place.Group, culture) : names.Of(who.Role!.Value, culture);
            rows.Send(receiver, LetterKind.Alarm, now, ("seat.members", members), ("seat.group", group));
        }
    }
}
