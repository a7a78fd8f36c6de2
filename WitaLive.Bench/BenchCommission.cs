using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Access;
using WitaLive.App.Data;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Domain.Rules;

namespace WitaLive.Bench;

/// <summary>
/// A body made of data alone, a person in each seat, and a meeting with an open ballot: the law's enlarged chamber with people who look on, or
/// a plenary of as many seats as wanted, whose rules are the shipped ones with other numbers.
/// </summary>
internal sealed class BenchCommission : IDbContextFactory<WitaLiveDb>
{
    private static readonly FormationCode s_plenary = new("plenary");
    private static readonly FormationCode s_enlarged = new("enlarged");
    private static readonly ChairRole s_president = new("president");

    private readonly string _connection;

    private readonly FormationCode _formation;

    private BenchCommission(string directory, FormationCode formation, int seats, int onlookers)
    {
        _formation = formation;
        Directory = directory;
        Rules = Path.Combine(directory, "rules");
        _connection = $"Data Source={Path.Combine(directory, "witalive.db")}";
        Voters = [.. Enumerable.Range(0, seats).Select(_ => new PersonId(Guid.CreateVersion7()))];
        Onlookers = [.. Enumerable.Range(0, onlookers).Select(_ => new PersonId(Guid.CreateVersion7()))];
    }

    public string Directory { get; }

    /// <summary>Where the rule data of this body is: the shipped ones with other numbers of seats.</summary>
    public string Rules { get; }

    public ImmutableArray<PersonId> Voters { get; }

    /// <summary>On the list and in the room, without a seat.</summary>
    public ImmutableArray<PersonId> Onlookers { get; }

    public MeetingId Meeting { get; } = new(Guid.CreateVersion7());

    public BallotId Ballot { get; } = new(Guid.CreateVersion7());

    public ImmutableArray<Domain.Meetings.PlannedSeat> Seats { get; private set; } = [];

    public static Task<BenchCommission> PlenaryAsync(string shippedData, string directory, int seats) =>
        CreateAsync(shippedData, new(directory, s_plenary, seats, 0));

    public static Task<BenchCommission> EnlargedAsync(string shippedData, string directory, int onlookers) =>
        CreateAsync(shippedData, new(directory, s_enlarged, 18, onlookers));

    private static async Task<BenchCommission> CreateAsync(string shippedData, BenchCommission bench)
    {
        var rules = bench.WriteRules(Path.Combine(shippedData, "rules"));
        File.Copy(Path.Combine(shippedData, "names.json"), Path.Combine(bench.Rules, "names.json"));
        await bench.FillAsync(rules);
        return bench;
    }

