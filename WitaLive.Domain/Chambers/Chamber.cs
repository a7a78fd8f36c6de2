using WitaLive.Domain.Rules;

namespace WitaLive.Domain.Chambers;

/// <summary>A formation that sits under its own name: a restricted chamber, the enlarged one, the plenary.</summary>
/// <param name="section">The one section of a restricted chamber (fr or nl); null where both sit.</param>
/// <param name="adHocLanguage">The language of the files it was formed for; null for a standing chamber.</param>
/// <param name="number">From 1, among the chambers of that formation and section.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 4 to 6; rules of procedure, art. 12 and 13.</remarks>
public sealed class Chamber(ChamberId id, FormationCode formation, string? section, string? adHocLanguage, int number)
{
    private readonly List<ChamberSeat> _places = [];
    private readonly List<ChairChoice> _choices = [];

    public static ChairRole ChairRole { get; } = new("chair");

    public static ChairRole SubstituteChairRole { get; } = new("substituteChair");

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

    /// <summary>Everyone ever chosen to preside here, and how; the last of a role is in it.</summary>
    public IReadOnlyList<ChairChoice> Choices => _choices;

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

    /// <summary>Records who was chosen to preside, when and how; the one before is in the role no longer.</summary>
    /// <param name="members">Everyone who holds a voting seat of this chamber today.</param>
    /// <param name="mandateEnds">The end of that person's mandate, where it has one.</param>
    /// <returns>The refusal, or null.</returns>
    /// <remarks>Source: royal decree of 13 March 2023, art. 4 § 1; rules of procedure, art. 13.</remarks>
    public Refusal? Choose(ChairChoice choice, IReadOnlyCollection<PersonId> members, DateOnly today, DateOnly? mandateEnds, MandateRule rules)
    {
        if (choice.On > today)
            return new ChosenInFuture();
        if (!members.Contains(choice.Person))
            return new ChairNotOfTheChamber(choice.Person);
        var isChair = choice.Role == ChairRole;
        var other = isChair ? SubstituteChair : Chair;
        if (other == choice.Person)
            return new SamePersonTwice(choice.Person);
        var least = Period.LastDay(choice.On, rules.InterimMonths);
        if (mandateEnds < least)
            least = mandateEnds.Value;
        if (choice is { How: ChairChoosing.Interim, Until: { } until } && until < least)
            return new InterimTooShort(least);

        _choices.Add(choice with { Number = _choices.Count + 1, Until = choice.How is ChairChoosing.Interim ? choice.Until : null });
        if (isChair)
            Chair = choice.Person;
        else
            SubstituteChair = choice.Person;
        return null;
    }
}

/// <summary>That a seat belongs to a chamber.</summary>
public sealed record ChamberSeat(ChamberId Chamber, SeatId Seat);

public sealed record ChairNotOfTheChamber(PersonId Person) : Refusal;
