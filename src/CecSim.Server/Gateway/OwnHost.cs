using System.Net;
using System.Net.Sockets;

namespace CecSim.Server.Gateway;

/// <summary>This machine as softphones name it.</summary>
/// <param name="bound">Where SIP and media are taken.</param>
internal sealed class OwnHost(IPAddress bound, IReadOnlyList<IPAddress> advertised)
{
    private readonly string _name = Dns.GetHostName();

    private bool TakesAny => bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any);

    /// <summary>Whether a host of a SIP URI is this machine: a request that came here may name it by any of its names.
    /// </summary>
    public bool Has(string host)
    {
        var name = host.TrimEnd('.');
        return IPAddress.TryParse(name.Trim('[', ']'), out var address)
            ? IPAddress.IsLoopback(address) || TakesAny || address.Equals(bound) || advertised.Contains(address)
            : Is(name, "localhost")
                || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                || Is(name, _name)
                || name.StartsWith($"{_name}.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An address that is listened at, of the kind that whoever asked has.</summary>
    /// <param name="asked">The address that the question came to.</param>
    public IPAddress Reachable(IPAddress? asked)
    {
        var plain = asked?.IsIPv4MappedToIPv6 == true ? asked.MapToIPv4() : asked;
        return !TakesAny || plain is null ? bound
            : bound.Equals(IPAddress.IPv6Any) || plain.AddressFamily == AddressFamily.InterNetwork ? plain
            : IPAddress.IsLoopback(plain) ? IPAddress.Loopback
            : bound;
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
