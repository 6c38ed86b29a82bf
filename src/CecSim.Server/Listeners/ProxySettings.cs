using CecSim.Server.Listeners.Forwarding;

namespace CecSim.Server.Listeners;

/// <summary>What stands between clients and the server.</summary>
/// <param name="PublicUrl">By which address all clients know the server; null to go by what a request says.</param>
/// <param name="Trusted">Whose word on that address counts.</param>
internal sealed record ProxySettings(Uri? PublicUrl, IReadOnlyList<IPNetwork> Trusted)
{
    /// <returns>Null where clients come to the server itself.</returns>
    /// <exception cref="ArgumentException">The public URL is more, or less, than scheme, host and port.</exception>
    public static ProxySettings? Of(CecSimArgs args)
    {
        if (args.PublicUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"
            && url.PathAndQuery == "/" && url.Fragment.Length == 0 && url.UserInfo.Length == 0 && url.Host.Length > 0))
        {
            throw new ArgumentException(
                "--public-url must be http or https, a host and a port at most, such as https://cec.example, " +
                $"not '{url}'.");
        }

        return args.PublicUrl is null && args.TrustedProxies.Count == 0
            ? null
            : new ProxySettings(args.PublicUrl, args.TrustedProxies);
    }

    /// <summary>
    /// Whether a request may come from further away than its connection does. Where a public URL leads to the server,
    /// nothing tells what came by it from what did not.
    /// </summary>
    public bool MayComeFromElsewhere(HttpContext http) =>
        PublicUrl is { IsLoopback: false } || (IsTrusted(http) && ForwardedHeaders.AreIn(http.Request.Headers));

    public bool IsTrusted(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } peer && IsTrusted(peer);

    public bool IsTrusted(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Trusted.Any(t => t.Contains(plain));
    }
}
