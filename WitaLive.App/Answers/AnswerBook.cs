using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Forecasts;
using WitaLive.App.Jobs;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Answers;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Answers;

/// <summary>Writes answers down: the answer, the convocation or alarm that follows from it, and the mails of both are one transaction.</summary>
public sealed class AnswerBook(
    IDbContextFactory<WitaLiveDb> databases, MeetingReading reading, AnswerConsequences consequences, JobBell bell, TimeProvider clock)
{
    /// <param name="by">Who writes it down for someone else; null for oneself.</param>
    /// <param name="link">The hash of the link it comes through, which is used up by it; null for an answer given on the site.</param>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> TakeAsync(MeetingId id, Answer answer, AnswerWay way, PersonId? by, byte[]? link, CancellationToken ct)
    {
        // Another answer of this duo, or the same one twice, may be first: then this one is heard knowing that.
        var heard = answer with { Reason = answer is { Kind: AnswerKind.Absent, Reason: { } said } ? FreeText.Of(said) : null };
        var why = await Anew.UntilWrittenAsync(() => TryAsync(id, heard, way, by, link, ct), ct);
        bell.Ring<SendDueMail>();
        bell.Ring<WatchQuorum>();
        return why;
    }

    private async Task<Refusal?> TryAsync(MeetingId id, Answer answer, AnswerWay way, PersonId? by, byte[]? link, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<PlannedMeeting>().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } meeting)
            return new NoSuchMeeting();
        if (meeting.CancelledAt is not null)
            return new MeetingIsCancelled();
        var (chamber, people, _) = await reading.AroundAsync(db, meeting, ct);
        if (people.Invited.FirstOrDefault(i => i.Person.Id == answer.Person) is not { } invited)
            return new NotConvened();

        var told = await ToldAsync(db, id, invited, ct);
        if (!told.Any(c => c.PersonId == answer.Person && c.Kind is ConvocationKind.Invitation))
            return new NotConvened();
        var through = link is null ? null : told.Find(c => c.LinkHash is { } hash && hash.AsSpan().SequenceEqual(link));
        var earlier = await EarlierAsync(db, id, invited, ct);
        if (link is not null && through is not { LinkUsedAt: null })
            return earlier.Exists(a => a.PersonId == answer.Person) ? new AnswerLinkUsed() : new AnswerLinkOutlived();

        var follows = ImmutableArray<Consequence>.Empty;
        switch (DuoOf(invited, earlier, told).Hear(answer, AskingOf(meeting), now))
        {
            case Result<ImmutableArray<Consequence>>.Refused(var why):
                return why;
            case Result<ImmutableArray<Consequence>>.Ok(var consequencesOfIt):
                follows = consequencesOfIt;
                break;
        }

        through?.UseLink(now);
        var last = earlier.Where(a => a.PersonId == answer.Person).MaxBy(a => a.Number);
        if (last is null || (last.Kind, last.Reason) != (answer.Kind, answer.Reason))
        {
            var number = await db.Set<GivenAnswer>().CountAsync(a => a.MeetingId == id && a.PersonId == answer.Person, ct) + 1;
            db.Add(new GivenAnswer
            {
                MeetingId = id, PersonId = answer.Person, Number = number, Kind = answer.Kind,
                Reason = answer.Reason, At = now, Way = way, By = by,
            });
            told.Where(c => c.Kind is ConvocationKind.Invitation).ToList().ForEach(c => c.CountAnswer());
            await consequences.FollowAsync(db, meeting, (chamber, people), invited, follows, now, ct);
            if (!answer.Kind.Comes() && last?.Kind.Comes() is not false)
                await consequences.TellGiverAsync(db, meeting, (chamber, people), answer.Person, now, ct);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>What an answer may be, for a meeting as it is planned now.</summary>
    public static Asking AskingOf(PlannedMeeting meeting) => new(meeting.StartsAt, meeting.State is not MeetingState.Planned, meeting.Mode is not MeetingMode.OnSite);

    private static IEnumerable<PersonId> BothOf(Invited invited) => invited.Seat is { } seat ? seat.Duo.Select(p => p.Id) : [invited.Person.Id];

    private static Task<List<Convocation>> ToldAsync(WitaLiveDb db, MeetingId id, Invited invited, CancellationToken ct)
    {
        var both = BothOf(invited).ToList();
        return db.Set<Convocation>().Where(c => c.MeetingId == id && both.Contains(c.PersonId)).ToListAsync(ct);
    }

    private static Task<List<GivenAnswer>> EarlierAsync(WitaLiveDb db, MeetingId id, Invited invited, CancellationToken ct)
    {
        var both = BothOf(invited).ToList();
        return GivenAnswer.Holding(db).Where(a => a.MeetingId == id && both.Contains(a.PersonId)).ToListAsync(ct);
    }

    /// <summary>The two of a seat as far as answers go, for reading.</summary>
    public static async Task<Duo> DuoOfAsync(WitaLiveDb db, MeetingId id, Invited invited, CancellationToken ct) =>
        DuoOf(invited, await EarlierAsync(db, id, invited, ct), await ToldAsync(db, id, invited, ct));

    private static Duo DuoOf(Invited invited, List<GivenAnswer> earlier, List<Convocation> told)
    {
        var both = BothOf(invited).ToArray();
        return new(
            both[0],
            both.Length > 1 ? both[1] : null,
            earlier.GroupBy(a => a.PersonId).ToImmutableDictionary(g => g.Key, g => g.MaxBy(a => a.Number)!.Kind),
            Convocation.Convened(told));
    }
}

public sealed record AnswerLinkUsed : Refusal;

/// <summary>It was used, and the answer it gave counts no more: the meeting was moved to another day.</summary>
public sealed record AnswerLinkOutlived : Refusal;
