using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.Tests.Access;
using WitaLive.Tests.Data;

namespace WitaLive.Tests.Jobs;

public sealed class Sweeps : IDisposable
{
    private static readonly TimeSpan s_never = TimeSpan.FromDays(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("witalive-jobs-").FullName;
    private static readonly TimeSpan s_atMost = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Run_when_the_app_starts_and_again_when_their_bell_rings()
    {
        var work = new Work();
        using var host = await StartAsync(work, s_never);
        await work.RunBeginsAsync();

        host.Services.GetRequiredService<JobBell>().Ring<Sweeper>();
        await work.RunBeginsAsync();

        await host.StopAsync();
    }

    [Fact]
    public async Task Run_again_and_again()
    {
        var work = new Work();
        using var host = await StartAsync(work, TimeSpan.FromMilliseconds(50));

        for (var run = 0; run < 5; run++)
            await work.RunBeginsAsync();

        await host.StopAsync();
    }

    [Fact]
    public async Task Never_overlap_themselves_and_answer_all_rings_of_a_run_with_one_more()
    {
        var work = new Work { Hold = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        using var host = await StartAsync(work, s_never);
        await work.RunBeginsAsync();
        var bell = host.Services.GetRequiredService<JobBell>();

        for (var ring = 0; ring < 50; ring++)
            bell.Ring<Sweeper>();
        work.Hold.SetResult();
        await work.RunBeginsAsync();
        await work.RunEndsAsync();
        await work.RunEndsAsync();
        await host.StopAsync();

        Assert.Equal((2, 1), (work.Runs, work.MostAtOnce));
    }

    [Fact]
    public async Task Go_on_after_a_fault_which_is_logged_once()
    {
        var log = new ErrorLog();
        var work = new Work { Fault = new InvalidDataException("on purpose") };
        using var host = await StartAsync(work, TimeSpan.FromMilliseconds(50), log);
        await work.RunEndsAsync();
        work.Fault = null;
        var (runs, errors) = (work.Runs, log.Errors.Count);
        for (var ended = 0; ended < 100 && await LastAsync(host) is not { Took: not null, Fault: null }; ended++)
            await work.RunEndsAsync(); // runs that had begun before may still fail

        var line = await LineAsync(host);
        Assert.True(line is { Last.Fault: null, FailedAt: not null }, $"No run went well: {line}.");
        await host.StopAsync();
        Assert.InRange(log.Errors.Count, 1, runs + 1);
        Assert.All(log.Errors, e => Assert.IsType<InvalidDataException>(e));
        Assert.True(errors <= runs, "logged more than once a run");
    }

    [Fact]
    public async Task Are_told_to_end_when_the_app_stops()
    {
        var work = new Work { Hold = new() };
        using var host = await StartAsync(work, s_never);
        await work.RunBeginsAsync();

        await host.StopAsync().WaitAsync(s_atMost);

        Assert.True(work.WasCancelled);
    }

    [Fact]
    public async Task Go_on_where_they_were_after_a_restart_and_remember_how_they_went()
    {
        var work = new Work { Fault = new InvalidDataException("on purpose") };
        JobLine before;
        using (var first = await StartAsync(work, s_never))
        {
            await work.RunEndsAsync();
            before = await UntilAsync(first, line => line.Last?.Fault is not null);
            await first.StopAsync();
        }

        using var second = await StartAsync(work, s_never);
        var after = await UntilAsync(second, line => line.NextAt is not null);
        second.Services.GetRequiredService<JobBell>().Ring<Sweeper>();
        await work.RunEndsAsync();

        Assert.Equal(before, after);
        Assert.Equal(nameof(InvalidDataException), after.Last!.Fault);
        Assert.Equal(2, work.Runs); // nothing at the second start, which has not come to its time yet
        await second.StopAsync();
    }

    [Fact]
    public async Task Leave_the_schedule_when_the_code_knows_them_no_more_and_follow_a_new_interval()
    {
        var work = new Work();
        using (var first = await StartAsync(work, s_never))
        {
            await work.RunEndsAsync();
            await first.StopAsync();
        }

        using (var renamed = await StartAsync(work, s_never, name: "renamed"))
        {
            await work.RunEndsAsync();
            var scheduler = await renamed.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            await UntilAsync(renamed, line => line.NextAt is not null);
            await UntilAsync(async () => await scheduler.GetJobDetail(new JobKey("test")) is null);
            await renamed.StopAsync();
        }

        using var faster = await StartAsync(work, TimeSpan.FromMilliseconds(50), name: "renamed");
        for (var run = 0; run < 3; run++)
            await work.RunEndsAsync();
        await faster.StopAsync();
    }

    [Theory, OnPostgres]
    public async Task Never_overlap_on_two_nodes_that_share_their_schedule(Engine engine)
    {
        await using var databases = await Databases.OnAsync(engine);
        var work = new Work { Hold = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        using var here = await StartAsync(work, s_never, settings: databases.Settings);
        await work.RunBeginsAsync();
        using var there = await StartAsync(work, s_never, settings: databases.Settings);
        await UntilAsync(there, line => line is { Last: { Took: null }, NextAt: not null }); // what runs here is seen there

        for (var ring = 0; ring < 20; ring++)
            there.Services.GetRequiredService<JobBell>().Ring<Sweeper>();
        here.Services.GetRequiredService<JobBell>().Ring<Sweeper>();
        work.Hold.SetResult();
        await work.RunEndsAsync();
        await work.RunBeginsAsync();
        await work.RunEndsAsync();

        Assert.Equal(1, work.MostAtOnce);
        await there.StopAsync();
        await here.StopAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<JobLine> UntilAsync(IHost host, Func<JobLine, bool> isThere)
    {
        var line = await LineAsync(host);
        await UntilAsync(async () => isThere(line = await LineAsync(host)));
        return line;
    }

    private static async Task UntilAsync(Func<Task<bool>> isThere)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isThere())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < s_atMost, "It did not come.");
            await Task.Yield();
        }
    }

