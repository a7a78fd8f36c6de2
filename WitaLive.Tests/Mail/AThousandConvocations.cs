using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using WitaLive.App.Convening;
using WitaLive.App.Mail;
using WitaLive.App.Meetings;
using WitaLive.Domain;
using WitaLive.Domain.Chambers;
using WitaLive.Tests.Meetings;

namespace WitaLive.Tests.Mail;

/// <summary>A thousand people are convened while the mail server is away, and it dies once more on the way: aiosmtpd, which others wrote.</summary>
public class AThousandConvocations
{
    private const int People = 1_000;

    [FactNeeding(Need.Smtp)]
    public async Task All_arrive_and_a_copy_is_known_by_its_id()
    {
        await using var office = await PlanningOffice.OnAsync();
        var id = await PlanForAsync(office, People);
        await using var server = new MailServer();
        using var mailer = AMail.Mailer(server.Port);
        var sender = AMail.Sender(office.Databases, mailer, office.Clock);

        Assert.Null(await office.Get<ConvocationDesk>().OrderAsync(PlanningOffice.Secretary, id, null, null, default));
        await office.Convener().RunAsync(default);
        await sender.RunAsync(default); // nobody listens
        Assert.Equal(0, await SentAsync(office));

        await server.StartAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        var run = sender.RunAsync(default);
        await server.HasAsync(100);
        server.Kill();
        await run;
        Assert.InRange(await SentAsync(office), 1, People - 1);

        await server.StartAsync();
        for (var tries = 1; tries < Backoff.MaxTries && await SentAsync(office) < People; tries++)
        {
            office.Clock.Advance(Backoff.After(tries));
            await sender.RunAsync(default);
        }

        await using var db = office.Databases.CreateDbContext();
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.MeetingId == id).ToListAsync();
        Assert.Equal(People, mails.Count);
        Assert.All(mails, m => Assert.NotNull(m.SentAt));
        var arrived = server.MessageIds();
        Assert.Equal(mails.Select(m => $"<{m.Id}@wita.example>").Order(), arrived.Distinct().Order());
        // Twice only where the server died between taking a mail and saying so; at most one on each connection.
        Assert.InRange(arrived.Count - People, 0, SendDueMail.AtOnce);
    }

    /// <summary>A meeting of a chamber that has so many seats, each with one person.</summary>
    internal static async Task<MeetingId> PlanForAsync(PlanningOffice office, int people)
    {
        var chamber = new Chamber(new(Guid.NewGuid()), new("plenary"), null, null, 9);
        await office.DoAsync(db =>
        {
            var seats = new List<Seat>();
            for (var n = 1; n <= people; n++)
            {
                var person = new Person(new(Guid.NewGuid()), "Zoë", $"Membre {n}", $"member{n}@thousand.example", Person.Languages[n % 4]);
                var seat = new Seat(new(Guid.NewGuid()), "fr", new("experts"), 1_000 + n);
                Assert.IsType<Result<Mandate>.Ok>(seat.Appoint(new(Guid.NewGuid()), person.Id, null, new Term(new(2026, 1, 1), null)));
                db.AddRange(person, seat);
                seats.Add(seat);
            }
            chamber.Seat(seats.Select(s => s.Id));
            db.Add(chamber);
        });
        var meeting = new PlannedMeeting
        {
            Id = new(Guid.NewGuid()), ChamberId = chamber.Id, Formation = chamber.Formation, StartsAt = new(2027, 1, 5, 13, 0, 0, TimeSpan.Zero), Minutes = 180,
            Mode = MeetingMode.OnSite, Place = "Salle Horta", Languages = ["fr", "nl"],
        };
        meeting.Compose(chamber.Seats);
        await office.DoAsync(db => db.Add(meeting));
        Assert.Null(await office.Get<AgendaPlanning>().AddPointAsync(PlanningOffice.Secretary, meeting.Id, new Dictionary<string, string> { ["fr"] = "Rapport annuel", ["nl"] = "Jaarverslag" }, 10, default));
        // Presidents by office are convened too; here only members count.
        await office.DoAsync(db => db.Set<Office>().RemoveRange(db.Set<Office>()));
        return meeting.Id;
    }

    private static async Task<int> SentAsync(PlanningOffice office)
    {
        await using var db = office.Databases.CreateDbContext();
        return await db.Set<OutgoingMail>().CountAsync(m => m.SentAt != null);
    }

    /// <summary>aiosmtpd with a mailbox, which can be killed and started again on the same port.</summary>
    private sealed class MailServer : IAsyncDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("witalive-smtp-");
        private Process? _process;

        public int Port { get; } = FreePort();

        private string New => Path.Combine(_folder.FullName, "box", "new");

        public async Task StartAsync()
        {
            var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = _folder.FullName };
            foreach (var argument in new[] { "-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{Port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(_folder.FullName, "box") })
                start.ArgumentList.Add(argument);
            start.Environment["HOME"] = _folder.FullName;
            _process = Process.Start(start)!;
            _process.BeginErrorReadLine();
            _process.BeginOutputReadLine();
            while (!await AnswersAsync())
                Assert.False(_process.HasExited, "aiosmtpd did not start.");
        }

        public async Task HasAsync(int mails)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (!Directory.Exists(New) || Directory.GetFiles(New).Length < mails)
            {
                await Task.Yield();
                patience.Token.ThrowIfCancellationRequested();
            }
        }

        public void Kill()
        {
            _process!.Kill();
            _process.WaitForExit();
        }

        /// <summary>Of every mail in the box, copies included.</summary>
        public List<string> MessageIds() => [.. Directory.GetFiles(New).Select(file => new Letter(File.ReadAllText(file))["Message-Id"])];

        public ValueTask DisposeAsync()
        {
            if (_process is { HasExited: false })
                Kill();
            _process?.Dispose();
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        private async Task<bool> AnswersAsync()
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Port);
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
}
