using System.Net.Security;

namespace CecSim.LoadTests.Servers;

/// <summary>HTTP clients that put nothing between a customer and the wire.</summary>
internal static class LoadHttp
{
    /// <param name="isHttp2">HTTP/2, and nothing less.</param>
    public static HttpClient Client(Uri address, bool isHttp2) => new(Handler(address))
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(10),
        DefaultRequestVersion = isHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public static SocketsHttpHandler Handler(Uri address) => new()
    {
        MaxConnectionsPerServer = int.MaxValue,
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseProxy = false,
        SslOptions = Tls(address),
    };

    /// <summary>TLS as one speaks it with that server.</summary>
    public static SslClientAuthenticationOptions Tls(Uri address) => new()
    {
        TargetHost = address.Host,

        // The floor has a certificate of its own, CecSim that of a development CA; neither leaves this machine.
        RemoteCertificateValidationCallback = address.IsLoopback
            ? static (_, certificate, _, _) => certificate is not null
            : null,
    };
}
