namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>The one way out for a call's packets, and where those came that it is given.</summary>
internal interface IPacketPort : IAsyncDisposable
{
    IPEndPoint Local { get; }

    /// <summary>The bytes are the sender's again on return.</summary>
    void Send(ReadOnlySpan<byte> packet, SocketAddress to);
}

/// <summary>
/// Takes a packet; the buffer has room behind it for what encryption adds, and is the port's again on return.
/// </summary>
internal delegate void PacketHandler(Span<byte> buffer, int length, SocketAddress from, IPacketPort port);
