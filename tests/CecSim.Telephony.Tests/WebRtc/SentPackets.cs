namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>A port that leads nowhere: what was sent by it, and where to.</summary>
internal sealed class SentPackets : List<(byte[] Packet, IPEndPoint To)>, IPacketPort
{
    public IPEndPoint Local { get; } = new(IPAddress.Loopback, 6090);

    public void Send(ReadOnlySpan<byte> packet, SocketAddress to) =>
        Add((packet.ToArray(), (IPEndPoint)Local.Create(to)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
