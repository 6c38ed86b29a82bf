using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Floor;

internal static class Listening
{
    public static void ListenLocalhostOnFreePort(this KestrelServerOptions kestrel, X509Certificate2? certificate) =>
        kestrel.Listen(IPAddress.Loopback, 0, listener =>
        {
            if (certificate is not null)
            {
                listener.Protocols = HttpProtocols.Http1AndHttp2;
                listener.UseHttps(certificate);
            }
        });
}
