using CecSim.Server.Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CecSim.Server.Listeners;

/// <summary>How the server listens: on the sockets that the arguments name and on nothing else.</summary>
internal static class KestrelListeners
{
    /// <summary>
    /// Connections that wait to be accepted; Linux allows no more by default. A client that finds no room tries again
    /// after a whole second, which thousands that come at once would take for a slow answer.
    /// </summary>
    public const int BacklogMax = 4_096;

    /// <summary>More is answered 431. No documented head comes near it.</summary>
    private const int HeadBytesMax = 32 * 1024;

    /// <summary>Long polls that one HTTP/2 connection may hold.</summary>
    private const int StreamsMax = 2_000;

    public static void Queue(this SocketTransportOptions options, CecSimArgs args, ServerSockets sockets)
    {
        if (args.Persist is not null)
        {
            // An answer counts as sent when the operating system has it, and not when it waits here to be sent.
            options.MaxWriteBufferSize = 0;
        }

        options.Backlog = BacklogMax;
        options.CreateBoundListenSocket = sockets.Take;
    }

    public static void Listen(this KestrelServerOptions kestrel, CecSimArgs args, ServerSockets sockets)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = args.HeadWithin;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeadBytesMax;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsMax;

        // Each reader of a body has a limit of its own. The server's would end the connection under a client that
        // still writes, so that it never reads its 413; without it, what is left of a body is read and thrown away.
        kestrel.Limits.MaxRequestBodySize = null;
        var proxies = ProxySettings.Of(args);
        foreach (var (url, endPoint) in sockets.Opened)
        {
            kestrel.Listen(endPoint, listener => Configure(listener, url, proxies));
        }
    }

    /// <summary>Whether other machines reach the server by it.</summary>
    /// <exception cref="ArgumentException">It is no URL.</exception>
    public static bool IsOpen(string url) => !ListenUrl.Parse(url, "--urls").IsLoopback;

    private static void Configure(ListenOptions listener, ListenUrl url, ProxySettings? proxies)
    {
        var mark = url.IsLoopback ? new LoopbackListener(url.Host) : null;
        listener.Protocols = url.IsHttps ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        var limit = listener.ApplicationServices.GetRequiredService<ConnectionLimit>();
        listener.Use(next => async connection =>
        {
            try
            {
                await next(connection);
            }
            finally
            {
                limit.Leave();
            }
        });
        if (url.IsHttps)
        {
            var certificate = listener.ApplicationServices.GetRequiredService<ServedCertificate>();
            listener.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, _) => certificate.Value,
            });
        }

        listener.Use(next => FaultableConnection.Lay(next, mark, proxies));
    }
}
