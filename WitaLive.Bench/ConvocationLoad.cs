using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Answers;
using WitaLive.App.Chambers;
using WitaLive.App.Convening;
using WitaLive.App.Jobs;
using WitaLive.App.Letters;
using WitaLive.App.Live;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Domain.Rules;

namespace WitaLive.Bench;

/// <summary>How long it takes to convene a thousand people: until every letter is a row on disk, and until a mail server on this machine has them all.</summary>
internal static class ConvocationLoad
{
    public const string Role = "convocations";

    private const int People = 1_000;

    public static async Task RunAsync(Figures figures, string data, string work)
    {
        var commission = await BenchCommission.PlenaryAsync(data, work, People);
        await using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var book = new RuleBook(RuleBook.FileNames.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(commission.Rules, name))));
        var smtp = new SmtpSettings { Host = "127.0.0.1", Port = FreePort() };
        var site = new SiteAddress(new Uri("https://live.example.be/"));
        var names = new Names(File.ReadAllText(Path.Combine(data, "names.json")));
        var letters = new LetterWriting(
            new(new ShippedLetters(Path.Combine(data, "letters"))), site, smtp, names,
            services.GetRequiredService<IStringLocalizer<LetterTexts>>());
        var directory = new CommissionDirectory(commission, book);
        var reading = new MeetingReading(commission, directory, book, TimeProvider.System);
        var proxies = new ProxyEnding(reading, new(new(services.GetRequiredService<IStringLocalizer<MailTexts>>(), site), site, names, services.GetRequiredService<IStringLocalizer<AnswerTexts>>()));
        await using var rooms = new MeetingRooms(new(commission, TimeProvider.System, []), TimeProvider.System, NullLogger<MeetingRoom>.Instance, new());
        var door = new RoomDoor(rooms, new(commission, directory, book, names), TimeProvider.System);
        var convene = new ConveneMeetings(commission, reading, new ConvocationWriting(letters, site, proxies), door, new JobBell([]), TimeProvider.System);

        var (durations, computing, process) = (new List<double>(), new List<double>(), Process.GetCurrentProcess());
        var last = default(MeetingId);
        for (var run = -1; run < 5; run++) // the first one compiles what is compiled at first use
        {
            last = await PlanAsync(commission);
            process.Refresh();
            var (start, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
            await convene.RunAsync(default);
            if (run < 0)
                continue;
            durations.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            process.Refresh();
            computing.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }
        durations.Sort();
        computing.Sort();
        figures.Add($"{People} convocations from the order to rows on disk", FormattableString.Invariant($"{durations[durations.Count / 2]:0} ms"), FormattableString.Invariant($"middle of {durations.Count} runs, {durations[0]:0} to {durations[^1]:0} ms; {computing[computing.Count / 2]:0} ms of processor time"));
        await HandOverAsync(figures, commission, smtp, last);
    }

    private static async Task HandOverAsync(Figures figures, BenchCommission commission, SmtpSettings smtp, MeetingId meeting)
    {
        await using (var db = commission.CreateDbContext())
            await db.Set<OutgoingMail>().Where(m => m.MeetingId != meeting).ExecuteDeleteAsync();
        var box = Path.Combine(commission.Directory, "box");
        using var server = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{smtp.Port}", "-c", "aiosmtpd.handlers.Mailbox", box])
        {
            WorkingDirectory = commission.Directory, RedirectStandardError = true, Environment = { ["HOME"] = commission.Directory },
        })!;
        try
        {
            while (!await AnswersAsync(smtp.Port))
                if (server.HasExited)
                    throw new InvalidOperationException("The mail server did not start (python3-aiosmtpd): " + await server.StandardError.ReadToEndAsync());
            using var mailer = new SmtpMailer(smtp);
            var start = Stopwatch.GetTimestamp();
            await new SendDueMail(commission, mailer, TimeProvider.System, NullLogger<SendDueMail>.Instance).RunAsync(default);
            var taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
            figures.Add($"{People} convocations handed to a mail server on this machine", FormattableString.Invariant($"{taken:0.0} s"), $"{Directory.GetFiles(Path.Combine(box, "new")).Length} arrived, {SendDueMail.AtOnce} connections, aiosmtpd");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task<MeetingId> PlanAsync(BenchCommission commission)
    {
        await using var db = commission.CreateDbContext();
        var chamber = await db.Set<Chamber>().SingleAsync();
        var now = TimeProvider.System.GetUtcNow();
        var meeting = new PlannedMeeting
        {
            Id = new(Guid.CreateVersion7()), ChamberId = chamber.Id, Formation = chamber.Formation, StartsAt = now.AddDays(60), Minutes = 180, Mode = MeetingMode.Hybrid,
            Place = "Bench", Languages = ["fr", "nl"], ConveneAt = now,
        };
        for (var n = 1; n <= 12; n++)
            meeting.Add(new()
            {
                Id = new(Guid.CreateVersion7()), Titles = ImmutableSortedDictionary<string, string>.Empty.Add("fr", $"Point {n}").Add("nl", $"Punt {n}"), Outcomes = ["adopted"], Minutes = 10,
            });
        db.Add(meeting);
        await db.SaveChangesAsync();
        return meeting.Id;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
