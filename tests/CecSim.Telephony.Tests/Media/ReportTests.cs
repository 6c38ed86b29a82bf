namespace CecSim.Telephony.Tests.Media;

public sealed class ReportTests : IAsyncDisposable
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(1);

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task Each_second_the_peer_learns_what_was_lost_and_how_unsteady_it_came()
    {
        var call = await _test.ConnectAsync();
        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        await call.Peer.NextRtcpAsync();
        foreach (var sequence in new[] { 65_534, 65_535, 1, 2 })
        {
            call.Peer.SendRtp(Rtp.Packet(111, sequence, 960, [1]));
        }

        await call.Peer.CheckAsync();
        _test.Time.Advance(ReportInterval);

        var report = await call.Peer.NextRtcpAsync();
        Assert.Equal((0x81, 200), (report[0], report[1]));
        Assert.Equal(Rtp.Ssrc, Word(report, 28));
        Assert.Equal((byte)(256 / 5), report[32]);
        Assert.Equal(1u, Word(report, 32) & 0xFFFFFF);
        Assert.Equal(0x10002u, Word(report, 36));
        Assert.Equal((0x81, 202), (report[52], report[53]));
    }

    [Fact]
    public async Task A_report_counts_what_was_sent_up_to_its_time()
    {
        var call = await _test.ConnectAsync(new MediaOptions { Source = MediaSource.Silence });

        _test.Time.Advance(ReportInterval + TimeSpan.FromMilliseconds(20));

        await call.Peer.NextRtcpAsync();
        var report = await call.Peer.NextRtcpAsync();
        var last = new byte[12];
        while (call.Peer.RtpWaiting > 0)
        {
            last = await call.Peer.NextRtpAsync();
        }

        Assert.Equal((0x80, 200), (report[0], report[1]));
        Assert.Equal(51u, Word(report, 20));
        Assert.Equal(51u * 3, Word(report, 24));
        Assert.Equal(Rtp.Timestamp(last), Word(report, 16));
    }

    [Fact]
    public async Task The_round_trip_is_what_the_peers_report_leaves_of_the_time()
    {
        var call = await _test.ConnectAsync(new MediaOptions { Source = MediaSource.Silence });
        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        var sent = await call.Peer.NextRtcpAsync();

        _test.Time.Advance(TimeSpan.FromMilliseconds(500));
        call.Peer.SendRtcp(PeerReport(Word(sent, 4), Middle(sent), delayMilliseconds: 400, lost: 3));
        await call.Peer.CheckAsync();

        var line = call.Call.Report().Lines[0];
        Assert.InRange(line.RoundTrip!.Value.TotalMilliseconds, 99, 101);
        Assert.Equal(3, line.LostOut);
    }

    [Fact]
    public async Task A_report_echoes_the_peers_own_and_how_long_ago_it_came()
    {
        var call = await _test.ConnectAsync();
        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        await call.Peer.NextRtcpAsync();
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await call.Peer.NextRtpAsync();
        byte[] report = [0x80, 200, 0, 6, .. new byte[24]];
        BinaryPrimitives.WriteUInt32BigEndian(report.AsSpan(4), Rtp.Ssrc);
        BinaryPrimitives.WriteUInt64BigEndian(report.AsSpan(8), 0x1111_2222_3333_4444);
        call.Peer.SendRtcp(report);
        await call.Peer.CheckAsync();

        _test.Time.Advance(ReportInterval);

        var answer = await call.Peer.NextRtcpAsync();
        Assert.Equal(0x2222_3333u, Word(answer, 44));
        Assert.Equal(65_536u, Word(answer, 48));
    }

    [Fact]
    public async Task Packets_and_bytes_are_counted_both_ways()
    {
        var call = await _test.ConnectAsync();

        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, new byte[88]));
        var echoed = await call.Peer.NextRtpAsync();

        var report = call.Call.Report();
        var line = report.Lines[0];
        Assert.Equal((1, 116, 1, echoed.Length + 16), (line.PacketsIn, line.BytesIn, line.PacketsOut, line.BytesOut));
        Assert.Equal(0, report.Rejected);
    }

    [Fact]
    public async Task A_packet_that_comes_twice_counts_once_and_is_reported()
    {
        var call = await _test.ConnectAsync();
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await call.Peer.NextRtpAsync();

        call.Peer.SendRaw(call.Peer.Sent.Last());
        await call.Peer.CheckAsync();

        Assert.Equal(1, call.Call.Report().Lines[0].PacketsIn);
        Assert.Equal(1, call.Call.Report().Rejected);
    }

    private static byte[] PeerReport(uint about, uint lastReport, int delayMilliseconds, byte lost)
    {
        byte[] report = [0x81, 201, 0, 7, .. new byte[28]];
        BinaryPrimitives.WriteUInt32BigEndian(report.AsSpan(4), Rtp.Ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(report.AsSpan(8), about);
        report[15] = lost;
        BinaryPrimitives.WriteUInt32BigEndian(report.AsSpan(24), lastReport);
        BinaryPrimitives.WriteUInt32BigEndian(report.AsSpan(28), (uint)(delayMilliseconds * 65_536 / 1000));
        return report;
    }

    private static uint Middle(byte[] senderReport) =>
        (uint)(BinaryPrimitives.ReadUInt64BigEndian(senderReport.AsSpan(8)) >> 16);

    private static uint Word(byte[] packet, int at) => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(at));
}
