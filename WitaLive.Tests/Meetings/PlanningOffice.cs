using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WitaLive.App.Access;
using WitaLive.App.Amateurs;
using WitaLive.App.Answers;
using WitaLive.App.Applications;
using WitaLive.App.Assistance;
using WitaLive.App.Attestations;
using WitaLive.App.Ballots;
using WitaLive.App.Bodies;
using WitaLive.App.Bounces;
using WitaLive.App.Calendar;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Declarations;
using WitaLive.App.Display;
using WitaLive.App.Ebox;
using WitaLive.App.Evocation;
using WitaLive.App.Exports;
using WitaLive.App.Fees;
using WitaLive.App.Files;
using WitaLive.App.Forecasts;
using WitaLive.App.Interpretation;
using WitaLive.App.Jobs;
using WitaLive.App.Languages;
using WitaLive.App.Letters;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Mandates;
using WitaLive.App.Measures;
using WitaLive.App.Meetings;
using WitaLive.App.Messages;
using WitaLive.App.Minutes;
using WitaLive.App.Papers;
using WitaLive.App.Precedents;
using WitaLive.App.Preparing;
using WitaLive.App.Principles;
using WitaLive.App.Profiles;
using WitaLive.App.Public;
using WitaLive.App.Reports;
using WitaLive.App.Retention;
using WitaLive.App.Rules;
using WitaLive.App.Rulings;
using WitaLive.App.Turnouts;
using WitaLive.App.Uploads;
using WitaLive.App.Year;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Access;
using WitaLive.Tests.Chambers;
using WitaLive.Tests.Data;
using WitaLive.Tests.Rulings;

namespace WitaLive.Tests.Meetings;

