using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WitaLive.App.Jobs;

namespace WitaLive.Tests.Jobs;

public class Sweeps
{
    private static readonly TimeSpan s_never = TimeSpan.FromDays(1);
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
        var sweep = host.Services.GetRequiredService<Sweep>();
        for (var ended = 0; ended < 100 && sweep.Last is not { Took: not null, Fault: null }; ended++)
            await work.RunEndsAsync(); // runs that had begun before may still fail

        Assert.True(sweep.Last is { Fault: null }, "No run went well.");
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

    private static async Task<IHost> StartAsync(Work work, TimeSpan every, ErrorLog? log = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (log is not null)
            builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(work).AddJobs().AddSweep<Sweeper>(every, "test");
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