    public WitaLiveDb CreateDbContext() => new SqliteWitaLiveDb(
        (DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseWitaLiveSqlite(_connection).Options);

    public MeetingJournal Journal() => new(this, TimeProvider.System, []);

    public async Task<MeetingRoom> OpenRoomAsync()
    {
        var journal = Journal();
        return new(Meeting, await journal.ReadAsync(Meeting, new Meeting()), journal, TimeProvider.System, NullLogger<MeetingRoom>.Instance);
    }

    private RulesInForce WriteRules(string shipped)
    {
        System.IO.Directory.CreateDirectory(Rules);
        var files = RuleBook.FileNames.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(shipped, name)));
        var composition = JsonNode.Parse(files["composition.json"])!;
        var groups = SeatsOfGroups();
        foreach (var version in composition["versions"]!.AsArray())
        {
            var formation = version!["formations"]!.AsArray().Single(f => (string?)f!["code"] == _formation.Value)!;
            formation["seats"] = new JsonObject(groups.Select(g => KeyValuePair.Create(g.Group.Value, (JsonNode?)g.Seats)));
        }
        files["composition.json"] = composition.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(Rules, name), text);
        return new RuleBook(files).On(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));
    }

    // Half are experts, the rest split evenly, as in the law's own formations.
    private ImmutableArray<(GroupCode Group, int Seats)> SeatsOfGroups()
    {
        var (half, rest) = (Voters.Length / 2, Voters.Length - Voters.Length / 2);
        return [(new("experts"), half), (new("administrations"), rest / 3), (new("unions"), rest / 3), (new("employers"), rest - 2 * (rest / 3))];
    }

    private async Task FillAsync(RulesInForce rules)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);
        await using var db = CreateDbContext();
        await db.Database.MigrateAsync();

        var president = new Person(new(Guid.CreateVersion7()), "Bench", "President", "president@example.org", "fr");
        db.Add(president);
        db.Add(new Office(new(Guid.CreateVersion7()), s_president, president.Id, new Term(today.AddYears(-1), null)));
        var chamber = new Chamber(new(Guid.CreateVersion7()), _formation, null, null, 1);
        db.Add(chamber);

        var seats = new List<Seat>();
        var who = SeatsOfGroups().SelectMany(g => Enumerable.Range(1, g.Seats).Select(n => (g.Group, Number: n))).Zip(Voters);
        foreach (var ((group, number), voter) in who)
        {
            var person = new Person(voter, "Voter", $"{group}{number}", $"voter.{group}.{number}@example.org", number % 2 == 0 ? "fr" : "nl");
            var seat = new Seat(new(Guid.CreateVersion7()), "fr", group, number);
            seat.Appoint(new(Guid.CreateVersion7()), voter, null, new Term(today.AddYears(-1), null));
            db.AddRange(person, Account.Of(person), seat);
            seats.Add(seat);
        }
        db.Add(Account.Of(president));
        foreach (var (onlooker, number) in Onlookers.Select((person, i) => (person, i + 1)))
        {
            var person = new Person(onlooker, "Onlooker", $"{number}", $"onlooker.{number}@example.org", number % 2 == 0 ? "fr" : "nl");
            db.AddRange(person, Account.Of(person));
        }
        chamber.Seat(seats.Select(s => s.Id));
        var planned = new PlannedMeeting
        {
            Id = Meeting,
            ChamberId = chamber.Id,
            Formation = _formation,
            StartsAt = TimeProvider.System.GetUtcNow(),
            Minutes = 60,
            Mode = MeetingMode.Online,
            Place = "Bench",
            Languages = ["fr", "nl"],
            State = MeetingState.Open,
        };
        db.Add(planned);
        await db.SaveChangesAsync();

        Seats = [.. seats.Select((s, i) => new Domain.Meetings.PlannedSeat(s.Id, s.Group, s.Section, s.Number, Voters[i], null))];
        await OpenBallotAsync(rules, president.Id);
    }

    // Everything up to the open ballot happens by the commands of any meeting.
    private async Task OpenBallotAsync(RulesInForce rules, PersonId president)
    {
        var item = new AgendaItem(new(Guid.CreateVersion7()), 1, ImmutableSortedDictionary<string, string>.Empty.Add("fr", "Bench"), null, null, ["adopted"], 5);
        var plan = new MeetingPlan(
            1, _formation, item.Titles, ["fr", "nl"], TimeProvider.System.GetUtcNow(), false, Seats, [new(president, s_president)],
            [new(president, Capacity.President), .. Onlookers.Select(person => new Attendant(person, Capacity.Jurist))], [], [item],
            rules.Quorum(_formation), rules.Decision(_formation), null, TimeSpan.FromMinutes(10),
            ImmutableDictionary<PersonId, string>.Empty);
        await using var room = await OpenRoomAsync();
        await room.SendAsync(new PrepareMeeting(plan), default);
        await room.SendAsync(new Domain.Meetings.SignIn(president, AttendanceMode.OnSite), new(president));
        await Task.WhenAll(Voters.Concat(Onlookers).Select(voter => room.SendAsync(new Domain.Meetings.SignIn(voter, AttendanceMode.Online), new(voter))));
        foreach (var command in new MeetingCommand[] { new OpenMeeting(), new CallItem(item.Id), new OpenBallot(Ballot, [item.Id], ["adopted"]) })
        {
            if (await room.SendAsync(command, new(president)) is Result<ImmutableArray<MeetingEvent>>.Refused(var why))
                throw new InvalidOperationException($"{command.GetType().Name}: {why.Key}");
        }
    }
}
