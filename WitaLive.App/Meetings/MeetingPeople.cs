using WitaLive.App.Chambers;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Meetings;

/// <summary>Someone a meeting invites, and why: a seat held, or an office.</summary>
/// <param name="Seat">Null for who comes by office.</param>
/// <param name="Role">In what quality this person may preside; null for who may not.</param>
public sealed record Invited(Person Person, SeatOnDay? Seat, ChairRole? Role)
{
    public bool IsSubstitute => Seat?.Substitute?.Id == Person.Id;
}

/// <summary>Whom a meeting concerns on its day.</summary>
/// <param name="Seats">Voting and consultative.</param>
/// <param name="Presiders">In the order in which they stand in for each other.</param>
public sealed record MeetingPeople(
    ImmutableArray<SeatOnDay> Seats, ImmutableArray<(ChairRole Role, Person Person)> Presiders, ImmutableArray<Person> Jurists, ImmutableArray<Person> Secretariat)
{
    /// <summary>Both of every duo, and who may preside by election or office; the secretariat and its jurists send the invitation, they get none.</summary>
    public ImmutableArray<Invited> Invited =>
        [.. Seats.SelectMany(seat => seat.Duo.Select(person => new Invited(person, seat, RoleOf(person))))
            .Concat(Presiders.Where(p => Jurists.All(j => j.Id != p.Person.Id)).Select(p => new Invited(p.Person, null, p.Role)))
            .DistinctBy(i => i.Person.Id)];

    /// <summary>The voting seats that somebody holds, as the rules of a meeting know them.</summary>
    public ImmutableArray<Domain.Meetings.PlannedSeat> VotingSeats =>
        [.. Seats.Where(s => s is { Votes: true, Effective: not null }).Select(s => new Domain.Meetings.PlannedSeat(s.Id, s.Group, s.Section, s.Number, s.Effective!.Id, s.Substitute?.Id))];

    /// <summary>Whether this person may read the agenda and the papers.</summary>
    public bool Include(PersonId person) =>
        Seats.Any(s => s.IsHeldBy(person)) || Presiders.Any(p => p.Person.Id == person) || Jurists.Any(p => p.Id == person) || Secretariat.Any(p => p.Id == person);

    public static MeetingPeople Of(PlannedMeeting meeting, ChamberOnDay chamber, Commission commission, RulesInForce rules)
    {
        var composed = meeting.Seats.Select(s => s.SeatId).ToHashSet();
        return new(
            composed.Count == 0 ? chamber.Seats : [.. commission.Seats.Where(s => composed.Contains(s.Id))],
            [.. rules.Quorum(meeting.Formation).Chairs.SelectMany(role => Holders(rules.Composition.HolderOf(role), role, chamber, commission).Select(person => (role, person)))],
            commission.Jurists,
            commission.Secretariat);
    }

    private ChairRole? RoleOf(Person person) => Presiders.Where(p => p.Person.Id == person.Id).Select(p => (ChairRole?)p.Role).FirstOrDefault();

    private static IEnumerable<Person> Holders(ChairHolder holder, ChairRole role, ChamberOnDay chamber, Commission commission) => holder switch
    {
        ChairHolder.ElectedChair => chamber.Chair is { } chair ? [chair] : [],
        ChairHolder.ElectedSubstitute => chamber.SubstituteChair is { } substitute ? [substitute] : [],
        ChairHolder.Jurists => commission.Jurists,
        _ => commission.Offices.Where(o => o.Role == role).Select(o => o.Person),
    };
}
