using System.Net;
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
            _ when settings.BindAddress.Equals(IPAddress.Any) || settings.BindAddress.Equals(IPAddress.IPv6Any) =>
                OfThisMachine(settings.BindAddress),
            _ => [settings.BindAddress],
        };
        return [.. addresses.Select(a => new IPEndPoint(a, port))];
    }

    // The loopback comes first: most browsers are on this machine, and Firefox only wants one that is not it besides.
    private static List<IPAddress> OfThisMachine(IPAddress any) =>
    [
        .. from nic in NetworkInterface.GetAllNetworkInterfaces()
           where nic.OperationalStatus == OperationalStatus.Up
           from unicast in nic.GetIPProperties().UnicastAddresses
           where unicast.Address.AddressFamily == any.AddressFamily && !unicast.Address.IsIPv6LinkLocal
           orderby !IPAddress.IsLoopback(unicast.Address)
           select unicast.Address,
    ];
}
