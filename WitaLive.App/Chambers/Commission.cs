using WitaLive.Domain;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Chambers;

/// <summary>The Commission as it is on one day: who holds which seat, which chambers there are, who presides, who assists.</summary>
public sealed record Commission(
    DateOnly Day,
    ImmutableArray<SeatOnDay> Seats,
    ImmutableArray<ChamberOnDay> Chambers,
    ImmutableArray<OfficeOnDay> Offices,
    ImmutableArray<Person> Jurists,
    ImmutableArray<Person> Secretariat)
{
    public Person? President => Holder(Office.President);

    public Person? VicePresident => Holder(Office.VicePresident);

    /// <summary>Whether this person is the President or the vice-president.</summary>
    public bool IsPresidedBy(PersonId person) => President?.Id == person || VicePresident?.Id == person;

    public SeatOnDay? SeatOf(PersonId person) => Seats.FirstOrDefault(s => s.IsHeldBy(person));

    /// <summary>Whether somebody holds a seat or an office that day, or serves it.</summary>
    public bool Includes(PersonId person) =>
        SeatOf(person) is not null || Offices.Any(o => o.Person.Id == person) || Jurists.Concat(Secretariat).Any(p => p.Id == person);

    public ChamberOnDay? Chamber(ChamberId id) => Chambers.FirstOrDefault(c => c.Id == id);

    private Person? Holder(ChairRole role) => Offices.FirstOrDefault(o => o.Role == role)?.Person;
}

/// <summary>A seat and the duo that holds it that day, without whoever is suspended; without a mandate, or with both suspended, it is vacant.</summary>
/// <param name="Votes">False for a consultative seat.</param>
/// <param name="StandsIn">The effective member is suspended: the substitute is alone and takes that place.</param>
public sealed record SeatOnDay(
    SeatId Id, string Section, GroupCode Group, int Number, string? Body, bool Votes, MandateId? Mandate, Person? Effective, Person? Substitute, bool StandsIn = false)
{
    /// <summary>Effective member and substitute, as far as there are any.</summary>
    public IEnumerable<Person> Duo => new[] { Effective, Substitute }.OfType<Person>();

    public bool IsVacant => Effective is null;

    public bool IsHeldBy(PersonId person) => Effective?.Id == person || Substitute?.Id == person;
}

/// <param name="Seats">Voting seats in the order of the groups, then the consultative ones. Empty for one composed when it is needed.</param>
public sealed record ChamberOnDay(
    ChamberId Id, FormationCode Formation, string? Section, string? AdHocLanguage, int Number, ImmutableArray<string> Domains,
    ImmutableArray<SeatOnDay> Seats, Person? Chair, Person? SubstituteChair)
{
    public IEnumerable<SeatOnDay> VotingSeats => Seats.Where(s => s.Votes);

    public IEnumerable<SeatOnDay> ConsultativeSeats => Seats.Where(s => !s.Votes);

    /// <summary>Everyone who holds a seat here that day, voting or not.</summary>
    public IEnumerable<Person> Members => Seats.SelectMany(s => s.Duo).DistinctBy(p => p.Id);
}

public sealed record OfficeOnDay(ChairRole Role, Person Person);
