namespace WitaLive.Domain.Chambers;

/// <summary>Two people share one seat for a term; one of them sits at a time. A consultative seat may have no substitute.</summary>
/// <remarks>Source: royal decree of 13 March 2023, art. 2 § 1; rules of procedure, art. 3 («mandat en duo»).</remarks>
public sealed class Mandate
{
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

    public bool IsHeldBy(PersonId person) => Effective == person || Substitute == person;

    internal void EndOn(DateOnly lastDay) => Term = new Term(Term.From, lastDay);
}
