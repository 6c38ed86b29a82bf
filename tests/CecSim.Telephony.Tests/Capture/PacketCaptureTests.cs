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

        foreach (var first in (byte[])[0x81, 0x82, 0x83])
        {
            capture.Received([first, 0, 0, 0, 0, 0, 0, 0, 0, 0], Peer, _port);
        }

        var kept = capture.Read();
        Assert.Equal([0x82, 0x83], kept.Packets.Select(p => p.Bytes.Span[0]));
        Assert.Equal(1, kept.DroppedCount);
    }

    [Fact]
    public void How_a_call_began_is_kept_however_long_it_goes_on()
    {
        var capture = new PacketCaptures(TimeProvider.System, new PacketCaptureSettings { BytesPerCallMax = 100 })
            .Begin();

        capture.Received([0, 1], Peer, _port);
        capture.Received([22, 254], Peer, _port);
        for (var i = 0; i < 1_000; i++)
        {
            capture.Received([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0], Peer, _port);
        }

        capture.Received([21, 254], Peer, _port);
        var kept = capture.Read();
        Assert.Equal([0, 22], kept.Packets.Take(2).Select(p => p.Bytes.Span[0]));
        Assert.Equal(21, kept.Packets[^1].Bytes.Span[0]);
        Assert.InRange(kept.Packets.Count, 6, 8);
        Assert.Equal(1_003 - kept.Packets.Count, kept.DroppedCount);
    }

    [Theory]
    [InlineData("000100002112a442000000000000000000000000", "Ice Binding request")]
    [InlineData("000100042112a44200000000000000000000000000250000", "Ice Binding request, USE-CANDIDATE")]
    [InlineData("010100002112a442000000000000000000000000", "Ice Binding success")]
    [InlineData("16fefd0000000000000000000101", "Dtls ClientHello")]
    [InlineData("16fefd000000000000000000010216fefd00000000000000010001" + "0e", "Dtls ServerHello, ServerHelloDone")]
    [InlineData("14fefd000000000000000000010116fefd00010000000000000002aabb", "Dtls ChangeCipherSpec, Finished")]
    [InlineData("15fefd000000000000000000020228", "Dtls Alert HandshakeFailure")]
    [InlineData("15fefd00000000000000000002022c", "Dtls Alert 44")]
    [InlineData("8000000100000000deadbeef", "Rtp RTP, payload type 0, SSRC deadbeef")]
    [InlineData("81ca0001000000018000", "Rtcp SDES")]
    [InlineData("80c800010000000181cb000100000001", "Rtcp SR, BYE")]
    [InlineData("81ce00020000000100000002", "Rtcp PLI")]
    [InlineData("81cd000300000001000000020000ffff", "Rtcp NACK")]
    [InlineData("", null)]
    [InlineData("ff", null)]
    [InlineData("0001", null)]
    [InlineData("16", null)]
    [InlineData("80", null)]
    public void A_packet_is_told_in_the_words_of_its_protocol(string bytes, string? words)
    {
        var at = new IPEndPoint(IPAddress.Loopback, 1);
        var packet = new CapturedPacket(0, IsIncoming: true, at, at, Convert.FromHexString(bytes));

        Assert.Equal(words, PacketSummary.Of(packet) is { } summary ? $"{summary.Protocol} {summary.Label}" : null);
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
