using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Attestations;
using WitaLive.App.Data;
using WitaLive.App.Files;
using WitaLive.App.Languages;
using WitaLive.App.Precedents;
using WitaLive.App.Profiles;
using WitaLive.App.Search;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Figures;
using Activity = WitaLive.Domain.Applications.Activity;
using ActivityKind = WitaLive.Domain.Applications.ActivityKind;

namespace WitaLive.Bench;

/// <summary>Ten years of applications in the database, and how long their lists, searches and pages take, asked one after the other over HTTP as a browser asks.</summary>
internal static class FileLoad
{
    public const string Role = "files";

    private const int Files = 40_000;
    private const int Open = 4_000;
    private const int Incomes = 500_000;
    private const int Proofs = 200_000;
    private const int Attestations = 13_623;
    private const int InARow = 2_000;
    private const int Asked = 200;

    private static readonly string[] s_domains = ["audiovisual", "plasticArts", "music", "literature", "spectacle", "theatre", "choreography", "comics"];
    private static readonly string[] s_outcomes = ["plus", "plus", "plus", "ordinary", "starter", "refusal"];
    private static readonly string[] s_functions = ["Musicienne", "Peintre", "Régisseuse", "Chef d’orchestre", "Danseur", "Illustratrice", "Comédien", "Scénographe", "Éclairagiste", "Sculptrice", "Autrice", "Vidéaste"];
    private static readonly string[] s_given = ["Ysaline", "Évariste", "Maëlle", "Anneleen", "Björn", "Zoë", "François", "Hélène", "Jørgen", "Aline"];
    private static readonly string[] s_family = ["Grosdent", "Vandenhoeck", "Orvaliez", "Schoutenaert", "Müller", "Noyelmans", "Dujardin", "Delvausart", "Peeters", "Lambermont"];

    /// <param name="connection">Of an empty PostgreSQL database; null for SQLite.</param>
    public static async Task RunAsync(Figures figures, string app, string directory, string? connection)
    {
        string[] database = connection is null ? [] : ["--Database:Provider", "Postgres", "--ConnectionStrings:WitaLive", connection];
        await using var server = await Server.StartAsync("Development", "health", [Server.Role, "--contentRoot", app, "--applicationName", "WitaLive.App", "--Data:Directory", directory, "--Logging:LogLevel:Default", "Warning", .. database]);
        var clock = Stopwatch.StartNew();
        var (secretary, ids) = await FillAsync(() => Context(directory, connection), new Random(4));
        var engine = connection is null ? "SQLite" : "PostgreSQL";
        figures.Begin(FormattableString.Invariant($"{engine}: {Files:N0} files ({Open:N0} open), {Incomes:N0} income lines, {Proofs:N0} proofs, {Attestations:N0} attestations, written in {clock.Elapsed.TotalSeconds:0} s"));

        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("Cookie", await Visitors.SignInAsync(server.Address, secretary));
        var random = new Random(5);
        foreach (var (what, address) in new (string, Func<string>)[]
        {
            ("work list", () => $"files?page={random.Next(1, 40)}"),
            ("work list, of one state", () => $"files?state={(random.Next(2) == 0 ? "Decided" : "Complete")}&page={random.Next(1, 20)}"),
            ("work list, searched by name", () => $"files?search={Uri.EscapeDataString(s_family[random.Next(s_family.Length)].ToLowerInvariant())}"),
            ("work list, searched by number", () => $"files?search=2019-{random.Next(1, 4_000):00000}"),
            ("a file", () => $"files/{ids[random.Next(ids.Length)]}"),
            ("past decisions, by domain", () => $"decisions?domain={s_domains[random.Next(s_domains.Length)]}"),
            ("past decisions, by words", () => $"decisions?words={Uri.EscapeDataString(s_functions[random.Next(s_functions.Length)].ToLowerInvariant())}"),
            ("past decisions, by all", () => $"decisions?domain={s_domains[random.Next(s_domains.Length)]}&outcome=plus&reason=notProven&words=comp"),
            ("past decisions, none asked for", () => "decisions"),
            ("register", () => $"attestations?page={random.Next(1, 200)}"),
            ("figures of a year", () => $"year?{YearOf(random)}"),
            ("list behind a figure", () => $"year/list?figure=Decided&part=plus&{YearOf(random)}"),
            ("register, searched", () => $"attestations?search={Uri.EscapeDataString(s_given[random.Next(s_given.Length)])}"),
        })
            figures.Add(what, (await AskAsync(http, address)).ToString(), "wanted p95 ≤ 200 ms");
    }

