using CecSim.Telephony.Capture;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Tests.Capture;

/// <summary>How much is kept of media, and what is told of the rest.</summary>
public sealed class PacketCaptureTests : IAsyncDisposable
{
    private static readonly SocketAddress Peer = new IPEndPoint(IPAddress.Loopback, 4000).Serialize();

    private readonly Port _port = new();

    public ValueTask DisposeAsync() => _port.DisposeAsync();

    [Fact]
    public void Of_one_call_the_oldest_packets_go_first_and_are_counted()
    {
        var capture = new PacketCaptures(TimeProvider.System, new PacketCaptureSettings { BytesPerCallMax = 40 })
            .Begin();

        foreach (var first in (byte[])[1, 2, 3])
        {
            capture.Received([first, 0, 0, 0, 0, 0, 0, 0, 0, 0], Peer, _port);
        }

        var kept = capture.Read();
        Assert.Equal([2, 3], kept.Packets.Select(p => p.Bytes.Span[0]));
        Assert.Equal(1, kept.DroppedCount);
    }

    [Fact]
    public void Of_all_calls_the_oldest_loses_its_packets_first()
    {
        var captures = new PacketCaptures(TimeProvider.System, new PacketCaptureSettings { BytesMax = 30 });
        var (older, newer) = (captures.Begin(), captures.Begin());

        older.Received(new byte[10], Peer, _port);
        newer.Received(new byte[10], Peer, _port);
        newer.Received(new byte[5], Peer, _port);

        Assert.Equal((0, 1L), (older.Read().Packets.Count, older.Read().DroppedCount));
        Assert.Equal((2, 0L), (newer.Read().Packets.Count, newer.Read().DroppedCount));
    }

    [Fact]
    public void What_could_not_be_sealed_is_not_taken_for_the_next_packet()
    {
        var capture = new PacketCaptures(TimeProvider.System, new PacketCaptureSettings()).Begin();
        var port = capture.Over(_port);

        capture.Seals([0x80, 0, 0, 1, 0, 0, 0, 0, 9]);
        port.Send([0x16, 0, 0, 1, 0, 0, 0, 0, 7], Peer);
        capture.Seals([0x80, 0, 0, 2, 0, 0, 0, 0, 9]);
        port.Send([0x80, 0, 0, 2, 0, 0, 0, 0, 7, 7], Peer);

        Assert.Equal([0, 9], capture.Read().Packets.Select(p => p.Plain.Length));
        Assert.Equal(2, _port.SentCount);
    }

    private sealed class Port : IPacketPort
    {
        public int SentCount { get; private set; }

        public IPEndPoint Local { get; } = new(IPAddress.Loopback, 5090);

        public void Send(ReadOnlySpan<byte> packet, SocketAddress to) => SentCount++;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
