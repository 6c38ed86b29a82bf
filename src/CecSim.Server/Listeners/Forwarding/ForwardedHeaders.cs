namespace CecSim.Server.Listeners.Forwarding;

/// <summary>
/// What proxies say of a request: <c>Forwarded</c> (RFC 7239), else <c>X-Forwarded-For</c>, <c>-Proto</c>,
/// <c>-Host</c> and <c>-Port</c>. Each proxy adds its own at the end, so that they are read from there, as far as the
/// proxies are trusted.
/// </summary>
internal static class ForwardedHeaders
{
    private const string Standard = "Forwarded";
    private const string For = "X-Forwarded-For";
    private const string Proto = "X-Forwarded-Proto";
    private const string Host = "X-Forwarded-Host";
    private const string Port = "X-Forwarded-Port";

    /// <summary>Proxies in a row that are believed; more are nobody's set-up.</summary>
    private const int HopsMax = 16;

    private static readonly string[] Names = [Standard, For, Proto, Host, Port];

    public static bool AreIn(IHeaderDictionary headers) => Names.Any(headers.ContainsKey);

    /// <summary>What the furthest proxy that is trusted was asked for.</summary>
    public static ForwardedHop Read(IHeaderDictionary headers, Func<IPAddress, bool> isTrusted)
    {
        IReadOnlyList<ForwardedHop> hops = headers.TryGetValue(Standard, out var standard)
            ? ForwardedElements.Read(standard.ToString())
            : Legacy(headers);
        var (told, at) = (default(ForwardedHop), 0);
        for (var i = hops.Count - 1; i >= 0 && at++ < HopsMax; i--)
        {
            // A proxy that says nothing of it leaves what the one behind it said.
            told = new ForwardedHop(hops[i].For, hops[i].Proto ?? told.Proto, hops[i].Host ?? told.Host);
            if (hops[i].For is not { } client || !isTrusted(client))
            {
                break;
            }
        }

        return told;
    }

    private static ForwardedHop[] Legacy(IHeaderDictionary headers)
    {
        var (clients, protos, hosts, ports) =
            (ListOf(headers, For), ListOf(headers, Proto), ListOf(headers, Host), ListOf(headers, Port));
        var count = Math.Max(Math.Max(clients.Length, protos.Length), Math.Max(hosts.Length, ports.Length));
        var hops = new ForwardedHop[count];
        for (var i = 0; i < count; i++)
        {
            // A shorter list is that of the last proxies.
            hops[^(i + 1)] = new ForwardedHop(
                Last(clients, i) is { } client ? ForwardedElements.AddressOf(client) : null,
                Last(protos, i),
                WithPort(Last(hosts, i), Last(ports, i)));
        }

        return hops;
    }

    // Some proxies tell the host without its port, and the port beside it.
    private static string? WithPort(string? host, string? port) =>
        host is null || port is null || new HostString(host).Port is not null ? host : $"{host}:{port}";

    private static string? Last(string[] list, int back) => back < list.Length ? list[^(back + 1)] : null;

    private static string[] ListOf(IHeaderDictionary headers, string name) =>
        headers[name].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
