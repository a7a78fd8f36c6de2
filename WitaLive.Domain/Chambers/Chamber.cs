namespace WitaLive.Domain.Chambers;

/// <summary>A formation that sits under its own name: a restricted chamber, the enlarged one, the plenary.</summary>
/// <param name="section">The one section of a restricted chamber (fr or nl); null where both sit.</param>
/// <param name="adHocLanguage">The language of the files it was formed for; null for a standing chamber.</param>
/// <param name="number">From 1, among the chambers of that formation and section.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 to 6; rules of procedure, art. 12 and 13.</remarks>
public sealed class Chamber(ChamberId id, FormationCode formation, string? section, string? adHocLanguage, int number)
{
    private readonly List<ChamberSeat> _places = [];

    public ChamberId Id { get; } = id;

    public FormationCode Formation { get; } = formation;

    public string? Section { get; } = section;

    public string? AdHocLanguage { get; } = adHocLanguage;

    public int Number { get; } = number;

    /// <summary>The words of data/commission/composition.json for the arts whose files come here.</summary>
    public IReadOnlyList<string> Domains { get; private set; } = [];

    /// <summary>One of the members who sit here, elected by them; keeps the vote.</summary>
    public PersonId? Chair { get; private set; }

    public PersonId? SubstituteChair { get; private set; }

    public IReadOnlyList<ChamberSeat> Places => _places;

    public IEnumerable<SeatId> Seats => _places.Select(p => p.Seat);

    public void TakeOn(IEnumerable<string> domains) => Domains = [.. domains.Distinct()];

    /// <summary>Gives the chamber its seats, if they make a composition the rules allow; on a refusal nothing has changed.</summary>
    /// <returns>What the composition lacks; empty when the seats were given.</returns>
    public ImmutableArray<Refusal> Compose(IReadOnlyCollection<Sitting> seats, FormationComposition rules)
    {
        var lacking = rules.Lacking(seats, Section, AdHocLanguage);
        if (lacking.IsEmpty)
            Seat(seats.Select(s => s.Seat.Id));
        return lacking;
    }

    /// <summary>Gives the chamber the seats a data file lists; whether they make a composition is a test on that file.</summary>
    public void Seat(IEnumerable<SeatId> seats)
    {
        var (before, now) = (Seats.ToHashSet(), seats.ToHashSet());
        _places.RemoveAll(p => !now.Contains(p.Seat));
        _places.AddRange(now.Except(before).Select(seat => new ChamberSeat(Id, seat)));
    }

    /// <summary>Records whom the members elected to preside.</summary>
    /// <param name="members">Everyone who holds a voting seat of this chamber today.</param>
    /// <returns>The refusal, or null.</returns>
    public Refusal? Elect(PersonId? chair, PersonId? substituteChair, IReadOnlyCollection<PersonId> members)
    {
        if (chair is not null && chair == substituteChair)
            return new SamePersonTwice(chair.Value);
        foreach (var elected in new[] { chair, substituteChair })
            if (elected is { } person && !members.Contains(person))
                return new ChairNotOfTheChamber(person);

        (Chair, SubstituteChair) = (chair, substituteChair);
        return null;
    }
}

/// <summary>That a seat belongs to a chamber.</summary>
public sealed record ChamberSeat(ChamberId Chamber, SeatId Seat);

public sealed record ChairNotOfTheChamber(PersonId Person) : Refusal;
