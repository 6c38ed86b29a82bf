using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Capture;

/// <summary>A port whose packets of one call are taken down as they go out.</summary>
internal sealed class CapturedPort(IPacketPort port, PacketCapture capture) : IPacketPort
{
    public IPEndPoint Local => port.Local;

    public void Send(ReadOnlySpan<byte> packet, SocketAddress to)
    {
        capture.Sent(packet, to, port);
        port.Send(packet, to);
    }

    public ValueTask DisposeAsync() => port.DisposeAsync();
}

/// <summary>The ports of a phone's call, of which all is its own.</summary>
internal sealed class CapturedPortPair(IPortPair pair, PacketCapture capture) : IPortPair
{
    public IPacketPort Rtp { get; } = capture.Over(pair.Rtp);

    public IPacketPort Rtcp { get; } = capture.Over(pair.Rtcp);

    public IPEndPoint Advertised => pair.Advertised;

    public void Start(PacketHandler handler, Action<Failure> fail) => pair.Start(
        (buffer, length, from, port) => handler(buffer, length, from, port == pair.Rtp ? Rtp : Rtcp), fail);

    public void GiveBack() => pair.GiveBack();
}
