using System.Net.Sockets;

namespace CecSim.Telephony.Sip;

/// <summary>A socket of a listener at its address.</summary>
internal static class SipPort
{
    /// <summary>One at all addresses of IPv6 takes IPv4 too.</summary>
    /// <exception cref="SocketException">The address cannot be had; nothing stays open then.</exception>
    public static Socket Open(IPEndPoint address, SocketType type, ProtocolType protocol)
    {
        var socket = new Socket(address.AddressFamily, type, protocol);
        try
        {
            if (address.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(address);
            if (type == SocketType.Stream)
            {
                socket.Listen();
            }

            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
