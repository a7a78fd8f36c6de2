using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Answers;
using WitaLive.App.Applications;
using WitaLive.App.Assistance;
using WitaLive.App.Attestations;
using WitaLive.App.Calendar;
using WitaLive.App.Chambers;
using WitaLive.App.Conflicts;
using WitaLive.App.Convening;
using WitaLive.App.Data;
using WitaLive.App.Declarations;
using WitaLive.App.Display;
using WitaLive.App.Evocation;
using WitaLive.App.Files;
using WitaLive.App.Forecasts;
using WitaLive.App.Jobs;
using WitaLive.App.Letters;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Measures;
using WitaLive.App.Meetings;
using WitaLive.App.Minutes;
using WitaLive.App.Papers;
using WitaLive.App.Precedents;
using WitaLive.App.Preparing;
using WitaLive.App.Principles;
using WitaLive.App.Profiles;
using WitaLive.App.Reports;
using WitaLive.App.Rules;
using WitaLive.App.Rulings;
using WitaLive.App.Turnouts;
using WitaLive.App.Year;
using WitaLive.Domain.Rules;

namespace WitaLive.Bench.Years;

/// <summary>The services of the app over a database with the demo commission, without its server, and with a clock that is moved by hand.</summary>
internal sealed class YearOffice : IDbContextFactory<WitaLiveDb>, IAsyncDisposable
{
    private readonly string _connection;
    private readonly ServiceProvider _services;

    private YearOffice(string data, string directory)
    {
        _connection = $"Data Source={Path.Combine(directory, "witalive.db")}";
        var names = new Names(File.ReadAllText(Path.Combine(data, "names.json")));
        var folders = new DataDirectory(directory, data);
        var (nothing, law) = (new ConfigurationBuilder().Build(), LegalComposition.Read(folders.Composition, names));
        _services = new ServiceCollection().AddLogging().AddLocalization()
            .AddSingleton<IDbContextFactory<WitaLiveDb>>(this).AddSingleton<TimeProvider>(Clock).AddSingleton(folders).AddSingleton(names).AddSingleton(law)
            .AddSingleton(new RuleBook(RuleBook.FileNames.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(data, "rules", name)))))
            .AddSingleton<CommissionDirectory>().AddSingleton<SeatWords>().AddSingleton(new SiteAddress(new Uri("https://live.example.be/"))).AddSingleton<MailFrame>().AddSingleton<DisplayKeys>()
            .AddLive(nothing).AddFiles().AddMeetings().AddCalendar().AddLetters().AddConvening().AddAnswers().AddForecasts().AddPapers().AddProfiles().AddApplications().AddAttestations()
            .AddMinutes().AddReports().AddTurnouts().AddDeclarations().AddEvocation().AddMeasures().AddAssistance().AddConflicts().AddPreparing().AddPrecedents().AddPrinciples().AddRulings().AddYear()
            .AddSingleton<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider, Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider>()
            .AddSingleton(new SmtpSettings()).AddSingleton(new JobBell([]))
            .BuildServiceProvider();
        Law = law;
    }

    public HandClock Clock { get; } = new();

    public IServiceProvider Services => _services;

    private LegalComposition Law { get; }

    public static async Task<YearOffice> OpenAsync(string data, string directory)
    {
        var office = new YearOffice(data, directory);
        await using (var db = office.CreateDbContext())
            await db.Database.MigrateAsync();
        var loading = new CommissionLoading(office, office.Law);
        await loading.LoadLawAsync(default);
        await loading.LoadDemoAsync(new DataDirectory(directory, data).Demo, default);
        return office;
    }

    public WitaLiveDb CreateDbContext() => new SqliteWitaLiveDb(
        (DbContextOptions<SqliteWitaLiveDb>)new DbContextOptionsBuilder<SqliteWitaLiveDb>().UseWitaLiveSqlite(_connection).Options);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A clock that stands still until it is moved; nothing rings by itself.</summary>
    internal sealed class HandClock : TimeProvider
    {
        private DateTimeOffset _now = new(2024, 1, 2, 7, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.UtcTicks;

        public void MoveTo(DateTimeOffset now) => _now = now;
    }
}