/// <summary>The services round a meeting's plan over a database with the demo commission, and a clock in the test's hand.</summary>
internal sealed class PlanningOffice : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("witalive-planning-");
    private readonly FaultLog _log = new();
    private readonly ServiceProvider _services;

    private PlanningOffice(Databases databases, DateTimeOffset start)
    {
        (Databases, Clock) = (databases, new(start));
        var services = new ServiceCollection();
        AddTo(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>A Monday.</summary>
    public static DateTimeOffset Morning { get; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static ClaimsPrincipal Secretary { get; } = Who.With(Roles.Secretariat);

    public Databases Databases { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Nothing stands behind it until a test says so.</summary>
    public AnEbox Ebox { get; } = new();

    /// <summary>What was logged as a fault.</summary>
    public IReadOnlyCollection<string> Faults => _log.Lines;

    /// <summary>Everything the app writes beside its database.</summary>
    public string DataFolder => _data.FullName;

    public string PaperFolder => Path.Combine(_data.FullName, "papers");

    /// <param name="start">Where the clock begins; on <see cref="Morning"/> when nothing is said.</param>
    public static async Task<PlanningOffice> OnAsync(Engine engine = Engine.Sqlite, DateTimeOffset? start = null)
    {
        var databases = await Databases.OnAsync(engine);
        var loading = new CommissionLoading(databases, Demo.Law);
        await loading.LoadLawAsync(default);
        await loading.LoadDemoAsync(Demo.Shipped.Demo, default);
        return new(databases, start ?? Morning);
    }

    public IServiceProvider Services => _services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public void AddTo(IServiceCollection services) => services
        .AddLogging(logging => logging.AddProvider(_log)).AddLocalization()
        .AddSingleton<IDbContextFactory<WitaLiveDb>>(Databases)
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(new DataDirectory(_data.FullName, Demo.Shipped.Shipped))
        .AddSingleton(Demo.Law)
        .AddSingleton(Demo.Rules)
        .AddSingleton(new Names(File.ReadAllText(Path.Combine(Demo.Shipped.Shipped, "names.json"))))
        .AddSingleton<CommissionDirectory>()
        .AddSingleton<SeatWords>()
        .AddSingleton(new SiteAddress(new Uri("https://live.example.be/")))
        .AddSingleton<MailFrame>()
        .AddSingleton<DisplayKeys>()
        .AddLive(new ConfigurationBuilder().Build())
        .AddFiles().AddMeetings().AddCalendar().AddLetters().AddConvening().AddAnswers().AddForecasts().AddPapers().AddProfiles().AddApplications().AddAttestations()
        .AddMinutes().AddReports().AddExports().AddBallots().AddMandates().AddTurnouts().AddYear().AddFees().AddDeclarations()
        .AddEvocation().AddMeasures().AddBodies().AddAmateurs().AddAssistance().AddMessages().AddInterpretation().AddConflicts().AddPreparing().AddPrecedents().AddPrinciples().AddPublic().AddBounces(new ConfigurationBuilder().Build())
        .AddSingleton<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider, Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider>()
        .AddUploads().AddRetention().AddRulings().AddSingleton(NothingPrints.Printer).AddSingleton<IEbox>(Ebox)
        .AddSingleton(new SmtpSettings())
        .AddSingleton(new JobBell([]));

    public async Task<Commission> CommissionAsync() => await Get<CommissionDirectory>().ReadAsync(Clock.GetUtcNow().DayInBrussels());

    public async Task<ChamberOnDay> ChamberAsync(string formation = "restricted", string? section = "fr", int number = 1) =>
        (await CommissionAsync()).Chambers.First(c => c.Formation.Value == formation && c.Section == section && c.Number == number && c.AdHocLanguage is null);

    /// <summary>A form that can be saved, for a meeting five weeks ahead.</summary>
    public async Task<MeetingForm> FormAsync(string formation = "restricted", string? section = "fr")
    {
        var form = new MeetingForm { Chamber = (await ChamberAsync(formation, section)).Id.Value.ToString(), Day = "2027-01-05", Hour = "14:00", Place = "Salle Horta" };
        var choices = await Get<MeetingPlanning>().ChoicesAsync(Secretary, form, default);
        if (choices.IsComposed)
            form.Seats.UnionWith(Get<MeetingPlanning>().Propose(choices.Commission, choices.Chamber!));
        return form;
    }

    /// <summary>A meeting with points on its agenda.</summary>
    public async Task<MeetingId> PlanAsync(int points = 3, Action<MeetingForm>? change = null, string formation = "restricted", string? section = "fr")
    {
        var form = await FormAsync(formation, section);
        change?.Invoke(form);
        var (id, problems) = await Get<MeetingPlanning>().CreateAsync(Secretary, form, default);
        Assert.Empty(problems);
        for (var n = 1; n <= points; n++)
            Assert.Null(await Get<AgendaPlanning>().AddPointAsync(
                Secretary, id!.Value, new Dictionary<string, string> { ["fr"] = $"Point {n}", ["nl"] = $"Punt {n}" }, 10, default));
        return id!.Value;
    }

    public async Task<PlannedMeeting> ReadAsync(MeetingId id)
    {
        await using var db = Databases.CreateDbContext();
        return await db.Set<PlannedMeeting>().AsNoTracking().Include(m => m.Agenda).SingleAsync(m => m.Id == id);
    }

    /// <summary>An hour before a meeting, on its day: people may sign the attendance list.</summary>
    public void ComesToTheDayOf(MeetingRoom room) => Clock.Advance(room.Meeting.Plan!.StartsAt.AddHours(-1) - Clock.GetUtcNow());

    public async Task<List<OutgoingMail>> MailsAsync(MeetingId id)
    {
        await using var db = Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.MeetingId == id).OrderBy(m => m.ToAddress).ToListAsync();
    }

    public async Task<List<Convocation>> ConvocationsAsync(MeetingId id)
    {
        await using var db = Databases.CreateDbContext();
        return await db.Set<Convocation>().AsNoTracking().Where(c => c.MeetingId == id).ToListAsync();
    }

    public async Task<ApplicationFile> AddFileAsync(string number, string language = "fr", string? domain = "plasticArts", FormationCode? referredTo = null)
    {
        var file = new ApplicationFile
        {
            Id = new(Guid.NewGuid()), Number = number, Kind = "application", Applicant = "Ysaline Grosdent", Language = language, Domain = domain,
            ReferredTo = referredTo, State = referredTo is null ? FileState.Ready : FileState.Referred,
        };
        await DoAsync(db => db.Add(file));
        return file;
    }

    public async Task DoAsync(Action<WitaLiveDb> change)
    {
        await using WitaLiveDb db = Databases.CreateDbContext();
        change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>As if the convocations had gone out today, without a mail.</summary>
    public Task ConveneAsync(MeetingId id) => DoAsync(db => db.Set<PlannedMeeting>().Single(m => m.Id == id).ConvenedAt = Clock.GetUtcNow());

    /// <summary>At its hour there is no quorum.</summary>
    public async Task AdjournAsync(MeetingId id, PersonId? chair = null)
    {
        var room = (await Get<RoomDoor>().EnterAsync(id))!;
        Clock.Advance(room.Meeting.Plan!.StartsAt - Clock.GetUtcNow());
        Assert.IsType<Outcome.Ok>(await room.SendAsync(new AdjournMeeting(), chair is { } presiding ? new(presiding) : new(new(Guid.NewGuid()), IsSecretariat: true)));
    }

    public ConveneMeetings Convener() => ActivatorUtilities.CreateInstance<ConveneMeetings>(_services);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Databases.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
