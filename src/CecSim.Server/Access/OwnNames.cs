namespace CecSim.Server.Access;

/// <summary>
/// The names by which this machine, and no other, is reached: <c>localhost</c> and all below it (RFC 6761, 6.3), and
/// the addresses of loopback.
/// </summary>
internal static class OwnNames
{
    public const string Shown = "localhost, a name below .localhost, 127.0.0.1 or [::1]";

    private const string Localhost = "localhost";
    private const string BelowIt = ".localhost";

    /// <param name="host">A Host header without its port.</param>
    public static bool Cover(string host)
    {
        // The root's dot may stand at the end of a name (RFC 1034, 3.1). Case never counts.
        var name = host.EndsWith('.') ? host[..^1] : host;
        return name.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
            || (name.EndsWith(BelowIt, StringComparison.OrdinalIgnoreCase) && IsBelow(name[..^BelowIt.Length]))
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

    private static bool IsBelow(string labels) => labels.Length > 0 && labels.Split('.').All(l => l.Length > 0);
}
