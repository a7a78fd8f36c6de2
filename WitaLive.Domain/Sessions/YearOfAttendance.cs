using WitaLive.Domain.Decisions;
using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Sessions;

/// <summary>What became of a member's place in one session.</summary>
public enum Turnout
{
    Came,

    /// <summary>The other of the duo sat.</summary>
    PartnerCame,

    /// <summary>The voice of the seat was given to another member.</summary>
    Represented,

    Absent,
}

/// <summary>One session to which a member was called.</summary>
/// <param name="Justified">For an absence: the secretariat accepted the reason.</param>
public sealed record Called(MeetingId Meeting, DateTimeOffset StartsAt, Turnout Turnout, bool Justified)
{
    public bool IsMissed => Turnout is Turnout.Absent && !Justified;
}

/// <summary>The sessions of one member over the time that the rules look at, and whether they cost the mandate.</summary>
/// <param name="Since">From when on the member held a mandate, within that time.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 2 § 6. It is the King who replaces; here it is only said.</remarks>
public sealed record YearOfAttendance(PersonId Person, DateTimeOffset Since, ImmutableArray<Called> Sessions)
{
    public int Missed => Sessions.Count(s => s.IsMissed);

    /// <summary>Half of the meetings, or whatever share the rules say, were missed without justification; and so many that a share says something.</summary>
    public bool HasMissedTooMany(MandateRule rule) =>
        Missed >= rule.MissedAtLeast && new Fraction(Missed, Sessions.Length) >= rule.MissedShare;

    /// <summary>The beginning of an absence that lasts until now: the first session missed since the last one that was not; null while there is none.</summary>
    /// <remarks>Justified or not: the second case of the article says nothing of justification.</remarks>
    public DateTimeOffset? AbsentSince =>
        Sessions.OrderBy(s => s.StartsAt).Reverse().TakeWhile(s => s.Turnout is Turnout.Absent).Select(s => (DateTimeOffset?)s.StartsAt).LastOrDefault();

    public bool IsAwayTooLong(MandateRule rule, DateTimeOffset now) => AbsentSince is { } since && since.AddMonths(rule.AbsentMonths) < now;

    /// <summary>What became of a member's place in a session; null when this member was not called to it.</summary>
    /// <param name="convened">Whether a substitute was called: without that, the seat was the effective member's to fill.</param>
    public static Turnout? Of(Session session, PersonId person, bool convened, MandateRule rule)
    {
        if (session.Seats.FirstOrDefault(seat => seat.Duo.Any(m => m.Person == person)) is not { } seat)
            return null;
        var me = seat.Duo.First(m => m.Person == person);
        if (me.Came)
            return Turnout.Came;
        if (seat.Effective.Person != person && !convened)
            return null;
        if (rule.PartnerCounts && seat.Duo.Any(m => m.Came))
            return Turnout.PartnerCame;
        return seat.Represented ? Turnout.Represented : Turnout.Absent;
    }
}