    private static string YearOf(Random random) => (Today.Year - random.Next(1, 9)) is var year ? $"from={year}-01-01&until={year}-12-31&on={year}-12-31" : "";

    private static DateOnly Today => TimeProvider.System.GetUtcNow().DayInBrussels();

    private static async Task<Percentiles> AskAsync(HttpClient http, Func<string> address)
    {
        var taken = new List<double>();
        for (var n = 0; n < Asked + 20; n++)
        {
            var clock = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(address(), UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            if (n >= 20) // the first ones compile
                taken.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }
        return new(taken);
    }

    private static WitaLiveDb Context(string directory, string? connection) => connection is null
        ? new SqliteWitaLiveDb((DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseWitaLiveSqlite($"Data Source={Path.Combine(directory, "witalive.db")}").Options)
        : new PostgresWitaLiveDb((DbContextOptions<PostgresWitaLiveDb>)new DbContextOptionsBuilder<PostgresWitaLiveDb>().UseNpgsql(connection).Options);

    private static async Task<(PersonId Secretary, Guid[] Files)> FillAsync(Func<WitaLiveDb> open, Random random)
    {
        await using var db = open();
        var secretary = (await db.Persons.AsNoTracking().FirstAsync(p => p.FamilyName == "Haeseldonckx")).Id;
        var ids = new List<Guid>(Files);
        for (var from = 0; from < Files; from += InARow)
        {
            var rows = Enumerable.Range(from, InARow).Select(n => Row.Make(n, random)).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await ManyRows.AddAsync(db, [.. rows.Select(r => r.File)], default);
            await ManyRows.AddAsync(db, [.. rows.Select(r => DaysOfFile.Of(r.File, FileDays.Of(r.Steps.Select(step => JsonSerializer.Deserialize<ApplicationEvent>(step.Payload)!))))], default);
            await ManyRows.AddAsync(db, [.. rows.Select(r => r.Snapshot)], default);
            await ManyRows.AddAsync(db, [.. rows.SelectMany(r => r.Steps)], default);
            await ManyRows.AddAsync(db, [.. rows.SelectMany(r => r.Proofs)], default);
            await ManyRows.AddAsync(db, [.. rows.Select(r => r.Past).OfType<PastDecision>()], default);
            await ManyRows.AddAsync(db, [.. rows.Select(r => r.Attestation).OfType<Attestation>()], default);
            await transaction.CommitAsync();
            ids.AddRange(rows.Select(r => r.File.Id.Value));
        }
        if (!db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return (secretary, [.. ids]);
    }

    private sealed record Row(ApplicationFile File, FileSnapshot Snapshot, ImmutableArray<ApplicationStep> Steps, ImmutableArray<StoredProof> Proofs, Attestation? Attestation, PastDecision? Past)
    {
        public static Row Make(int n, Random random)
        {
            var (id, person) = (new FileId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
            var at = TimeProvider.System.GetUtcNow().AddDays(-(Files - n) / 11.0);
            var (name, isOpen) = ($"{s_given[random.Next(s_given.Length)]} {s_family[random.Next(s_family.Length)]}", n >= Files - Open);
            var state = isOpen ? (n % 3) switch { 0 => FileState.Submitted, 1 => FileState.Complete, _ => FileState.Ready } : n % 17 == 0 ? FileState.Cancelled : FileState.Decided;
            var proofs = Enumerable.Range(0, FileLoad.Proofs / Files).Select(_ => new Proof(new(Guid.CreateVersion7()), null, "contrat.pdf", "application/pdf", 240_000)).ToList();
            var file = new ApplicationFile
            {
                Id = id, Number = FormattableString.Invariant($"{at.Year}-{n:00000}"), Kind = "application", Applicant = name, Language = n % 3 == 0 ? "nl" : "fr", Domain = "music",
                ApplicantId = person, SubmittedAt = at, CompleteOn = state is FileState.Submitted ? null : at.DayInBrussels().AddDays(9),
                DueOn = state is FileState.Submitted ? null : at.DayInBrussels().AddDays(100), State = state, Outcome = state is FileState.Decided ? "plus" : null, ChangedAt = at,
            };
            var submission = new Submission(ProfileOf(n, at.Year, proofs, random), name, $"artist{n}@example.org", "", "", "07");
            return new(
                file, submission.AsSnapshot(id), StepsOf(id, at, state),
                [.. proofs.Select(p => new StoredProof { Id = p.Id, PersonId = person, Name = p.Name, ContentType = p.ContentType, Size = p.Size, AddedAt = at })],
                state is FileState.Decided && n % 2 == 0 && n >= Files - Open - (2 * Attestations * 17 / 16) ? Granted(file, person, at.DayInBrussels()) : null,
                state is FileState.Decided ? Decided(n, file, submission, at.DayInBrussels()) : null);
        }

        private static Attestation Granted(ApplicationFile file, PersonId holder, DateOnly day) => new()
        {
            Id = Guid.CreateVersion7(), FileId = file.Id, Number = file.Number, Code = CheckCode.New(), HolderId = holder, Holder = file.Applicant, Type = "plus",
            DecidedOn = day.AddDays(60), From = day, Until = day.AddYears(5),
        };

        private static PastDecision Decided(int n, ApplicationFile file, Submission submission, DateOnly day)
        {
            var past = PastDecisions.Of(file, submission, s_outcomes[n % s_outcomes.Length], day.AddDays(60) < Today ? day.AddDays(60) : Today.AddDays(-1), [new(submission.Profile.Activities[0].Id, n % 4 != 0, n % 4 == 0 ? "notProven" : null)]);
            return new() { Id = n + 1, FileId = past.FileId, DecidedOn = past.DecidedOn, Kind = past.Kind, Outcome = past.Outcome, Activities = past.Activities, Words = past.Words };
        }

        private static Profile ProfileOf(int n, int year, List<Proof> proofs, Random random)
        {
            var activities = Enumerable.Range(0, 4).Select(i => new Activity(
                new(Guid.CreateVersion7()), ActivityWeight.Core, s_domains[(n + i) % s_domains.Length], ActivityKind.Artistic, s_functions[random.Next(s_functions.Length)], $"Composition et interprétation, {s_functions[random.Next(s_functions.Length)].ToLowerInvariant()}", new(year - 2, 1, 1), null, $"Projet {n}.{i}", "Théâtre de la Monnaie", "")).ToImmutableArray();
            var incomes = Enumerable.Range(0, (Incomes / Files) + (n % 2)).Select(i => new IncomeLine(
                new(Guid.CreateVersion7()), activities[i % activities.Length].Id, year - (i % 5), random.Next(100, 6_000), IncomeKind.Professional, "Concert")).ToImmutableArray();
            return new(new("Musicienne depuis 2009.", "Conservatoire royal", "", HeldBefore: true, HeldPlus: false, HigherArtsDiploma: true, Plan: true, Performances: 6), activities, incomes, [], [.. proofs]);
        }

        private static ImmutableArray<ApplicationStep> StepsOf(FileId file, DateTimeOffset at, FileState state)
        {
            var day = at.DayInBrussels();
            var events = new List<ApplicationEvent> { new ApplicationSubmitted { At = at, On = day } };
            if (state is not FileState.Submitted)
                events.Add(new DeclaredComplete { At = at.AddDays(9), On = day.AddDays(9) });
            if (state is FileState.Ready or FileState.Decided)
                events.Add(new RoutedToChamber(new(Guid.Empty), "") { At = at.AddDays(10), On = day.AddDays(10) });
            if (state is FileState.Decided)
                events.AddRange([
                    new PutOnAgenda(new(Guid.Empty), at.AddDays(60)) { At = at.AddDays(40), On = day.AddDays(40) },
                    new ChamberConcluded(new(Guid.Empty), ChamberAnswer.Decided, "plus", null) { At = at.AddDays(60), On = day.AddDays(60) },
                ]);
            return [.. events.Select((happened, i) => new ApplicationStep { FileId = file, Sequence = i, RecordedAt = happened.At, Payload = JsonSerializer.Serialize(happened) })];
        }
    }
}
