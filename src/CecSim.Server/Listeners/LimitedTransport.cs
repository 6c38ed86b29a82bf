using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CecSim.Server.Listeners;

/// <summary>
/// Sockets as the server listens to them, with no more connections than there is room for: what is refused is closed
/// before the next one is accepted, so that a burst of thousands opens no more files than there are.
/// </summary>
internal sealed class LimitedTransport(
    IOptions<SocketTransportOptions> options, ILoggerFactory logs, ServerSockets sockets, ConnectionLimit limit)
    : IConnectionListenerFactory
{
    private readonly SocketTransportFactory _sockets = new(options, logs);

    public async ValueTask<IConnectionListener> BindAsync(
        EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var isHttps = sockets.Opened.Any(o => o.EndPoint.Equals(endpoint) && o.Url.IsHttps);
        return new Listener(await _sockets.BindAsync(endpoint, cancellationToken), limit, isHttps);
    }

    private sealed class Listener(IConnectionListener sockets, ConnectionLimit limit, bool isHttps)
        : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await sockets.AcceptAsync(cancellationToken) is { } connection)
            {
                if (limit.TryEnter())
                {
                    return connection;
                }

                await limit.RefuseAsync(connection, isHttps);
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) =>
            sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }
}
