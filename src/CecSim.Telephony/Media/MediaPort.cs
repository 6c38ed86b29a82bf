using System.Net.Sockets;

namespace CecSim.Telephony.Media;

/// <summary>The UDP port of a gateway, open before there is one: all else that it needs takes its time.</summary>
public sealed class MediaPort
{
    private MediaPort(PacketPorts ports, IPAddress address)
    {
        Ports = ports;
        Local = new IPEndPoint(address, ports.Number);
    }

    public IPEndPoint Local { get; }

    internal PacketPorts Ports { get; }

    /// <exception cref="SocketException">It cannot be opened, nor may another one take its place.</exception>
    public static MediaPort Open(MediaSettings settings)
    {
        var addresses = AdvertisedAddresses.BoundBy(settings);
        try
        {
            return new MediaPort(PacketPorts.Open(addresses, settings.Port), settings.BindAddress);
        }
        catch (SocketException e) when (
            settings.TakesFreePort
            && e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return new MediaPort(PacketPorts.Open(addresses, port: 0), settings.BindAddress);
        }
    }
}
