using CecSim.Server.Listeners.Forwarding;

namespace CecSim.Server.Listeners;

/// <summary>
/// The address by which the client of a request knows this server. Whatever names the server in an answer, or depends
/// on whether the client came by TLS, goes by it: what stands in the request is only what the last hop said.
/// </summary>
/// <param name="Host">With its port where the client named one.</param>
internal readonly record struct ServerAddress(string Scheme, HostString Host)
{
    public bool IsHttps => Scheme == Uri.UriSchemeHttps;

    /// <summary>As browsers write it in Origin: without the scheme's own port, in small letters.</summary>
    public string Origin => Host.Port == PortOf(Scheme)
        ? $"{Scheme}://{Host.Host}".ToLowerInvariant()
        : $"{Scheme}://{Host}".ToLowerInvariant();

    /// <summary>Whether something in front of the server decides by which addresses it is reached.</summary>
    public bool IsOfProxy { get; private init; }

    public static ServerAddress Of(HttpContext http)
    {
        var own = new ServerAddress(http.Request.Scheme, HostOf(http));
        if (http.Features.Get<FaultableConnection>()?.Proxies is not { } proxies)
        {
            return own;
        }

        if (proxies.PublicUrl is { } url)
        {
            return new ServerAddress(url.Scheme, new HostString(url.Authority)) { IsOfProxy = true };
        }

        return proxies.IsTrusted(http) && ForwardedHeaders.AreIn(http.Request.Headers)
            ? own.As(ForwardedHeaders.Read(http.Request.Headers, proxies.IsTrusted))
            : own;
    }

    private ServerAddress As(ForwardedHop hop)
    {
        var scheme = hop.Proto?.ToLowerInvariant() is ("http" or "https") and var told ? told
            : hop.Proto?.ToLowerInvariant() switch { "wss" => "https", "ws" => "http", _ => Scheme };
        var host = hop.Host is { } named
            && Uri.TryCreate($"{scheme}://{named}", UriKind.Absolute, out var url)
            && url is { PathAndQuery: "/", UserInfo.Length: 0, Fragment.Length: 0 }
                ? new HostString(named)
                : Host;
        return new ServerAddress(scheme, host) { IsOfProxy = true };
    }

    /// <summary>For which host the request itself is, whatever stands in front.</summary>
    /// <remarks>
    /// HTTP/1.0 needs no Host, and HTTP/1.1 an empty one where the target has no authority (RFC 9112, 3.2). A target
    /// that is a whole URL has one.
    /// </remarks>
    public static HostString HostOf(HttpContext http)
    {
        if (http.Request.Host.HasValue)
        {
            return http.Request.Host;
        }

        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()?.RawTarget ?? "";
        if (Uri.TryCreate(target, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return new HostString(url.Authority);
        }

        var address = http.Connection.LocalIpAddress ?? IPAddress.Loopback;
        return new HostString(
            (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString(), http.Connection.LocalPort);
    }

    private static int PortOf(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;
}
