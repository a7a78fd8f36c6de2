using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Conflicts;

/// <summary>Takes a member's word on a possible conflict before the meeting, and takes a recusal back: by the member, or by who presides.</summary>
/// <remarks>
/// Source: rules of procedure, art. 53 § 1: the member tells the chair and lets the substitute take part. The word and the mail that tells of it are one
/// transaction; the room and the substitute follow from it (<see cref="FindConflicts"/>).
/// </remarks>
public sealed class RecusalDesk(IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, ConflictMails mails, FindConflicts consequences, TimeProvider clock)
{
    /// <summary>Confirmed, the member does not take part in the item, and the other one of the duo is convened for it.</summary>
    public async Task<Refusal?> AnswerAsync(ClaimsPrincipal who, MeetingId meeting, ItemId item, bool confirmed, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var me = SignedInPerson.Of(who)!.Id;
        return await SayAsync(meeting, item, me, ConflictState.Proposed, (conflict, _, now) =>
        {
            conflict.Answer(confirmed, now);
            return null;
        }, ct) is { } why ? why : await FollowAsync(meeting, ct);
    }

    /// <summary>The member takes part in the item after all; whoever was convened for it is told.</summary>
    /// <param name="member">Who stepped aside: oneself, or a member of a meeting one may preside over.</param>
    public async Task<Refusal?> LiftAsync(ClaimsPrincipal who, MeetingId meeting, ItemId item, PersonId member, string reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.SignedIn);
        var (me, said) = (SignedInPerson.Of(who)!.Id, FreeText.Of(reason));
        if (said.Length is 0 or > PossibleConflict.LongestReason)
            return new LiftReasonMissing(PossibleConflict.LongestReason);
        return await SayAsync(meeting, item, member, ConflictState.Confirmed, (conflict, people, now) =>
        {
            if (me != member && !Presides(people, me))
                return new OnlyTheChair();
            conflict.Lift(me, said, now);
            return null;
        }, ct) is { } why ? why : await FollowAsync(meeting, ct);
    }

    /// <summary>Whoever may come to preside by election or office; a jurist who only stands in judges nobody.</summary>
    internal static bool Presides(MeetingPeople people, PersonId person) =>
        people.Presiders.Any(p => p.Person.Id == person) && people.Jurists.All(j => j.Id != person);

    private async Task<Refusal?> SayAsync(
        MeetingId id, ItemId item, PersonId member, ConflictState wanted, Func<PossibleConflict, MeetingPeople, DateTimeOffset, Refusal?> say, CancellationToken ct) =>
        await Anew.UntilWrittenAsync<Refusal?>(async () =>
        {
            var now = clock.GetUtcNow();
            await using var db = await databases.CreateDbContextAsync(ct);
            var conflict = await db.Set<PossibleConflict>().SingleOrDefaultAsync(c => c.MeetingId == id && c.ItemId == item && c.PersonId == member, ct);
            var meeting = await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).AsSplitQuery()
                .SingleOrDefaultAsync(m => m.Id == id && m.CancelledAt == null && m.State == MeetingState.Planned, ct);
            if (conflict?.State != wanted || meeting is null)
                return new ConflictAnswered();
            var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
            if (say(conflict, people, now) is { } why)
                return why;
            if (meeting.Agenda.FirstOrDefault(l => l.Id == item) is { } line)
                foreach (var mail in mails.Telling(conflict, new(meeting, chamber, people, line.Position), now))
                    Outbox.Add(db, mail);
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);

    private async Task<Refusal?> FollowAsync(MeetingId meeting, CancellationToken ct)
    {
        await consequences.CarryOutAsync(meeting, clock.GetUtcNow(), ct); // what fails here the next run does
        return null;
    }
}

/// <summary>It was answered, the meeting has begun, or the item is no longer on its agenda.</summary>
public sealed record ConflictAnswered : Refusal;

public sealed record LiftReasonMissing(int Longest) : Refusal
{
    public override ImmutableArray<object> Gaps => [Longest];
}
