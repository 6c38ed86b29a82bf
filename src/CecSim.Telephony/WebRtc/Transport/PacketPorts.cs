using System.Net.Sockets;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// One port on each of several addresses. A socket for all addresses would neither know which one a packet came to nor
/// answer from it, and ICE holds an answer from elsewhere for none: RFC 8445 section 7.2.5.2.1.
/// </summary>
internal sealed class PacketPorts : IAsyncDisposable
{
    private const int TriesMax = 20;

    private readonly List<UdpEndpoint> _ports;

    private PacketPorts(List<UdpEndpoint> ports) => _ports = ports;

    public int Number => _ports[0].Local.Port;

    /// <param name="port">0 takes one that is free on all of the addresses.</param>
    /// <exception cref="SocketException">The port is taken, or none of the addresses is this machine's.</exception>
    public static PacketPorts Open(IReadOnlyCollection<IPAddress> addresses, int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var ports = new List<UdpEndpoint>();
            try
            {
                foreach (var address in addresses)
                {
                    Add(ports, address, port);
                }

                return ports.Count > 0
                    ? new PacketPorts(ports)
                    : throw new SocketException((int)SocketError.AddressNotAvailable);
            }
            catch (SocketException e)
            {
                ports.ForEach(p => p.GiveBack());

                if (port != 0 || attempt == TriesMax || e.SocketErrorCode != SocketError.AddressAlreadyInUse)
                {
                    throw;
                }
            }
        }
    }

    public void StartOnThreads(PacketHandler handler, Guard guard) =>
        _ports.ForEach(p => p.StartOnThread(handler, guard));

    public async ValueTask DisposeAsync()
    {
        foreach (var port in _ports)
        {
            await port.DisposeAsync();
        }
    }

    // What is told to others may be an address of the translation in front, and an interface may be going.
    private static void Add(List<UdpEndpoint> ports, IPAddress address, int port)
    {
        try
        {
            ports.Add(new UdpEndpoint(new IPEndPoint(address, ports.Count == 0 ? port : ports[0].Local.Port)));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
        }
    }
}
