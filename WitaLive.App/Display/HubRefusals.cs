using Microsoft.AspNetCore.SignalR;

namespace WitaLive.App.Display;

/// <summary>The log of the framework's part of a hub: what the hub refused is no fault of this program, and takes one line without a trace.</summary>
/// <typeparam name="T">What of the framework writes it; no name of it is public.</typeparam>
internal sealed partial class HubRefusals<T>(ILoggerFactory loggers) : ILogger<T>
{
    private readonly ILogger _logger = loggers.CreateLogger<T>();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => _logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => _logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is HubException refused)
            LogRefused(_logger, refused.Message);
        else
            _logger.Log(logLevel, eventId, state, exception, formatter);
    }

    [LoggerMessage(LogLevel.Warning, "A big screen was refused: {Why}")]
    private static partial void LogRefused(ILogger logger, string why);
}
