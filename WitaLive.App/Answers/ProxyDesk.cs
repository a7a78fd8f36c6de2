using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Answers;

/// <summary>What stands in the way of a proxy, or whom it may go to.</summary>
/// <param name="Given">The one that was given, with its words; null while there is none.</param>
/// <param name="Why">The condition that is not met, leaving the choice of the holder aside.</param>
public sealed record ProxySheet(PlannedMeeting Meeting, ChamberOnDay Chamber, Person Giver, ImmutableArray<Person> Holders, SignedProxy? Given, Refusal? Why)
{
    /// <summary>Who holds it and has said not to come; null where it stands.</summary>
    public Person? Away { get; init; }

    /// <inheritdoc cref="SeatOnDay.StandsIn"/>
    public bool StandsIn { get; init; }

    /// <summary>It was given, and the meeting has not begun.</summary>
    public bool MayWithdraw { get; init; }
}

/// <summary>Proxies as their givers sign them, before the meeting; signed, they are in the room at once.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 § 3 and 5 § 2; rules of procedure, art. 6 § 6; law reference §10, O-12 and O-18.</remarks>
public sealed class ProxyDesk(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, RoomDoor door, ProxyMails mails, ProxyEnding ending, TimeProvider clock, IStringLocalizer<AnswerTexts> texts)
{
    /// <summary>Null for who holds no seat in this meeting, or only as a substitute.</summary>
    public async Task<ProxySheet?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var inRoom = await InRoomAsync(id, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await SheetAsync(db, id, SignedInPerson.Of(who)!.Id, inRoom, ct) is var (sheet, _, _) ? sheet : null;
    }

    /// <summary>The seat for which somebody may give a proxy, as its effective member; null for anyone else.</summary>
    internal static SeatOnDay? SeatOf(MeetingPeople people, PersonId giver) => people.Seats.FirstOrDefault(s => s.Votes && s.Effective?.Id == giver);

    /// <summary>The words that are signed, in the language of the screen.</summary>
    public string TextOf(ProxySheet sheet, Person holder, PlanSentences sentences) =>
        texts[sheet.StandsIn ? "ProxyTextAlone" : "ProxyText", sheet.Giver.FullName, holder.FullName, sentences.TitleOf(sheet.Chamber), sheet.Meeting.StartsAt.ToLongDay(), sheet.Meeting.StartsAt.ToTime()];

    /// <param name="text">What stood on the screen when it was signed.</param>
    public async Task<Refusal?> SignAsync(ClaimsPrincipal who, MeetingId id, PersonId holder, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        // Of two proxies to the same holder, or of the same seat, in one moment the second one is told why not.
        if (await Anew.UntilWrittenAsync(() => TrySignAsync(SignedInPerson.Of(who)!.Id, id, holder, text, ct), ct) is { } why)
            return why;
        await door.RefreshAsync(id, ct);
        return null;
    }

    /// <summary>Takes back what was signed, before the meeting begins; what it was is kept.</summary>
    public async Task<Refusal?> WithdrawAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var (giver, now) = (SignedInPerson.Of(who)!.Id, clock.GetUtcNow());
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            var meeting = await db.Set<PlannedMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
            if (meeting is null || await db.Set<SignedProxy>().SingleOrDefaultAsync(p => p.MeetingId == id && p.Giver == giver, ct) is not { } signed)
                return new NoProxyGiven();
            if (!AnswerBook.AskingOf(meeting).IsOpenAt(now))
                return new ProxyStands();
            await ending.EndAsync(db, meeting, meeting.StartsAt, [signed], ProxyEnd.TakenBack, now, ct);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new NoProxyGiven(); // withdrawn twice in one moment: the first one did it
            }
        }
        await door.RefreshAsync(id, ct);
        return null;
    }

    private async Task<Refusal?> TrySignAsync(PersonId giver, MeetingId id, PersonId holder, string text, CancellationToken ct)
    {
        var inRoom = await InRoomAsync(id, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await SheetAsync(db, id, giver, inRoom, ct) is not var (sheet, facts, people))
            return new OnlyTheEffectiveGives();
        if ((sheet.Why ?? facts.WhyNot(giver, holder, clock.GetUtcNow())) is { } why)
            return why;
        db.Add(new SignedProxy
        {
            MeetingId = id, SeatId = facts.Seats.First(s => s.Effective == giver).Id, Giver = giver, Holder = holder, Text = text, SignedAt = clock.GetUtcNow(),
        });
        // An offer that has not left yet offers what is done.
        await Outbox.CancelWaitingAsync(db, id, giver, MeetingLetters.Purpose, clock.GetUtcNow(), ct);
        if (people.Seats.SelectMany(s => s.Duo).FirstOrDefault(p => p.Id == holder) is { } to && ConvocationRows.IsReachable(to))
            Outbox.Add(db, mails.Given(to, sheet.Giver, sheet.Meeting, sheet.Chamber, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    // Those the secretariat received on paper. The room writes in its journal as it is entered, so it is asked before any transaction begins.
    private async Task<ImmutableArray<Proxy>> InRoomAsync(MeetingId id, CancellationToken ct) =>
        await door.EnterAsync(id, ct) is { } room ? [.. room.Meeting.Proxies.Values] : [];

    private async Task<(ProxySheet Sheet, Facts Facts, MeetingPeople People)?> SheetAsync(WitaLiveDb db, MeetingId id, PersonId giver, ImmutableArray<Proxy> inRoom, CancellationToken ct)
    {
        if (await db.Set<PlannedMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return null;
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        if (SeatOf(people, giver) is not { Effective: { } effective } own)
            return null;

        var said = (await GivenAnswer.NowAsync(db, id, ct)).ToImmutableDictionary(a => a.Key, a => a.Value.Kind);
        var signed = await SignedProxy.OfAsync(db, id, ct);
        var seats = people.VotingSeats;
        var facts = new Facts(seats, said, [.. signed.Concat(inRoom).DistinctBy(p => p.Giver)], AnswerBook.AskingOf(meeting));
        var known = people.Seats.SelectMany(s => s.Duo).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var holders = ProxyGiving.Holders(own.Id, seats, said, facts.Given).Select(person => known[person]).ToImmutableArray();
        var why = meeting.CancelledAt is not null ? new MeetingIsCancelled()
            : holders.IsEmpty ? new NoHolderLeft()
            : facts.WhyNot(giver, holders[0].Id, clock.GetUtcNow());
        var mine = await db.Set<SignedProxy>().AsNoTracking().SingleOrDefaultAsync(p => p.MeetingId == id && p.SeatId == own.Id, ct);
        return (new(meeting, chamber, effective, holders, mine, why)
        {
            StandsIn = own.StandsIn,
            MayWithdraw = mine is not null && facts.Asking.IsOpenAt(clock.GetUtcNow()),
            Away = mine is not null && said.TryGetValue(mine.Holder, out var word) && !word.Comes() ? known.GetValueOrDefault(mine.Holder) : null,
        }, facts, people);
    }

    private sealed record Facts(ImmutableArray<Domain.Meetings.PlannedSeat> Seats, ImmutableDictionary<PersonId, AnswerKind> Said, ImmutableArray<Proxy> Given, Asking Asking)
    {
        public Refusal? WhyNot(PersonId giver, PersonId holder, DateTimeOffset now) => ProxyGiving.WhyNot(giver, holder, Seats, Said, Given, Asking, now);
    }
}

public sealed record NoHolderLeft : Refusal;

/// <summary>The meeting has begun.</summary>
public sealed record ProxyStands : Refusal;

public sealed record NoProxyGiven : Refusal;
