using Microsoft.AspNetCore.SignalR;

namespace WitaLive.App.Display;

/// <summary>What the framework's part of a hub logs: what the hub refused is no fault of this program, and takes one line without a trace.</summary>
internal sealed partial class RefusalsInOneLine(ILoggerFactory loggers) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Lines(loggers.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

    public void Dispose()
    {
        // The loggers behind it are the whole app's.
    }

    private sealed partial class Lines(ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is HubException refused)
                LogRefused(logger, refused.Message);
            else
                logger.Log(logLevel, eventId, state, exception, formatter);
        }

        [LoggerMessage(LogLevel.Warning, "A big screen was refused: {Why}")]
        private static partial void LogRefused(ILogger logger, string why);
    }
}
