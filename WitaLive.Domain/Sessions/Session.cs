using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.Domain.Sessions;

/// <summary>One of a duo in a session.</summary>
/// <param name="Came">Signed the attendance list, whenever and however long.</param>
/// <param name="Stays">While the session ran.</param>
public sealed record MemberInSession(PersonId Person, bool Came, ImmutableArray<Spell> Stays)
{
    /// <summary>Came to where the session was held, once at least.</summary>
    public bool OnSite { get; init; }
}

/// <summary>A seat in a session.</summary>
/// <param name="Represented">Its voice was held by another member at the end.</param>
public sealed record SeatInSession(SeatId Seat, GroupCode Group, MemberInSession Effective, MemberInSession? Substitute, bool Represented)
{
    public IEnumerable<MemberInSession> Duo => Substitute is { } substitute ? [Effective, substitute] : [Effective];
}

/// <summary>Someone who came by office, without a seat.</summary>
public sealed record OfficerInSession(ChairRole Role, MemberInSession Member);

/// <summary>A meeting that is over, as far as attendance and fees depend on it. It is made from its journal and from nothing else.</summary>
/// <param name="Ran">From its opening to its end; null when it was adjourned without having been opened.</param>
/// <param name="Pauses">While it was suspended.</param>
public sealed record Session(
    MeetingId Meeting, FormationCode Formation, DateTimeOffset StartsAt, Spell? Ran, ImmutableArray<Spell> Pauses,
    ImmutableArray<SeatInSession> Seats, ImmutableArray<OfficerInSession> Officers)
{
    /// <summary>Who was there when it was adjourned for want of a quorum; null when it was not.</summary>
    public QuorumStatus? FailedWith { get; init; }

    /// <summary>Folds a journal; null while the meeting is not over, or was cancelled.</summary>
    public static Session? Of(MeetingId id, IEnumerable<MeetingEvent> journal)
    {
        var (meeting, failedWith) = (new Meeting(), (QuorumStatus?)null);
        foreach (var happened in journal)
        {
            meeting = meeting.Apply(happened);
            if (happened is MeetingAdjourned adjourned)
                failedWith = adjourned.Quorum;
        }
        return meeting is { IsOver: true, IsCancelled: false, EndedAt: not null } ? Of(id, meeting) with { FailedWith = failedWith } : null;
    }

    /// <summary>How long it really lasted.</summary>
    /// <param name="pausesCount">Whether suspensions belong to it.</param>
    public TimeSpan Duration(bool pausesCount) => Ran is { } ran ? Lasted([ran], pausesCount) : TimeSpan.Zero;

    /// <summary>The same as far as it can be counted: which seats were filled and how it ended. Nobody is in it, and nobody's hours.</summary>
    public Session WithoutPersons()
    {
        return this with { Seats = [.. Seats.Select(seat => seat with { Effective = Nobody(seat.Effective), Substitute = seat.Substitute is { } substitute ? Nobody(substitute) : null })], Officers = [] };

        static MemberInSession Nobody(MemberInSession member) => new(default, member.Came, []);
    }

    /// <summary>How long these stays last within the session.</summary>
    public TimeSpan Lasted(IEnumerable<Spell> stays, bool pausesCount) => Spell.Together(pausesCount ? stays : Spell.Without(stays, Pauses));

    private static Session Of(MeetingId id, Meeting meeting)
    {
        Spell? ran = meeting.OpenedAt is { } opened ? new(opened, meeting.EndedAt!.Value) : null;
        var plan = meeting.Plan!;
        return new(
            id, plan.Formation, plan.StartsAt, ran, [.. meeting.PausesHeld.Select(pause => new Spell(pause.From, pause.Until!.Value))],
            [
                .. plan.Seats.Select(seat => new SeatInSession(
                    seat.Id, seat.Group, Member(meeting, seat.Effective, ran), seat.Substitute is { } substitute ? Member(meeting, substitute, ran) : null,
                    meeting.Proxies.ContainsKey(seat.Id))),
            ],
            [
                .. plan.Presiders.Where(p => meeting.SeatOf(p.Person) is null).Select(p => new OfficerInSession(p.Role, Member(meeting, p.Person, ran))),
            ]);
    }

    private static MemberInSession Member(Meeting meeting, PersonId person, Spell? ran)
    {
        var stays = meeting.Attendances.TryGetValue(person, out var line) ? line.Stays : [];
        return new(person, stays.Length > 0, ran is { } session
            ? [.. stays.Select(stay => new Spell(stay.From, stay.Until ?? session.Until).Within(session)).Where(s => s.Length > TimeSpan.Zero)]
            : [])
        {
            OnSite = stays.Any(stay => stay.Mode is AttendanceMode.OnSite),
        };
    }
}
