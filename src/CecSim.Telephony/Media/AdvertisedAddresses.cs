using System.Net.NetworkInformation;

namespace CecSim.Telephony.Media;

/// <summary>Where browsers are told to send.</summary>
internal static class AdvertisedAddresses
{
    public static IReadOnlyList<IPEndPoint> Of(MediaSettings settings, int port)
    {
        var addresses = settings switch
        {
            { AdvertisedAddresses: { Count: > 0 } named } => named,
            _ when IsAny(settings.BindAddress) => OfThisMachine(settings.BindAddress),
            _ => [settings.BindAddress],
        };
        return [.. addresses.Select(a => new IPEndPoint(a, port))];
    }

    /// <summary>Where packets are listened for: told to all addresses, each of this machine's by itself.</summary>
    public static IReadOnlyCollection<IPAddress> BoundBy(MediaSettings settings) =>
        IsAny(settings.BindAddress)
            ? [.. OfThisMachine(settings.BindAddress).Concat(settings.AdvertisedAddresses).Distinct()]
            : [settings.BindAddress];

    private static bool IsAny(IPAddress address) =>
        address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    // The loopback comes first: most browsers are on this machine, and Firefox only wants one that is not it besides.
    // Whoever binds to all of IPv6 has all of IPv4 with it.
    private static List<IPAddress> OfThisMachine(IPAddress any) =>
    [
        .. from nic in NetworkInterface.GetAllNetworkInterfaces()
           where nic.OperationalStatus == OperationalStatus.Up
           from unicast in nic.GetIPProperties().UnicastAddresses
           where !unicast.Address.IsIPv6LinkLocal
               && (any.Equals(IPAddress.IPv6Any) || unicast.Address.AddressFamily == any.AddressFamily)
           orderby !IPAddress.IsLoopback(unicast.Address), unicast.Address.AddressFamily
           select unicast.Address,
    ];
}
