namespace WitaLive.Domain.Chambers;

/// <summary>One voice of one group in one section, and who has held it. No two mandates hold it on the same day.</summary>
/// <param name="section">The language role it belongs to: fr or nl.</param>
/// <param name="number">From 1, within the section and group.</param>
/// <param name="body">The body that fills it, where the law names one (ONSS, INASTI, ONEM, a Community); otherwise null.</param>
/// <remarks>Source: royal decree of 13 March 2023, art. 2 § 1.</remarks>
public sealed class Seat(SeatId id, string section, GroupCode group, int number, string? body = null)
{
    private readonly List<Mandate> _mandates = [];

    public SeatId Id { get; } = id;

    public string Section { get; } = section;

    public GroupCode Group { get; } = group;

    public int Number { get; } = number >= 1 ? number : throw new ArgumentOutOfRangeException(nameof(number), number, "Seats are numbered from 1.");

    public string? Body { get; } = body;

    /// <summary>Counts the changes of the mandates, so that two writers at once cannot both appoint.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<Mandate> Mandates => _mandates;

    public Mandate? MandateOn(DateOnly day) => _mandates.Find(m => m.Term.Contains(day));

    public Result<Mandate> Appoint(MandateId mandate, PersonId effective, PersonId? substitute, Term term)
    {
        if (effective == substitute)
            return new SamePersonTwice(effective);
        if (_mandates.Find(m => m.Term.Overlaps(term)) is { } taken)
            return new SeatTaken(Id, taken.Id, taken.Term.From, taken.Term.Until);

        var appointed = new Mandate(mandate, Id, effective, substitute, term);
        _mandates.Add(appointed);
        Revision++;
        return appointed;
    }

    /// <summary>Ends a mandate early: whoever replaces the duo is appointed from the day after.</summary>
    /// <param name="lastDay">The last day of the mandate, within its term.</param>
    public Result<Mandate> End(MandateId mandate, DateOnly lastDay)
    {
        if (_mandates.Find(m => m.Id == mandate) is not { } ending)
            return new NoSuchMandate(mandate);
        if (!ending.Term.Contains(lastDay))
            return new DayOutsideTerm(lastDay, ending.Term.From, ending.Term.Until);

        ending.EndOn(lastDay);
        Revision++;
        return ending;
    }
}

public sealed record SeatTaken(SeatId Seat, MandateId By, DateOnly From, DateOnly? Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [From, Until is { } until ? until : "…"];
}

public sealed record SamePersonTwice(PersonId Person) : Refusal;

public sealed record NoSuchMandate(MandateId Mandate) : Refusal;

public sealed record DayOutsideTerm(DateOnly Day, DateOnly From, DateOnly? Until) : Refusal
{
    public override ImmutableArray<object> Gaps => [Day, From, Until is { } until ? until : "…"];
}
