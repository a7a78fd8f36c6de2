using System.Diagnostics;
using WitaLive.App.Forecasts;
using WitaLive.App.Live;
using WitaLive.App.Meetings;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Presence;
using WitaLive.Tests.Data;
using WitaLive.Tests.Meetings;
using Xunit.Abstractions;

namespace WitaLive.Tests.Forecasts;

/// <summary>The calendar and the start page ask for every forecast at each visit: that is to cost them nothing to speak of.</summary>
public class ForeseeingAYear(ITestOutputHelper output)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Asks_the_database_as_often_for_many_meetings_as_for_few(Engine engine)
    {
        await using var office = await PlanningOffice.OnAsync(engine);
        var forecasts = office.Get<Forecasting>();
        await AddAsync(office, past: 9, ahead: 3);
        await forecasts.AheadAsync(PlanningOffice.Secretary, default); // reads the past meetings, once and for all
        var few = await QueriesAsync(() => forecasts.AheadAsync(PlanningOffice.Secretary, default));

        await AddAsync(office, past: 126, ahead: 12);
        await forecasts.AheadAsync(PlanningOffice.Secretary, default);
        var many = await QueriesAsync(() => forecasts.AheadAsync(PlanningOffice.Secretary, default));

        using var process = Process.GetCurrentProcess();
        var (clock, used) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        for (var n = 0; n < 20; n++)
            Assert.Equal(15, (await forecasts.AheadAsync(PlanningOffice.Secretary, default)).Length);
        process.Refresh();
        output.WriteLine($"{engine}: {many} queries, {clock.ElapsedMilliseconds / 20} ms, of which {(process.TotalProcessorTime - used).TotalMilliseconds / 20:0} ms of processor time");
        Assert.Equal(few, many);
        Assert.InRange(many, 1, 30);
    }

    // Of all restricted chambers in turn, on as many days.
    private static async Task AddAsync(PlanningOffice office, int past, int ahead)
    {
        var chambers = (await office.CommissionAsync()).Chambers.Where(c => c is { Section: not null, AdHocLanguage: null }).ToList();
        var now = office.Clock.GetUtcNow();
        var meetings = Enumerable.Range(1, past).Select(n => (Day: -n, IsOver: true)).Concat(Enumerable.Range(1, ahead).Select(n => (Day: n, IsOver: false))).Select(m => new PlannedMeeting
        {
            Id = new(Guid.NewGuid()), ChamberId = chambers[Math.Abs(m.Day) % chambers.Count].Id, Formation = chambers[0].Formation, StartsAt = now.AddDays(m.Day).AddMinutes(m.Day), Minutes = 120,
            Mode = MeetingMode.OnSite, Place = "Salle Horta", Languages = ["fr"], ConvenedAt = now.AddDays(m.Day - 20), State = m.IsOver ? MeetingState.Closed : MeetingState.Planned,
        }).ToList();
        await office.DoAsync(db => db.AddRange(meetings));
        foreach (var meeting in meetings)
        {
            var plan = (await office.Get<MeetingPlans>().ReadAsync(meeting.Id))! with { Revision = 1 };
            var journal = new List<MeetingEvent> { new MeetingPrepared(plan) { At = now } };
            if (meeting.State is MeetingState.Closed)
                journal.AddRange(plan.Seats.Skip(1).Select(seat => new SignedIn(seat.Effective, AttendanceMode.OnSite) { At = meeting.StartsAt }));
            await office.Get<MeetingJournal>().AppendAsync(meeting.Id, 0, journal.Aggregate(new Meeting(), (m, e) => m.Apply(e)), journal);
        }
    }

    private static async Task<int> QueriesAsync(Func<Task> act)
    {
        using var counting = new Queries();
        await act();
        return counting.Count;
    }

    // Those of this test alone, whatever others run beside it.
    private sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<Queries?> s_mine = new();
        private readonly List<IDisposable> _listening = [];

        public Queries()
        {
            s_mine.Value = this;
            _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                _listening.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (s_mine.Value == this && value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted")
                Count++;
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => _listening.ForEach(l => l.Dispose());
    }
}
