namespace WitaLive.Domain.Chambers;

/// <summary>Why a mandate ended before its term.</summary>
public enum MandateEnding
{
    Resigned,
    Deceased,

    /// <summary>By the organisation that designated the duo, or from the reserve list (royal decree, art. 8).</summary>
    Replaced,

    /// <summary>The administrative function ended (royal decree, art. 8).</summary>
    FunctionEnded,

    /// <summary>For meetings missed or a long absence (royal decree, art. 2 § 6).</summary>
    Absence,
}

/// <summary>Two people share one seat for a term; one of them sits at a time. A consultative seat may have no substitute.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 2 § 1; rules of procedure, art. 3 («mandat en duo»).</remarks>
public sealed class Mandate
{
    private readonly List<Suspension> _suspensions = [];

    /// <exception cref="ArgumentException">Both of the duo are the same person.</exception>
    public Mandate(MandateId id, SeatId seat, PersonId effective, PersonId? substitute, Term term)
    {
        if (effective == substitute)
            throw new ArgumentException("Nobody is their own substitute.", nameof(substitute));
        (Id, Seat, Effective, Substitute, Term) = (id, seat, effective, substitute, term);
    }

    private Mandate() => Term = null!;

    public MandateId Id { get; private set; }

    public SeatId Seat { get; private set; }

    public PersonId Effective { get; private set; }

    public PersonId? Substitute { get; private set; }

    public Term Term { get; private set; }

    /// <summary>Null for one that runs, or ran, its term.</summary>
    public MandateEnding? Ending { get; private set; }

    /// <summary>In the order in which they were written down; one that was lifted ends on its last day.</summary>
    public IReadOnlyList<Suspension> Suspensions => _suspensions;

    public bool IsHeldBy(PersonId person) => Effective == person || Substitute == person;

    public bool IsSuspended(PersonId person, DateOnly day) => _suspensions.Exists(s => s.Person == person && s.Contains(day));

    internal void EndOn(DateOnly lastDay, MandateEnding? why = null) => (Term, Ending) = (new Term(Term.From, lastDay), why);

    internal Result<Suspension> Suspend(PersonId person, DateOnly from, DateOnly? until, string reason)
    {
        if (!IsHeldBy(person))
            return new NotOfThisMandate(person);
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > Suspension.LongestReason)
            return new SuspensionReasonMissing(Suspension.LongestReason);
        if (until < from)
            return new EndsBeforeItBegins();
        if (!Term.Contains(from) || (until is { } last && !Term.Contains(last)))
            return new DayOutsideTerm(Term.Contains(from) ? until!.Value : from, Term.From, Term.Until);
        if (_suspensions.Find(s => s.Person == person && s.Overlaps(from, until)) is { } other)
            return new SuspendedAlready(other.From, other.Until);

        var suspension = new Suspension(Id, _suspensions.Count + 1, person, from, until, reason.Trim());
        _suspensions.Add(suspension);
        return suspension;
    }

    internal Result<Suspension> Lift(int number, DateOnly lastDay)
    {
        if (_suspensions.Find(s => s.Number == number) is not { } suspension)
            return new NoSuchSuspension();
        if (!suspension.Contains(lastDay))
            return new DayOutsideTerm(lastDay, suspension.From, suspension.Until);
        suspension.EndOn(lastDay);
        return suspension;
    }
}
