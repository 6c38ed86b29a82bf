using System.Net.Sockets;

namespace CecSim.Telephony.Calling;

/// <summary>Which of this machine's addresses leads to a host: media are bound to that one and to no other.</summary>
internal static class LocalAddress
{
    // Discard: nothing is sent there, the operating system only looks up its way.
    private const int AnyPort = 9;

    /// <exception cref="SocketException">The host has no address, or none that can be reached.</exception>
    public static async Task<IPAddress> TowardsAsync(Uri host, CancellationToken ends)
    {
        var addresses = IPAddress.TryParse(host.IdnHost, out var address)
            ? [address]
            : await Dns.GetHostAddressesAsync(host.IdnHost, ends).ConfigureAwait(false);

        // Gateways that name addresses of both kinds are few, of the older kind all.
        var chosen = addresses.OrderBy(a => a.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).FirstOrDefault()
            ?? throw new SocketException((int)SocketError.HostNotFound);
        using var socket = new Socket(chosen.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(chosen, AnyPort);
        return ((IPEndPoint)socket.LocalEndPoint!).Address;
    }
}
