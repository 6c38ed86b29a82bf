using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CecSim.Server.Listeners;

/// <summary>The URLs by which clients reach a server that runs, for people and programs to take as they are.</summary>
internal static class ServerUrls
{
    /// <summary>The public one first, then those of the listeners.</summary>
    public static IReadOnlyList<string> Of(CecSimArgs args, IServer server) => args.PublicUrl is { } known
        ? [known.GetLeftPart(UriPartial.Authority), .. OfListeners(server)]
        : OfListeners(server);

    /// <summary>Where the server listens on all addresses of this machine, each of them.</summary>
    public static IReadOnlyList<string> OfListeners(IServer server) =>
    [
        .. (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Select(bound => new Uri(bound))
            .GroupBy(url => (url.Scheme, url.Port))
            .SelectMany(group => HostsOf(group.Select(url => IPAddress.Parse(url.Host.Trim('[', ']'))))
                .Select(host => ListenUrl.Of(group.Key.Scheme == Uri.UriSchemeHttps, host, group.Key.Port))),
    ];

    private static IEnumerable<string> HostsOf(IEnumerable<IPAddress> bound)
    {
        var addresses = bound.SelectMany(Reachable).Distinct().ToList();
        var hasBoth = addresses.Contains(IPAddress.Loopback) && addresses.Contains(IPAddress.IPv6Loopback);
        return hasBoth
            ? addresses.Where(a => !IPAddress.IsLoopback(a)).Select(a => a.ToString()).Prepend(ListenUrl.Localhost)
            : addresses.Select(a => a.ToString());
    }

    // No client can go to 0.0.0.0 or [::].
    private static IEnumerable<IPAddress> Reachable(IPAddress bound) =>
        bound.Equals(IPAddress.Any) ? OfThisMachine(a => a.AddressFamily == bound.AddressFamily)
        : bound.Equals(IPAddress.IPv6Any) ? OfThisMachine(_ => true)
        : [bound];

    private static IEnumerable<IPAddress> OfThisMachine(Func<IPAddress, bool> isTaken)
    {
        List<IPAddress> own = [IPAddress.Loopback];
        try
        {
            own.AddRange(NetworkInterface.GetAllNetworkInterfaces()
                .Where(nic => nic.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                .SelectMany(nic => nic.GetIPProperties().UnicastAddresses)
                .Select(unicast => unicast.Address)
                .Where(a => !a.IsIPv6LinkLocal));
        }
        catch (NetworkInformationException)
        {
            // A sandbox that shows no interfaces: the one address that every machine has is left.
        }

        return own.Where(isTaken).OrderBy(a => !IPAddress.IsLoopback(a)).Distinct();
    }
}
