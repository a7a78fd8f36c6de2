using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace WitaLive.Bench.Circuits;

/// <summary>Opens a SignalR connection over a bare WebSocket: no negotiation, no compression.</summary>
internal sealed class SocketFactory(TransferFormat format, string? cookie) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (cookie is not null)
            socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new SocketConnection(socket, format);
    }
}

internal sealed class SocketConnection : ConnectionContext, ITransferFormatFeature, IConnectionInherentKeepAliveFeature
{
    private readonly ClientWebSocket _socket;
    private readonly CancellationTokenSource _closing = new();
    private readonly Duplex _wire;
    private readonly Task _pumping;

    public SocketConnection(ClientWebSocket socket, TransferFormat format)
    {
        (_socket, ActiveFormat) = (socket, format);
        var (incoming, outgoing) = (new Pipe(new(useSynchronizationContext: false)), new Pipe(new(useSynchronizationContext: false)));
        Transport = new Duplex(incoming.Reader, outgoing.Writer);
        _wire = new Duplex(outgoing.Reader, incoming.Writer);
        Features.Set<ITransferFormatFeature>(this);
        Features.Set<IConnectionInherentKeepAliveFeature>(this);
        _pumping = Task.WhenAll(ReceiveAsync(), SendAsync());
    }

    public override IDuplexPipe Transport { get; set; }

    public override string ConnectionId { get; set; } = "";

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new ConnectionItems();

    public TransferFormat SupportedFormats => ActiveFormat;

    public TransferFormat ActiveFormat { get; set; }

    public bool HasInherentKeepAlive => false;

    public override async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Transport.Input.CompleteAsync();
        await Transport.Output.CompleteAsync();
        _socket.Abort();
        await _pumping;
        _socket.Dispose();
        _closing.Dispose();
        await base.DisposeAsync();
    }

    // Of a connection, ours or theirs; a socket that is broken off while something is being sent is already disposed of.
    private static bool IsTheEnd(Exception e) => e is OperationCanceledException or WebSocketException or ObjectDisposedException;

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(_wire.Output.GetMemory(2048), _closing.Token);
                if (received.MessageType is WebSocketMessageType.Close)
                    break;
                _wire.Output.Advance(received.Count);
                if ((await _wire.Output.FlushAsync(_closing.Token)).IsCompleted)
                    break;
            }
        }
        catch (Exception e) when (IsTheEnd(e))
        {
            // SignalR tells whoever waits on it.
        }
        await _wire.Output.CompleteAsync();
    }

    private async Task SendAsync()
    {
        var kind = ActiveFormat is TransferFormat.Text ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
        try
        {
            while (true)
            {
                var read = await _wire.Input.ReadAsync(_closing.Token);
                if (read is { IsCompleted: true, Buffer.IsEmpty: true })
                    break;
                foreach (var memory in read.Buffer)
                    await _socket.SendAsync(memory, kind, endOfMessage: true, _closing.Token);
                _wire.Input.AdvanceTo(read.Buffer.End);
            }
        }
        catch (Exception e) when (IsTheEnd(e))
        {
        }
        await _wire.Input.CompleteAsync();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
