using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Chambers;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Turnouts;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Fees;

/// <summary>A meeting that is over, with what one may still say of its money.</summary>
/// <param name="Partner">To whom one may cede the fee, or did; null for nobody.</param>
/// <param name="Ceded">That one did.</param>
/// <param name="PaysTravel">One came, and is paid back for it.</param>
/// <param name="IsOpen">It can still be said, and taken back.</param>
public sealed record ClaimSheet(
    MeetingId Meeting, DateTimeOffset StartsAt, ChamberOnDay Chamber, Person? Partner, CededFee? Ceded, bool PaysTravel, ClaimedTravel? Travel, TravelRule Rule, bool IsOpen)
{
    public decimal? TravelAmount => Travel?.Claim.Amount(Rule, StartsAt.DayInBrussels());
}

/// <summary>What members say of the money of a meeting: that the fee goes to the other of the duo, and what it cost to come.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 9; rules of procedure, art. 21 § 3; royal decree of 18 January 1965, art. 3 and 13.</remarks>
public sealed class FeeClaims(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, SessionBook book, RuleBook rules, TimeProvider clock)
{
    /// <summary>One's own meetings of a quarter about which there is, or was, something to say; the earliest first.</summary>
    public async Task<ImmutableArray<ClaimSheet>> ReadAsync(ClaimsPrincipal who, Quarter quarter, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        var sessions = await book.ReadAsync(quarter.Begins, quarter.Ends, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var meetings = sessions.Select(s => s.Meeting).ToList();
        var ceded = await db.Set<CededFee>().AsNoTracking().Where(f => f.By == me && meetings.Contains(f.MeetingId)).ToDictionaryAsync(f => f.MeetingId, ct);
        var travel = await db.Set<ClaimedTravel>().AsNoTracking().Where(t => t.PersonId == me && meetings.Contains(t.MeetingId)).ToDictionaryAsync(t => t.MeetingId, ct);
        var chambers = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.ChamberId, ct);
        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var partners = sessions.Select(s => (s.Meeting, Partner: PartnerOf(s, me)?.Partner)).Where(p => p.Partner is not null).ToDictionary(p => p.Meeting, p => p.Partner!.Value);
        var wanted = partners.Values.Concat(ceded.Values.Select(f => f.To)).ToHashSet();
        var persons = await db.Persons.AsNoTracking().Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. from session in sessions
               let gift = ceded.GetValueOrDefault(session.Meeting)
               let partner = gift?.To ?? (partners.TryGetValue(session.Meeting, out var one) ? one : null)
               let claimed = travel.GetValueOrDefault(session.Meeting)
               let rule = RuleOf(session)
               let pays = TravelClaim.IsPaidBack(session, me, rule.Travel)
               where partner is not null || claimed is not null || pays
               select new ClaimSheet(
                   session.Meeting, session.StartsAt, commission.Chamber(chambers[session.Meeting])!, partner is { } id ? persons.GetValueOrDefault(id) : null, gift, pays, claimed,
                   rule.Travel, IsOpen(session)),
        ];
    }

    /// <summary>Leaves one's fee of a meeting to the substitute who was there too.</summary>
    /// <param name="text">What stood on the screen when it was confirmed.</param>
    public async Task<Refusal?> CedeAsync(ClaimsPrincipal who, MeetingId meeting, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        return await SayAsync(meeting, async (db, session) =>
        {
            if (PartnerOf(session, me) is not var (seat, partner))
                return new FeeNotCedable();
            if (!await db.Set<CededFee>().AnyAsync(f => f.MeetingId == meeting && f.SeatId == seat, ct))
                db.Add(new CededFee { MeetingId = meeting, SeatId = seat, By = me, To = partner, Text = text, SignedAt = clock.GetUtcNow() });
            return null;
        }, ct);
    }

    /// <summary>Keeps the fee after all.</summary>
    public async Task<Refusal?> KeepAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        return await SayAsync(meeting, async (db, _) =>
        {
            db.RemoveRange(await db.Set<CededFee>().Where(f => f.MeetingId == meeting && f.By == me).ToListAsync(ct));
            return null;
        }, ct);
    }

    /// <summary>Signs what it cost to come; a second time it replaces the first.</summary>
    /// <param name="text">What stood on the screen when it was signed.</param>
    public async Task<Refusal?> ClaimAsync(ClaimsPrincipal who, MeetingId meeting, string means, decimal quantity, string text, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var claim = new TravelClaim(meeting, SignedInPerson.Of(who)!.Id, means, quantity);
        return await SayAsync(meeting, async (db, session) =>
        {
            if (claim.WhyNot(session, RuleOf(session).Travel) is { } why)
                return why;
            if (await db.Set<ClaimedTravel>().SingleOrDefaultAsync(t => t.MeetingId == meeting && t.PersonId == claim.Person, ct) is not { } claimed)
                db.Add(claimed = new() { MeetingId = meeting, PersonId = claim.Person });
            claimed.Sign(claim, text, clock.GetUtcNow());
            return null;
        }, ct);
    }

    /// <summary>Claims nothing for a meeting after all.</summary>
    public async Task<Refusal?> UnclaimAsync(ClaimsPrincipal who, MeetingId meeting, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        return await SayAsync(meeting, async (db, _) =>
        {
            db.RemoveRange(await db.Set<ClaimedTravel>().Where(t => t.MeetingId == meeting && t.PersonId == me).ToListAsync(ct));
            return null;
        }, ct);
    }

    private Task<Refusal?> SayAsync(MeetingId meeting, Func<WitaLiveDb, Session, Task<Refusal?>> say, CancellationToken ct) => Anew.UntilWrittenAsync<Refusal?>(async () =>
    {
        if (await book.FindAsync(meeting, ct) is not { } session)
            return new MeetingIsNotOver();
        if (!IsOpen(session))
            return new ClaimsAreClosed(LastDay(session));
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await say(db, session) is { } why)
            return why;
        await db.SaveChangesAsync(ct);
        return null;
    }, ct);

    // The seat is the one whose effective member this is.
    private (SeatId Seat, PersonId Partner)? PartnerOf(Session session, PersonId me) =>
        session.Seats.FirstOrDefault(s => s.Effective.Person == me) is { } seat && Fee.MayGoTo(session, seat, RuleOf(session)) is { } partner ? (seat.Seat, partner) : null;

    private FeeRule RuleOf(Session session) => rules.On(session.StartsAt.DayInBrussels()).Fees;

    private DateOnly LastDay(Session session) => Quarter.Of(session.StartsAt.DayInBrussels()).Until.AddDays(RuleOf(session).ClaimDays);

    private bool IsOpen(Session session) => clock.GetUtcNow().DayInBrussels() <= LastDay(session);
}

public sealed record MeetingIsNotOver : Refusal;

/// <summary>Both of the duo have to have been there, in a formation to which both may be invited, and the fee to be one's own.</summary>
public sealed record FeeNotCedable : Refusal;

public sealed record ClaimsAreClosed(DateOnly Last) : Refusal
{
    public override ImmutableArray<object> Gaps => [Last];
}
