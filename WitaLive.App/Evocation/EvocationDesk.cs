using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Evocations;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Evocation;

/// <summary>A request with its people by name.</summary>
/// <param name="Line">Null once it was taken off the agenda.</param>
public sealed record EvocationLine(EvocationRequest Request, AgendaLine? Line, string AskedBy, string? DecidedBy);

/// <summary>What is to be seen of evocation on the page of a meeting.</summary>
/// <param name="MayAsk">The reader does not sit there and may ask until the printed start.</param>
/// <param name="MayDecide">The reader presides there.</param>
/// <param name="Files">What can still be asked for.</param>
public sealed record EvocationSheet(ImmutableArray<EvocationLine> Requests, bool MayAsk, bool MayDecide, ImmutableArray<AgendaLine> Files)
{
    public bool IsEmpty => Requests.IsEmpty && !MayAsk;
}

/// <summary>Takes requests that a file go to the chamber above, and what the chair decides on them (rules of procedure, art. 16).</summary>
public sealed class EvocationDesk(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, RoomDoor door, EvocationMails mails, TimeProvider clock)
{
    /// <summary>Null for a meeting that this person may not read.</summary>
    public async Task<EvocationSheet?> ReadAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        if (await reading.ReadAsync(who, id, ct) is not { } sheet)
            return null;
        var me = SignedInPerson.Of(who)!.Id;
        await using var db = await databases.CreateDbContextAsync(ct);
        var requests = await db.Set<EvocationRequest>().AsNoTracking().Where(r => r.MeetingId == id).OrderBy(r => r.AskedAt).ToListAsync(ct);
        var people = requests.SelectMany(r => new[] { r.AskedBy, r.DecidedBy }).OfType<PersonId>().ToHashSet();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, ct);
        var asked = requests.Where(r => r.State is not EvocationState.Rejected || r.AskedBy == me).Select(r => r.ItemId).ToHashSet();
        return new(
            [.. requests.Select(r => new EvocationLine(
                r, sheet.Meeting.Agenda.FirstOrDefault(l => l.Id == r.ItemId), names[r.AskedBy], r.DecidedBy is { } by ? names.GetValueOrDefault(by) : null))],
            sheet.IsLookedInto && clock.GetUtcNow() < sheet.Meeting.StartsAt,
            Presides(sheet.People, me),
            [.. sheet.Meeting.Agenda.Where(l => l.FileId is not null && !asked.Contains(l.Id)).OrderBy(l => l.Position)]);
    }

    /// <summary>How each request stands, in the order of <see cref="EvocationSheet.Requests"/>: one look at a key.</summary>
    public async Task<ImmutableArray<EvocationState>> StatesAsync(ClaimsPrincipal who, MeetingId id, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. await db.Set<EvocationRequest>().Where(r => r.MeetingId == id).OrderBy(r => r.AskedAt).Select(r => r.State).ToListAsync(ct)];
    }

    public async Task<Refusal?> AskAsync(ClaimsPrincipal who, MeetingId id, ItemId item, string reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        var now = clock.GetUtcNow();
        var inRoom = (await door.EnterAsync(id, ct))?.Meeting;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is not { ConvenedAt: not null } meeting)
            return new NoSuchMeeting();
        if (meeting.CancelledAt is not null)
            return new MeetingIsCancelled();
        var (chamber, commission, rules) = await reading.CommissionAsync(db, meeting, ct);
        var people = MeetingPeople.Of(meeting, chamber, commission, rules);
        var others = await db.Set<EvocationRequest>().AsNoTracking().Where(r => r.MeetingId == id && r.ItemId == item).ToListAsync(ct);
        var facts = new Evoking(
            LookingIn.HasRight(me, commission, rules) && rules.Evocation.Formations.Contains(meeting.Formation),
            people.Seats.Any(s => s.IsHeldBy(me)),
            meeting.StartsAt,
            meeting.Agenda.Any(l => l.Id == item && l.FileId is not null),
            inRoom is not null && (inRoom.ItemOf(item)?.Conclusion is not null || inRoom.Ballots.Any(b => b.Items.Contains(item))),
            others.Exists(r => r.AskedBy == me || r.State is not EvocationState.Rejected));
        var said = FreeText.Of(reason);
        if (facts.WhyNot(said, now) is { } why)
            return why;

        var request = new EvocationRequest { MeetingId = id, ItemId = item, AskedBy = me, Reason = said, AskedAt = now };
        db.Add(request);
        await mails.AskedAsync(db, meeting, request, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return new EvocationAskedAlready();
        }
        return null;
    }

    /// <summary>The chair's word on a request. Accepted, the item is referred in the meeting's own journal, and everything follows from there.</summary>
    /// <param name="answer">The chair's reasons.</param>
    public async Task<Refusal?> DecideAsync(ClaimsPrincipal who, MeetingId id, ItemId item, PersonId askedBy, bool accept, string answer, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        var said = FreeText.Of(answer);
        if (said.Length is 0 or > Evoking.LongestReason)
            return new EvocationReasonMissing(Evoking.LongestReason);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<PlannedMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return new NoSuchMeeting();
        var (_, people, _) = await reading.AroundAsync(db, meeting, ct);
        if (!Presides(people, me))
            return new OnlyTheChair();
        if (await db.Set<EvocationRequest>().SingleOrDefaultAsync(r => r.MeetingId == id && r.ItemId == item && r.AskedBy == askedBy, ct) is not { State: EvocationState.Waiting } request)
            return new EvocationDecided();

        if (accept)
            return await AcceptAsync(request, me, said, ct);
        request.Decide(EvocationState.Rejected, me, said, clock.GetUtcNow());
        await mails.DecidedAsync(db, meeting, request, clock.GetUtcNow(), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new EvocationDecided();
        }
        return null;
    }

    // Of two words at the same moment one holds: whoever rejects loses the row, whoever accepts the transaction of the room (see EvocationStates).
    private async Task<Refusal?> AcceptAsync(EvocationRequest request, PersonId me, string said, CancellationToken ct)
    {
        if (await door.EnterAsync(request.MeetingId, ct) is not { } room)
            return new MeetingIsCancelled();
        if (await room.SendAsync(new EvokeItem(request.ItemId, said, request.Reason), new(me), ct) is not Outcome.Refused(var why))
            return null;
        return await WaitsAsync(request, ct) ? why : new EvocationDecided();
    }

    private async Task<bool> WaitsAsync(EvocationRequest request, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<EvocationRequest>().AnyAsync(r => r.MeetingId == request.MeetingId && r.ItemId == request.ItemId && r.AskedBy == request.AskedBy && r.State == EvocationState.Waiting, ct);
    }

    // The chair or the substitute chair; a jurist who only stands in decides on no file.
    private static bool Presides(MeetingPeople people, PersonId person) => people.Presiders.Any(p => p.Person.Id == person) && people.Seats.Any(s => s.IsHeldBy(person));
}

/// <summary>Someone has decided on that request, or it was never made.</summary>
public sealed record EvocationDecided : Refusal;
