using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Access;
using WitaLive.App.Answers;
using WitaLive.App.Conflicts;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Jobs;
using WitaLive.App.Letters;
using WitaLive.App.Mail;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Meetings;

/// <summary>Changes when, where, how and with whom a meeting is held, or cancels it; whoever was convened is told in the same transaction.</summary>
public sealed class MeetingChanges(PlanChanges plans, MeetingPlanning planning, MeetingReading reading, ConvocationWriting writing, JobBell bell, TimeProvider clock)
{
    /// <param name="shown">The facts the change was made on: others stored meanwhile refuse it.</param>
    /// <param name="asksFirst">When people would be written to, nothing is saved and <see cref="WouldTell"/> says how many.</param>
    public async Task<ImmutableArray<FieldProblem>> SaveFactsAsync(
        ClaimsPrincipal who, MeetingId id, MeetingFacts shown, MeetingForm form, CancellationToken ct, bool asksFirst = false)
    {
        Policies.Demand(who, Policies.Secretariat);
        var now = clock.GetUtcNow();
        var (facts, problems) = form.Read(now);
        if (facts is null)
            return problems;

        var why = await plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            if (MeetingFacts.Of(meeting) != shown)
                return new FactsChangedMeanwhile();
            if (facts == shown)
                return null;
            await ChamberDiary.TakeAsync(db, meeting.ChamberId, ct);
            if (await ChamberDiary.WhyNotAsync(db, meeting.ChamberId, facts, id, ct) is { } taken)
                return taken;
            facts.PutInto(meeting);
            if (facts.StartsAt != shown.StartsAt && await WhyNotThenAsync(who, db, meeting, form, ct) is { } tooLate)
                return tooLate;
            if (meeting.ConvenedAt is not null)
            {
                var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
                var rows = await writing.ForAsync(db, meeting, (chamber, people), ct);
                if (asksFirst && WouldTellAny((await rows.ConvenedNowAsync(ct)).Concat(await CalledForAnItem.OfAsync(db, id, ct)).DistinctBy(p => p.Id)) is { } asked)
                    return asked;
                await rows.AddForAllAsync(ConvocationKind.Change, LetterKind.Change, now, language => Before(shown, language), ct);
                if (Languages.BrusselsTime.DayInBrussels(facts.StartsAt) != Languages.BrusselsTime.DayInBrussels(shown.StartsAt))
                    await AnotherDay.BeginAsync(db, meeting, writing.Proxies, shown.StartsAt, now, ct);
            }
            return null;
        }, ct);
        bell.Ring<SendDueMail>();
        return why switch
        {
            null => [],
            NoticeTooShort or ChairApprovalMissing or SecondNotThatDay => [new("day", why)],
            NotAChairOfThisMeeting => [new("approval", why)],
            ChamberSitsThen => [new("hour", why)],
            _ => [new("", why)],
        };
    }

    /// <param name="shown">The seats the change was made on: others stored meanwhile refuse it.</param>
    /// <param name="asksFirst">When people would be written to, nothing is saved and <see cref="WouldTell"/> says how many.</param>
    public async Task<ImmutableArray<Refusal>> SaveSeatsAsync(
        ClaimsPrincipal who, MeetingId id, IReadOnlyCollection<SeatId> shown, MeetingForm form, CancellationToken ct, bool asksFirst = false)
    {
        Policies.Demand(who, Policies.Secretariat);
        ImmutableArray<Refusal> lacking = [];
        var why = await plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            lacking = [];
            if (!meeting.Seats.Select(s => s.SeatId).ToHashSet().SetEquals(shown))
                return new FactsChangedMeanwhile();
            var (chamber, commission, _) = await reading.CommissionAsync(db, meeting, ct);
            lacking = planning.Lacking(commission, chamber, form.Seats);
            if (!lacking.IsEmpty)
                return lacking[0];
            meeting.Compose(form.Seats.Concat(MeetingPlanning.Consultative(commission, chamber)));
            return meeting.ConvenedAt is null ? null : await TellAsync(db, meeting, asksFirst, ct);
        }, ct);
        bell.Ring<SendDueMail>();
        return why is null ? [] : lacking.IsEmpty ? [why] : lacking;
    }

    private async Task<Refusal?> TellAsync(WitaLiveDb db, PlannedMeeting meeting, bool asksFirst, CancellationToken ct)
    {
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        var recomposed = await Recomposition.OfAsync(db, meeting, people, ct);
        if (asksFirst && WouldTellAny(recomposed.Concerned) is { } asked)
            return asked;
        await recomposed.TellAsync(db, await writing.ForAsync(db, meeting, (chamber, people), ct), writing.Proxies, clock.GetUtcNow(), ct);
        return null;
    }

    private static WouldTell? WouldTellAny(IEnumerable<Person> people)
    {
        var (byMail, onPaper) = ConvocationRows.Counted(people);
        return byMail + onPaper == 0 ? null : new(byMail, onPaper);
    }

    /// <summary>The meeting is not held: its files wait again, what was not yet mailed is taken back, and whoever was convened is told why.</summary>
    public async Task<Refusal?> CancelAsync(ClaimsPrincipal who, MeetingId id, string reason, CancellationToken ct)
    {
        Policies.Demand(who, Policies.Secretariat);
        var said = FreeText.Of(reason);
        if (said.Length is 0 or > PlanLimits.Reason)
            return new CancelReasonMissing(PlanLimits.Reason);

        var now = clock.GetUtcNow();
        var why = await plans.ChangeAsync(who, id, async (db, meeting) =>
        {
            (meeting.CancelledAt, meeting.CancelReason, meeting.ConveneAt) = (now, said, null);
            await AgendaFiles.ReturnAsync(db, meeting.Agenda.Where(line => line.ReferredAt is null).Select(line => line.FileId).OfType<FileId>(), ct);
            await Outbox.CancelForMeetingAsync(db, id, MeetingLetters.Purpose, now, ct);
            var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
            var rows = await writing.ForAsync(db, meeting, (chamber, people), ct);
            await rows.AddForAllAsync(ConvocationKind.Cancellation, LetterKind.Cancellation, now, _ => [("cancel.reason", said)], ct);
            return null;
        }, ct);
        bell.Ring<SendDueMail>();
        return why;
    }

    private static (string, string)[] Before(MeetingFacts facts, string language) => ReceiverLanguage.Run<(string, string)[]>(language, () =>
        [("before.day", Languages.BrusselsTime.ToLongDay(facts.StartsAt)), ("before.start", Languages.BrusselsTime.ToTime(facts.StartsAt))]);

    // Once people were convened, another day is a convocation anew: the notice counts from today.
    private async Task<Refusal?> WhyNotThenAsync(ClaimsPrincipal who, WitaLiveDb db, PlannedMeeting meeting, MeetingForm form, CancellationToken ct)
    {
        var (_, people, rules) = await reading.AroundAsync(db, meeting, ct);
        if (meeting.FirstMeetingId is { } first && await db.Set<PlannedMeeting>().Where(m => m.Id == first).Select(m => (DateTimeOffset?)m.StartsAt).SingleOrDefaultAsync(ct) is { } failed)
        {
            var (one, other) = (Languages.BrusselsTime.DayInBrussels(failed), Languages.BrusselsTime.DayInBrussels(meeting.StartsAt));
            var quorum = rules.Quorum(meeting.Formation);
            if (!quorum.AllowsSecond(one, other))
                return new SecondNotThatDay(one, quorum.LatestSecond(one));
        }
        if (meeting.ConvenedAt is null)
            return null;
        return ShortNotice.Record(meeting, people, form.Approver, SignedInPerson.Of(who)?.Id, NoticeStatus.Of(rules, clock.GetUtcNow(), meeting.StartsAt), clock.GetUtcNow());
    }
}
