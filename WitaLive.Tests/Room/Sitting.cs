using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Decisions;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Quorum;

namespace WitaLive.Tests.Room;

/// <summary>A chamber of four seats in two groups, its meeting, and what its people do; every command goes through the meeting's own rules.</summary>
internal sealed class Sitting
{
    public static readonly DateTimeOffset Start = new(2026, 11, 26, 13, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Chair = Person(0);
    public static readonly PersonId Secretary = Person(90);

    private static readonly ImmutableArray<string> s_outcomes = ["plus", "ordinary", "refusal"];
    private static readonly string[] s_names = ["Anne Peeters", "Bruno Claes", "Chloé Dumont", "Dirk Maes"];

    public Sitting(FormationCode? referTo = null, bool second = false, DecisionRule? rule = null, int items = 3, bool convened = true, TimeSpan early = default, string? lastKind = null)
    {
        var experts = new GroupCode("experts");
        var others = new GroupCode("unions");
        var seats = Enumerable.Range(0, 4)
            .Select(i => new PlannedSeat(Seat(i), i < 2 ? experts : others, "fr", i % 2 + 1, Person(i), Person(10 + i))).ToImmutableArray();
        var names = Enumerable.Range(0, 4)
            .SelectMany(i => new[] { (Person(i), s_names[i]), (Person(10 + i), $"{s_names[i]} (2)") })
            .Append((Secretary, "Sofie Lambert"))
            .ToImmutableDictionary(p => p.Item1, p => p.Item2);
        Do(new PrepareMeeting(new(
            1, new("restricted"), Titles("Chamber"), ["fr"], Start + early, second, seats,
            [new(Chair, new("chair"))], [new(Secretary, Capacity.Secretary)], [],
            [.. Enumerable.Range(1, items).Select(n => new AgendaItem(Item(n), n, Titles($"Dossier {n}"), null, $"F-{n}", s_outcomes, 5, Kind: lastKind is null ? null : n == items ? lastKind : "application"))],
            new([new("experts", [experts], 2, new(1, 2)), new("others", [others], 2, new(1, 2))], [new("chair")],
                new SecondFailure.ReferTo(new("enlarged")), false, 1),
            rule ?? new DecisionRule.Unanimity(false), referTo, TimeSpan.FromMinutes(10), names, ConvenedAt: convened ? Start.AddDays(-21) : null, PointOutcomes: ["adopted"])), Secretary, true);
    }

    public Meeting Meeting { get; private set; } = new();

    public FakeTimeProvider Clock { get; } = new(Start);

    public static PersonId Person(int n) => new(Guid(1, n));

    public static SeatId Seat(int n) => new(Guid(2, n));

    public static ItemId Item(int n) => new(Guid(3, n));

    public static BallotId Ballot(int n) => new(Guid(4, n));

    /// <summary>The effective members of these seats sign in; all four when none is named.</summary>
    public Sitting Arrive(params int[] seats)
    {
        foreach (var seat in seats.Length == 0 ? [0, 1, 2, 3] : seats)
            Do(new SignIn(Person(seat), AttendanceMode.OnSite), Person(seat));
        return this;
    }

    public Sitting Opened() => Arrive().Chairs(new OpenMeeting());

    public Sitting OnItem(int n = 1) => Opened().Chairs(new CallItem(Item(n)));

    public Sitting Voting(bool hidden = false) => OnItem().Chairs(new OpenBallot(Ballot(1), [Item(1)], ["plus"], hidden));

    public Sitting Chairs(MeetingCommand command)
    {
        Do(command, Chair);
        return this;
    }

    public Sitting Secretariat(MeetingCommand command)
    {
        Do(command, Secretary, true);
        return this;
    }

    public Sitting Vote(Choice choice, params int[] seats)
    {
        foreach (var seat in seats)
            Do(new CastVote(new(System.Guid.NewGuid()), Meeting.Ballot!.Id, Seat(seat), choice), Person(seat));
        return this;
    }

    public Result<ImmutableArray<MeetingEvent>> Try(MeetingCommand command, PersonId by, bool isSecretariat = false)
    {
        var outcome = Meeting.Decide(command, new(by, isSecretariat), Clock.GetUtcNow());
        if (outcome is Result<ImmutableArray<MeetingEvent>>.Ok(var events))
            Meeting = events.Aggregate(Meeting, (meeting, e) => meeting.Apply(e));
        return outcome;
    }

    private void Do(MeetingCommand command, PersonId by, bool isSecretariat = false) =>
        Assert.IsType<Result<ImmutableArray<MeetingEvent>>.Ok>(Try(command, by, isSecretariat));

    private static ImmutableSortedDictionary<string, string> Titles(string title) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("fr", title);

    private static Guid Guid(int kind, int n) => new(kind, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)n]);
}
