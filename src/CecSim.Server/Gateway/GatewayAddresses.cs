using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CecSim.Server.Gateway;

/// <summary>
/// <c>gwAddresses</c>: full URLs, because the clients' SIP library takes nothing else. The host is the one that the
/// client used, so that it holds behind a container's port, a proxy or another host name.
/// </summary>
internal static class GatewayAddresses
{
    public const string Path = "/sip";

    public const string WhyNotPlain =
        "WebRTC registration does not support HTTP (CEC 2.5.0 Agent Connection Bar, chapter 2): serve the page by " +
        "HTTPS, and come by wss; the scenario's gatewayScheme is wss";

    public static IReadOnlyList<string> For(VendorExchange exchange)
    {
        var address = ServerAddress.Of(exchange.Http);
        var isSecure = exchange.Space.Settings.GatewayScheme switch
        {
            GatewayScheme.Auto => address.IsHttps,
            GatewayScheme.Ws => false,
            GatewayScheme.Wss => true,
        };

        // Where no listener speaks the scheme, something in front of the server does, at the address the client used.
        var authority = isSecure != address.IsHttps && !address.IsOfProxy
            && PortOf(exchange, isSecure ? "https://" : "http://") is { } port
                ? $"{address.Host.Host}:{port}"
                : address.Host.ToUriComponent();
        return [$"{(isSecure ? "wss" : "ws")}://{authority}{Path}"];
    }

    private static int? PortOf(VendorExchange exchange, string scheme) =>
        exchange.Http.RequestServices.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses
            .Where(a => a.StartsWith(scheme, StringComparison.Ordinal))
            .Select(a => (int?)new Uri(a).Port)
            .FirstOrDefault();
}
