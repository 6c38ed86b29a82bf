namespace CecSim.Server.Listeners;

/// <summary>Where to listen, as the arguments name it.</summary>
/// <param name="Host">An IP address without brackets, localhost or *.</param>
/// <param name="Source">The option that names it.</param>
internal readonly record struct ListenUrl(bool IsHttps, string Host, int Port, string Source)
{
    public const string Localhost = "localhost";
    private const string Any = "*";

    /// <summary>Whether only this machine reaches the server by it.</summary>
    public bool IsLoopback =>
        Host == Localhost || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>All that it stands for. Where it is several, a machine need not have each of them.</summary>
    public IReadOnlyList<IPAddress> Addresses => Host switch
    {
        Localhost => [IPAddress.Loopback, IPAddress.IPv6Loopback],

        // One socket takes IPv4 too; it is the other one's turn on a machine without IPv6.
        Any => [IPAddress.IPv6Any, IPAddress.Any],
        _ => [IPAddress.Parse(Host)],
    };

    public override string ToString() => Of(IsHttps, Host, Port);

    public static string Of(bool isHttps, string host, int port) =>
        $"{(isHttps ? "https" : "http")}://{(host.Contains(':') ? $"[{host}]" : host)}:{port}";

    /// <exception cref="ArgumentException">It is no URL that can be listened on; the text says why.</exception>
    public static ListenUrl Parse(string url, string source)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(url.Trim());
        }
        catch (FormatException)
        {
            throw new ArgumentException($"{source}: '{url}' is no URL such as {CecSimArgs.DefaultUrl}.");
        }

        var isHttps = parsed.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);
        if ((!isHttps && !parsed.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase))
            || parsed.PathBase.Length > 0)
        {
            throw new ArgumentException($"{source}: '{url}' must be http or https, without a path.");
        }

        var host = parsed.Host.ToLowerInvariant() switch
        {
            Localhost => Localhost,
            "*" or "+" => Any,
            ['[', .. var literal, ']'] when IPAddress.TryParse(literal, out var six) => six.ToString(),
            var text when IPAddress.TryParse(text, out var four) && !text.Contains(':') => four.ToString(),
            _ => throw new ArgumentException(
                $"{source}: '{parsed.Host}' is neither an IP address nor localhost nor *, in '{url}'."),
        };
        return parsed.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort
            ? new ListenUrl(isHttps, host, parsed.Port, source)
            : throw new ArgumentException(
                $"{source}: the port must be {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}, not {parsed.Port}, " +
                $"in '{url}'.");
    }
}
