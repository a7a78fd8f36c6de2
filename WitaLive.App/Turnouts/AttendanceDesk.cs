using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;
using WitaLive.Domain.Sessions;

namespace WitaLive.App.Turnouts;

/// <summary>A member's attendance over the time that the rules look at.</summary>
/// <param name="MissedTooMany">So many missed without justification that the King replaces the member (royal decree, art. 2 § 6).</param>
/// <param name="AwayTooLong">Away for longer than the same article bears.</param>
public sealed record AttendanceLine(Person Person, SeatOnDay Seat, YearOfAttendance Year, bool MissedTooMany, bool AwayTooLong)
{
    public int Count(Turnout turnout) => Year.Sessions.Count(s => s.Turnout == turnout);
}

/// <summary>One meeting in a member's year.</summary>
/// <param name="Said">The reason the member gave when answering.</param>
/// <param name="Justification">What the secretariat said last of it.</param>
public sealed record CalledLine(Called Called, ChamberOnDay Chamber, string? Said, Justification? Justification, string? JustifiedBy);

/// <summary>A member's year in full, the last meeting first.</summary>
public sealed record AttendanceSheet(AttendanceLine Line, ImmutableArray<CalledLine> Meetings, MandateRule Rule);

/// <summary>Who came to the meetings of the last year, and whose absences count.</summary>
public sealed class AttendanceDesk(IDbContextFactory<WitaLiveDb> databases, CommissionDirectory directory, SessionBook book, RuleBook rules, TimeProvider clock)
{
    public MandateRule Rule => rules.On(clock.GetUtcNow().DayInBrussels()).Mandates;

    /// <summary>Everyone who holds a voting seat today, those first whose mandate is at stake.</summary>
    public async Task<ImmutableArray<AttendanceLine>> ListAsync(ClaimsPrincipal who, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ListAsync(db, ct);
    }

    /// <summary>Null for who holds no voting seat today.</summary>
    public async Task<AttendanceSheet?> ReadAsync(ClaimsPrincipal who, PersonId person, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        await using var db = await databases.CreateDbContextAsync(ct);
        if ((await ListAsync(db, ct)).FirstOrDefault(line => line.Person.Id == person) is not { } line)
            return null;

        var commission = await directory.ReadAsync(db, clock.GetUtcNow().DayInBrussels(), ct);
        var meetings = line.Year.Sessions.Select(s => s.Meeting).ToList();
        var chambers = await db.Set<PlannedMeeting>().AsNoTracking().Where(m => meetings.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.ChamberId, ct);
        var said = (await GivenAnswer.Holding(db).Where(a => meetings.Contains(a.MeetingId) && a.PersonId == person).ToListAsync(ct))
            .GroupBy(a => a.MeetingId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Number)!.Reason);
        var justified = await JustifiedAsync(db, meetings, ct);
        var names = await db.Persons.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, ct);
        return new(line, [.. from called in line.Year.Sessions
                             orderby called.StartsAt descending
                             let justification = justified.GetValueOrDefault((called.Meeting, person))
                             select new CalledLine(
                                 called, commission.Chamber(chambers[called.Meeting])!, said.GetValueOrDefault(called.Meeting), justification,
                                 justification?.By is { } author ? names.GetValueOrDefault(author) : null)], Rule);
    }

    /// <summary>Accepts the reason for an absence, or takes that back; each with a reason that is kept.</summary>
    public async Task<Refusal?> JustifyAsync(ClaimsPrincipal who, MeetingId meeting, PersonId person, bool justified, string reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var words = OneLine.Of(reason);
        if (words.Length is 0 or > Justification.LongestReason)
            return new JustificationMissing(Justification.LongestReason);
        await using var db = await databases.CreateDbContextAsync(ct);
        if ((await ListAsync(db, ct)).FirstOrDefault(l => l.Person.Id == person)?.Year.Sessions.FirstOrDefault(s => s.Meeting == meeting) is not { Turnout: Turnout.Absent })
            return new NothingToJustify();

        var number = await db.Set<Justification>().CountAsync(j => j.MeetingId == meeting && j.PersonId == person, ct) + 1;
        db.Add(new Justification
        {
            MeetingId = meeting, PersonId = person, Number = number, IsJustified = justified, Reason = words, By = SignedInPerson.Of(who)?.Id, At = clock.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            return new JustifiedMeanwhile();
        }
        return null;
    }

    private async Task<ImmutableArray<AttendanceLine>> ListAsync(WitaLiveDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInBrussels();
        var rule = rules.On(today).Mandates;
        var since = BrusselsTime.At(today.AddMonths(-rule.AttendanceMonths), TimeOnly.MinValue);
        var sessions = await book.ReadAsync(since, now, ct);
        var meetings = sessions.Select(s => s.Meeting).ToList();
        var convened = (await db.Set<Convocation>().AsNoTracking().Where(c => c.Kind == ConvocationKind.Invitation && meetings.Contains(c.MeetingId))
            .Select(c => new { c.MeetingId, c.PersonId }).ToListAsync(ct)).Select(c => (c.MeetingId, c.PersonId)).ToHashSet();
        var justified = await JustifiedAsync(db, meetings, ct);
        var commission = await directory.ReadAsync(db, today, ct);
        return
        [
            .. (from seat in commission.Seats
                where seat.Votes
                from person in seat.Duo
                let year = new YearOfAttendance(person.Id, since,
                [
                    .. from session in sessions
                       let turnout = YearOfAttendance.Of(session, person.Id, convened.Contains((session.Meeting, person.Id)), rule)
                       where turnout is not null
                       select new Called(session.Meeting, session.StartsAt, turnout.Value, justified.GetValueOrDefault((session.Meeting, person.Id)) is { IsJustified: true }),
                ])
                select new AttendanceLine(person, seat, year, year.HasMissedTooMany(rule), year.IsAwayTooLong(rule, now)))
                .OrderByDescending(line => line.MissedTooMany || line.AwayTooLong),
        ];
    }

    private static async Task<Dictionary<(MeetingId, PersonId), Justification>> JustifiedAsync(WitaLiveDb db, List<MeetingId> meetings, CancellationToken ct) =>
        (await db.Set<Justification>().AsNoTracking().Where(j => meetings.Contains(j.MeetingId)).ToListAsync(ct))
            .GroupBy(j => (j.MeetingId, j.PersonId)).ToDictionary(g => g.Key, g => g.MaxBy(j => j.Number)!);
}

public sealed record JustificationMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}

/// <summary>That member was not absent from that meeting.</summary>
public sealed record NothingToJustify : Refusal;

/// <summary>Someone else said something of the same absence in the same moment.</summary>
public sealed record JustifiedMeanwhile : Refusal;