    private static async Task<SweepRun?> LastAsync(IHost host) => (await LineAsync(host)).Last;

    private static async Task<JobLine> LineAsync(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<JobsDesk>().ListAsync(Who.With(Roles.Administrator), default)).Single();
    }

    private async Task<IHost> StartAsync(Work work, TimeSpan every, ErrorLog? log = null, string name = "test", IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?> { ["Data:Directory"] = _folder });
        if (log is not null)
            builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(work).AddJobs(builder.Configuration, builder.Environment).AddSweep<Sweeper>(every, name);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed class Sweeper(Work work) : ISweep
    {
        public Task RunAsync(CancellationToken ct) => work.DoAsync(ct);
    }

    private sealed class Work
    {
        private readonly Channel<bool> _begun = Channel.CreateUnbounded<bool>();
        private readonly Channel<bool> _ended = Channel.CreateUnbounded<bool>();
        private int _runs;
        private int _now;

        public TaskCompletionSource? Hold { get; init; }

        public Exception? Fault { get; set; }

        public int Runs => _runs;

        public int MostAtOnce { get; private set; }

        public bool WasCancelled { get; private set; }

        public Task<bool> RunBeginsAsync() => _begun.Reader.ReadAsync().AsTask().WaitAsync(s_atMost);

        public Task<bool> RunEndsAsync() => _ended.Reader.ReadAsync().AsTask().WaitAsync(s_atMost);

        public async Task DoAsync(CancellationToken ct)
        {
            Interlocked.Increment(ref _runs);
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            _begun.Writer.TryWrite(true);
            try
            {
                if (Fault is { } fault)
                    throw fault;
                if (Hold is { } hold)
                    await hold.Task.WaitAsync(ct);
            }
            catch (OperationCanceledException)
            {
                WasCancelled = true;
                throw;
            }
            finally
            {
                Interlocked.Decrement(ref _now);
                _ended.Writer.TryWrite(true);
            }
        }
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<Exception?> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Errors.Enqueue(exception);
        }

        public void Dispose()
        {
        }
    }
}
