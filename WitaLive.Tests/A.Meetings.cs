using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Domain;

namespace WitaLive.Tests;

// A meeting with numbered seats: seat n is held by Person(n) with Substitute(n). Person(1) chairs, Person(4) stands in.
internal static partial class A
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static readonly PersonId President = Id(901);

    public static readonly PersonId VicePresident = Id(902);

    public static readonly PersonId Jurist = Id(911);

    public static readonly PersonId Guest = Id(921);

    public static readonly PersonId Stranger = Id(999);

    /// <summary>The secretary, who brings the secretariat's right along.</summary>
    public static readonly Actor Secretary = new(Id(931), IsSecretariat: true);

    public static readonly Actor SecondSecretary = new(Id(932), IsSecretariat: true);

    public static readonly BallotId Ballot = BallotNumber(1);

    public static PersonId Person(int seat) => Id(seat);

    public static PersonId Substitute(int seat) => Id(500 + seat);

    public static SeatId Seat(int number) => new(Numbered(0x5EA7, number));

    public static ItemId Item(int number) => new(Numbered(0x17E4, number));

    public static BallotId BallotNumber(int number) => new(Numbered(0xBA11, number));

    public static VoteId Vote(int number) => new(Numbered(0x407E, number));

    public static Actor By(int seat) => new(Person(seat));

    public static Actor By(PersonId person) => new(person);

    public static AgendaItem Point(int number, params string[] outcomes) => new(
        Item(number), number, ImmutableSortedDictionary<string, string>.Empty.Add("fr", $"Dossier {number}").Add("nl", $"Zaak {number}"),
        new FileId(Numbered(0xF17E, number)), $"2026-{number}", outcomes.Length == 0 ? ["plus", "ordinary", "refusal"] : [.. outcomes], 15);

    /// <summary>Six seats: experts 1 to 3, then one of each other group. Unanimity, otherwise the enlarged chamber.</summary>
    public static MeetingPlan Restricted(int items = 5) => Plan(TheRules.Restricted, items,
        [new(Person(1), new("chair")), new(Person(4), new("substituteChair")), new(Jurist, new("jurist"))], "fr");

    /// <summary>Eighteen seats: experts 1 to 9, then three of each other group. The President chairs and has no vote.</summary>
    public static MeetingPlan Enlarged(int items = 5) => Plan(TheRules.Enlarged, items,
        [new(President, new("president")), new(VicePresident, new("vicePresident"))], "fr", "nl");

    /// <summary>Seats as rules count them only in numbers: for load, with the rule of the restricted chamber.</summary>
    public static MeetingPlan Large(int seats)
    {
        var plan = Restricted();
        var half = seats / 2;
        return plan with
        {
            Seats = [.. Enumerable.Range(1, seats).Select(n => new PlannedSeat(
                Seat(n), new(n <= half ? "experts" : "unions"), "fr", n, Person(n), null))],
            Presiders = [new(Person(1), new("chair"))],
            Quorum = new(
                [new("experts", [new("experts")], half, new(1, 100)), new("others", [new("unions")], seats - half, new(1, 100))],
                plan.Quorum.Chairs, plan.Quorum.SecondFailure, false, 1),
        };
    }

    /// <summary>A prepared meeting in which nobody is yet.</summary>
    public static Meeting Planned(MeetingPlan? plan = null) => new Meeting().After(new MeetingPrepared(plan ?? Restricted()));

    /// <summary>An open meeting with the effective member of every seat there, and the secretary; the first item is called.</summary>
    public static Meeting Meeting(MeetingPlan? plan = null, params int[] absent)
    {
        var meeting = Planned(plan);
        foreach (var seat in meeting.Plan!.Seats.Where(s => !absent.Contains(s.Number)))
            meeting = meeting.Do(new SignIn(seat.Effective, AttendanceMode.OnSite), By(seat.Effective));
        foreach (var presider in meeting.Plan!.Presiders.Where(p => p.Person == President))
            meeting = meeting.Do(new SignIn(presider.Person, AttendanceMode.OnSite), By(presider.Person));
        meeting = meeting.Do(new SignIn(Secretary.Person, AttendanceMode.OnSite), Secretary);
        return meeting.Do(new OpenMeeting(), meeting.TheChair()).Do(new CallItem(Item(1)), meeting.TheChair());
    }

    /// <summary>The same with a ballot open on the first item: one proposal, or several outcomes.</summary>
    public static Meeting Voting(MeetingPlan? plan = null, params string[] options)
    {
        var meeting = Meeting(plan);
        return meeting.Do(new OpenBallot(Ballot, [Item(1)], options.Length == 0 ? ["plus"] : [.. options]), meeting.TheChair());
    }

    public static Actor TheChair(this Meeting meeting) => new(meeting.InTheChair!.Person);

    /// <summary>The meeting after these events, whoever caused them.</summary>
    public static Meeting After(this Meeting meeting, params ReadOnlySpan<MeetingEvent> events)
    {
        foreach (var happened in events)
            meeting = meeting.Apply(happened.At == default ? happened with { At = Start } : happened);
        return meeting;
    }

    /// <summary>The meeting after a command that is not refused.</summary>
    public static Meeting Do(this Meeting meeting, MeetingCommand command, Actor by, DateTimeOffset? at = null) =>
        meeting.After([.. meeting.Events(command, by, at)]);

    /// <summary>What a command causes; it is not refused.</summary>
    public static ImmutableArray<MeetingEvent> Events(this Meeting meeting, MeetingCommand command, Actor by, DateTimeOffset? at = null) =>
        meeting.Decide(command, by, at ?? Start) switch
        {
            Result<ImmutableArray<MeetingEvent>>.Ok(var events) => events,
            Result<ImmutableArray<MeetingEvent>>.Refused(var why) => throw new Xunit.Sdk.XunitException($"{command.GetType().Name} was refused: {why.Key}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Everybody with a voice votes the same.</summary>
    public static Meeting AllVote(this Meeting meeting, string choice = "for") =>
        meeting.VotingSeats(meeting.Ballot!).Aggregate(meeting, (m, seat) =>
            m.Do(new CastVote(new(Guid.NewGuid()), m.Ballot!.Id, seat.Seat, new(choice)), By(seat.Voter)));

    /// <summary>One seat votes, by whoever holds it now.</summary>
    public static Meeting Votes(this Meeting meeting, int seat, string choice, int vote = 0) =>
        meeting.Do(new CastVote(vote == 0 ? new(Guid.NewGuid()) : Vote(vote), meeting.Ballot!.Id, Seat(seat), new(choice)),
            By(meeting.VotingSeats(meeting.Ballot!).Single(s => s.Seat == Seat(seat)).Voter));

    public static Meeting ClosesBallot(this Meeting meeting) => meeting.Do(new CloseBallot(meeting.Ballot!.Id), meeting.TheChair());

    private static MeetingPlan Plan(FormationCode formation, int items, ImmutableArray<Presider> presiders, params string[] languages)
    {
        var groups = TheRules.InForce.Composition.VotingGroups(formation)
            .SelectMany(g => Enumerable.Repeat(g.Code, TheRules.InForce.Composition.Formation(formation).SeatsOf(g.Code))).ToList();
        ImmutableArray<PlannedSeat> seats =
            [.. groups.Select((group, i) => new PlannedSeat(Seat(i + 1), group, languages[i % languages.Length], i + 1, Person(i + 1), Substitute(i + 1)))];
        return new(
            1, formation, ImmutableSortedDictionary<string, string>.Empty.Add("fr", "Chambre 1").Add("nl", "Kamer 1"), [.. languages], Start, false,
            seats, presiders,
            [
                new(President, Capacity.President), new(VicePresident, Capacity.President), new(Jurist, Capacity.Jurist),
                new(Secretary.Person, Capacity.Secretary), new(SecondSecretary.Person, Capacity.Secretary),
            ],
            [], [.. Enumerable.Range(1, items).Select(n => Point(n))],
            TheRules.InForce.Quorum(formation), TheRules.InForce.Decision(formation), TheRules.InForce.NotCarriedRefersTo(formation),
            TimeSpan.FromMinutes(10),
            seats.SelectMany(s => new[] { s.Effective, s.Substitute!.Value }).ToImmutableDictionary(p => p, p => $"Person {p.Value.ToString()[^3..]}"),
            ConvenedAt: Start.AddDays(-21));
    }

    private static PersonId Id(int number) => new(Numbered(0x9E45, number));

    private static Guid Numbered(int kind, int number) => new(kind, 0, 0, 0, 0, 0, 0, 0, (byte)(number >> 16), (byte)(number >> 8 & 0xFF), (byte)(number & 0xFF));
}
