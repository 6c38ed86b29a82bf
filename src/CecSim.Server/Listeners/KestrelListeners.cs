using System.Net;
using CecSim.Server.Certificates;
using CecSim.Server.Control.Access;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Server.Listeners;

/// <summary>Where the server listens: what the arguments name and nothing else.</summary>
internal static class KestrelListeners
{
    /// <summary>More is answered 431. No documented head comes near it.</summary>
    private const int HeadBytesMax = 32 * 1024;

    /// <summary>Long polls that one HTTP/2 connection may hold.</summary>
    private const int StreamsMax = 2_000;

    /// <summary>
    /// Connections that wait to be accepted; Linux allows no more by default. A client that finds no room tries again
    /// after a whole second, which thousands that come at once would take for a slow answer.
    /// </summary>
    private const int BacklogMax = 4_096;

    public static void Queue(this SocketTransportOptions sockets) => sockets.Backlog = BacklogMax;

    public static void Listen(this KestrelServerOptions kestrel, CecSimArgs args)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = args.HeadWithin;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeadBytesMax;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsMax;
        foreach (var url in args.Urls)
        {
            Listen(kestrel, Parse(url), url);
        }

        if (args.HttpsPort is { } port)
        {
            Listen(kestrel, new BindingUrl(IsHttps: true, port == 0 ? "127.0.0.1" : "localhost", port), "--https-port");
        }
    }

    private static void Listen(KestrelServerOptions kestrel, BindingUrl url, string source)
    {
        switch (url.Host)
        {
            case "localhost" when url.Port == 0:
                throw new ArgumentException($"{source}: name 127.0.0.1 or [::1] for a free port.");
            case "localhost":
                kestrel.ListenLocalhost(url.Port, Configure);
                break;
            case "*" or "+":
                kestrel.ListenAnyIP(url.Port, Configure);
                break;
            default:
                kestrel.Listen(AddressOf(url, source), url.Port, Configure);
                break;
        }

        void Configure(ListenOptions listener)
        {
            var mark = IsLoopback(url.Host) ? new LoopbackListener(url.Host) : null;
            if (!url.IsHttps)
            {
                listener.Protocols = HttpProtocols.Http1;
                listener.Use(next => Wire.Lay(next, mark));
                return;
            }

            var certificate = kestrel.ApplicationServices.GetRequiredService<ServedCertificate>();
            listener.Protocols = HttpProtocols.Http1AndHttp2;
            listener.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, _) => certificate.Value,
            });
            listener.Use(next => Wire.Lay(next, mark));
        }
    }

    /// <summary>Whether other machines reach the server by it.</summary>
    /// <exception cref="ArgumentException">It is no URL.</exception>
    public static bool IsOpen(string url) =>
        Parse(url).Host is var host
        && (host is "*" or "+" || (IPAddress.TryParse(host, out var address) && !IPAddress.IsLoopback(address)));

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static IPAddress AddressOf(BindingUrl url, string source) =>
        IPAddress.TryParse(url.Host, out var address)
            ? address
            : throw new ArgumentException($"{source}: '{url.Host}' is neither an IP address nor localhost nor *.");

    private static BindingUrl Parse(string url)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new ArgumentException($"'{url}' is no URL such as {CecSimArgs.DefaultUrl}.");
        }

        return parsed.Scheme is "http" or "https" && parsed.PathBase.Length == 0
            ? new BindingUrl(parsed.Scheme == "https", parsed.Host.Trim('[', ']'), parsed.Port)
            : throw new ArgumentException($"'{url}' must be http or https, without a path.");
    }

    private readonly record struct BindingUrl(bool IsHttps, string Host, int Port);
}
