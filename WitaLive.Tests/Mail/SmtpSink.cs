using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WitaLive.Tests.Mail;

internal enum Reply
{
    Accept,

    /// <summary>451 when the receiver is named: later, perhaps.</summary>
    RefuseForNow,

    /// <summary>Takes the whole mail and never answers.</summary>
    Hang,

    /// <summary>Takes the whole mail and closes the line instead of saying so.</summary>
    Drop,
}

/// <summary>A mail server of sixty lines that behaves as badly as it is told to, and writes down all it hears.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Reply> _replies;
    private readonly TaskCompletionSource _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _listening;
    private int _connections;

    /// <param name="replies">For the first mails in turn; every further one is accepted.</param>
    public SmtpSink(params Reply[] replies)
    {
        _replies = new(replies);
        _listener.Start();
        _listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => _connections;

    /// <summary>All mails that arrived whole, whether or not that was said.</summary>
    public ConcurrentQueue<string> Mails { get; } = [];

    /// <summary>All command lines of all connections.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>Done as soon as a mail hangs.</summary>
    public Task Hanging => _hanging.Task;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _listening;
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                talks.Add(TalkAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream);
                await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 sink");
                while (await reader.ReadLineAsync(_end.Token) is { } command)
                {
                    Commands.Enqueue(command);
                    if (await AnswerAsync(command, reader, writer) is { } answer)
                        await writer.WriteLineAsync(answer);
                    else
                        return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The sender hung up, or the test is over.
            }
        }
    }

    // Null ends the connection.
    private async Task<string?> AnswerAsync(string command, StreamReader reader, StreamWriter writer)
    {
        switch (command.ToUpperInvariant().Split(' ', ':')[0])
        {
            case "RCPT" when _replies.TryPeek(out var reply) && reply == Reply.RefuseForNow:
                _replies.TryDequeue(out _);
                return "451 4.7.1 try again later";
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                Mails.Enqueue(await ReadMailAsync(reader));
                return await AfterDataAsync(_replies.TryDequeue(out var after) ? after : Reply.Accept);
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                return null;
            default:
                return "250 fine";
        }
    }

    private async Task<string?> AfterDataAsync(Reply reply)
    {
        if (reply == Reply.Drop)
            return null;
        if (reply == Reply.Hang)
        {
            _hanging.TrySetResult();
            await Task.Delay(Timeout.Infinite, _end.Token);
        }
        return "250 taken";
    }

    private static async Task<string> ReadMailAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        return string.Join("\r\n", lines);
    }
}
