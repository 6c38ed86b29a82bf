using System.Net.Sockets;

namespace CecSim.Server.Gateway;

/// <summary>This machine as softphones name it.</summary>
/// <param name="listened">Where SIP is taken: one address, or several that are this machine's own.</param>
/// <param name="advertised">What they are told where somebody said so, the first of them.</param>
/// <param name="publicUrl">By which address clients know the server; null where nobody said.</param>
internal sealed class OwnHost(IReadOnlyList<IPAddress> listened, IReadOnlyList<IPAddress> advertised, Uri? publicUrl)
{
    private readonly string _name = Dns.GetHostName();
    private readonly IPAddress _bound = listened[0];
    private readonly string? _public = publicUrl?.Host.Trim('[', ']');

    private bool TakesAny => _bound.Equals(IPAddress.Any) || _bound.Equals(IPAddress.IPv6Any);

    /// <summary>Whether a host of a SIP URI is this machine: a request that came here may name it by any of its names.
    /// </summary>
    public bool Has(string host)
    {
        var name = host.TrimEnd('.').Trim('[', ']');
        return Is(name, _public)
            || (IPAddress.TryParse(name, out var address)
                ? IPAddress.IsLoopback(address)
                    || TakesAny
                    || listened.Contains(address)
                    || advertised.Contains(address)
                : Is(name, "localhost")
                    || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                    || Is(name, _name)
                    || name.StartsWith($"{_name}.", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// What was named for others to use; else an address that is listened at, of the kind that whoever asked has.
    /// </summary>
    /// <param name="asked">The address that the question came to.</param>
    public string Reachable(IPAddress? asked) =>
        advertised is [var told, ..] ? told.ToString() : _public ?? ListenedAt(asked).ToString();

    // Of both loopback addresses it is that of IPv4, which the documents want: whoever is here reaches either.
    private IPAddress ListenedAt(IPAddress? asked)
    {
        var plain = asked?.IsIPv4MappedToIPv6 == true ? asked.MapToIPv4() : asked;
        return !TakesAny || plain is null ? _bound
            : _bound.Equals(IPAddress.IPv6Any) || plain.AddressFamily == AddressFamily.InterNetwork ? plain
            : IPAddress.IsLoopback(plain) ? IPAddress.Loopback
            : _bound;
    }

    private static bool Is(string name, string? other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
