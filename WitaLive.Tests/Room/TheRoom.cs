using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using WitaLive.App.Ballots;
using WitaLive.App.Live;
using WitaLive.App.Presence;
using WitaLive.App.Room.Chair;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Rules;
using WitaLive.Tests.Guards;

namespace WitaLive.Tests.Room;

/// <summary>A meeting for screens: rules as shipped, people in every seat, told on command by command.</summary>
internal sealed class TheRoom
{
    public static readonly DateTimeOffset StartsAt = new(2026, 11, 26, 13, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_given =
        ["Aline", "Bastien", "Capucine", "Donatien", "Eloïse", "Fabrice", "Ghislaine", "Hugues", "Iris", "Joris", "Karlijn", "Lode", "Marieke", "Niels", "Odette", "Pieter", "Quirine", "Rik"];

    private static readonly string[] s_family =
        ["Delvausart", "Montrieux", "Hautfenne", "Brassinoux", "Clairemaux", "Dufrasnoy", "Gilsoulet", "Vandenhoeck", "Peeraer", "Lambermont", "Steenackers", "Wauterickx", "Thonissen", "Ochsenknecht", "Zwaenepoel", "Ryckmans", "Jacqmin", "Ulens"];

    private static readonly RuleBook s_rules = new(RuleBook.FileNames
        .Where(name => File.Exists(Path.Combine(Repository.Root, "data", "rules", name)))
        .ToDictionary(name => name, name => File.ReadAllText(Path.Combine(Repository.Root, "data", "rules", name))));

    private DateTimeOffset _now = StartsAt;

    public TheRoom(string formation = "restricted", int files = 8)
    {
        var inForce = s_rules.On(new(2026, 11, 26));
        var code = new FormationCode(formation);
        var composition = inForce.Composition.Formations.Single(f => f.Code == code);
        var names = ImmutableDictionary.CreateBuilder<PersonId, string>();
        var seats = ImmutableArray.CreateBuilder<PlannedSeat>();
        foreach (var group in inForce.Composition.Groups.Where(g => composition.Seats.ContainsKey(g.Code)))
        {
            for (var n = 1; n <= composition.Seats[group.Code]; n++)
            {
                var (effective, substitute) = (Person(names, seats.Count), Person(names, seats.Count + 500));
                seats.Add(new(new(Guid.NewGuid()), group.Code, "fr", n, effective, substitute));
            }
        }
        President = Person(names, 2001);
        var quorum = inForce.Quorum(code);
        Meeting = new Meeting().Apply(new MeetingPrepared(new(
            1,
            code,
            Texts("Restricted chamber 2 (FR)", "Chambre restreinte 2 (FR)", "Beperkte kamer 2 (FR)", "Eingeschränkte Kammer 2 (FR)"),
            ["fr"],
            StartsAt,
            false,
            seats.ToImmutable(),
            [new(formation == "restricted" ? seats[0].Effective : President, quorum.Chairs[0])],
            [],
            [],
            [.. Enumerable.Range(1, files).Select(n => new AgendaItem(
                new(Guid.NewGuid()), n, Texts($"Application of {s_given[n % 18]} Mertens", $"Demande de {s_given[n % 18]} Mertens", $"Aanvraag van {s_given[n % 18]} Mertens", $"Antrag von {s_given[n % 18]} Mertens"),
                new(Guid.NewGuid()), $"2026/FR/{1200 + n}", ["plus", "starter", "ordinary", "refusal"], 5))],
            quorum,
            inForce.Decision(code),
            inForce.NotCarriedRefersTo(code),
            TimeSpan.FromMinutes(10),
            names.ToImmutable())));
    }

    public Meeting Meeting { get; private set; }

    public PersonId President { get; }

    public ImmutableArray<PlannedSeat> Seats => Meeting.Plan!.Seats;

    public PersonId Member(int seat) => Seats[seat].Effective;

    public PersonId Chair => Meeting.Plan!.Presiders[0].Person;

    public ItemId Item(int number) => Meeting.Items[number - 1].Id;

    public BallotId Ballot { get; private set; }

    public MeetingView View => new(new(Guid.Empty), Meeting);

    /// <exception cref="Xunit.Sdk.XunitException">The meeting refuses it.</exception>
    public TheRoom After(PersonId by, MeetingCommand command, bool secretariat = false)
    {
        _now += TimeSpan.FromSeconds(20);
        var outcome = Meeting.Decide(command, new(by, secretariat), _now);
        var events = Assert.IsType<Outcome.Ok>(outcome).Value;
        Meeting = events.Aggregate(Meeting, (meeting, happened) => meeting.Apply(happened));
        return this;
    }

    public TheRoom SignedIn(params int[] seats)
    {
        if (Seats.All(s => s.Effective != Chair))
            After(Chair, new SignIn(Chair, AttendanceMode.OnSite));
        foreach (var seat in seats.Length == 0 ? [.. Enumerable.Range(0, Seats.Length)] : seats)
            After(Member(seat), new SignIn(Member(seat), seat % 4 == 3 ? AttendanceMode.Online : AttendanceMode.OnSite));
        return this;
    }

    public TheRoom Opened() => After(Chair, new OpenMeeting());

    public TheRoom Called(int number) => After(Chair, new CallItem(Item(number)));

    public TheRoom BallotOn(int[] items, bool hidden, params string[] options)
    {
        Ballot = new(Guid.NewGuid());
        return After(Chair, new OpenBallot(Ballot, [.. items.Select(Item)], [.. options], hidden));
    }

    public TheRoom Votes(params (int Seat, Choice Choice)[] votes)
    {
        foreach (var (seat, choice) in votes)
            After(View.Seats[seat].Voter!.Value, new CastVote(new(Guid.NewGuid()), Ballot, Seats[seat].Id, choice));
        return this;
    }

    public TheRoom ClosedBallot() => After(Chair, new CloseBallot(Ballot));

    /// <summary>What the parts of a room ask for.</summary>
    public static void Services(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(new FakeTimeProvider(StartsAt.AddMinutes(10)))
        .AddSingleton(new Names(File.ReadAllText(Path.Combine(Repository.Root, "data", "names.json"))))
        .AddSingleton<RuleSentence>()
        .AddSingleton<PutWords>()
        .AddSingleton<SeatDrawings>()
        .AddRoomPanels()
        .AddSingleton<IJSRuntime, NoScript>()
        .AddSingleton<IErrorBoundaryLogger, NoLog>();

    private static PersonId Person(ImmutableDictionary<PersonId, string>.Builder names, int n)
    {
        var person = new PersonId(Guid.NewGuid());
        names[person] = $"{s_given[n % 18]} {s_family[n * 7 % 18]}";
        return person;
    }

    private static ImmutableSortedDictionary<string, string> Texts(string en, string fr, string nl, string de) =>
        new Dictionary<string, string> { ["en"] = en, ["fr"] = fr, ["nl"] = nl, ["de"] = de }.ToImmutableSortedDictionary();

    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }

    private sealed class NoLog : IErrorBoundaryLogger
    {
        public ValueTask LogErrorAsync(Exception exception) => throw new InvalidOperationException("A part failed.", exception);
    }
}
