namespace CecSim.Telephony.Tests.Media;

/// <summary>What is lost is asked for and sent again, both ways: RFC 4585 and RFC 4588, packet by packet.</summary>
public sealed class RepairTests : IAsyncDisposable
{
    private const uint PeersRetransmissions = 0xCAFE0002;

    private static readonly byte[] Vp8Key = [0x90, 0x80, 0x01, 0x00, 0xAA];
    private static readonly byte[] Vp8Delta = [0x90, 0x80, 0x02, 0x01, 0xBB];

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task The_answer_takes_requests_and_retransmissions_and_names_both_streams()
    {
        var call = await ConnectAsync();

        var lines = SdpLines.Section(call.Answer, 0);

        Assert.StartsWith("m=video ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" 96 97", lines[0], StringComparison.Ordinal);
        Assert.Contains("a=rtpmap:97 rtx/90000", lines);
        Assert.Contains("a=fmtp:97 apt=96", lines);
        Assert.Contains("a=rtcp-fb:96 nack", lines);
        var group = lines.Single(l => l.StartsWith("a=ssrc-group:FID ", StringComparison.Ordinal)).Split(' ');
        Assert.Contains($"a=ssrc:{group[1]} cname:cecsim", lines);
        Assert.Contains($"a=ssrc:{group[2]} cname:cecsim", lines);
    }

    [Theory]
    [InlineData(OfferText.Vp8, "apt=98")]
    [InlineData(OfferText.H264, "apt=96")]
    public async Task Retransmissions_of_another_format_are_not_taken(string codec, string apt)
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [codec, $"99 rtx/90000"],
            VideoLines = [$"a=fmtp:99 {apt}"] });

        Assert.DoesNotContain("rtx", call.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("ssrc-group", call.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packets_that_are_missing_are_asked_for_until_they_come_and_echoed_in_their_order()
    {
        var call = await ConnectAsync();
        Send(call, 65_534, Vp8Key);
        Send(call, 1, [4]);
        Send(call, 2, [5]);
        await call.Peer.CheckAsync();

        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal([65_535, 0], await NackedAsync(call));
        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal([65_535, 0], await NackedAsync(call));
        _test.Time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(2, call.Call.Report().Lines[0].NacksOut);
        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal([65_535, 0], await NackedAsync(call));
        Repeat(call, 0, [3]);
        Repeat(call, 65_535, [2]);
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromMilliseconds(400));

        var echoed = new List<byte[]>();
        for (var i = 0; i < 5; i++)
        {
            echoed.Add(await call.Peer.NextRtpAsync());
        }

        Assert.Equal([0xAA, 2, 3, 4, 5], echoed.Select(p => p[^1]));
        Assert.Equal(Enumerable.Range(Rtp.Sequence(echoed[0]), 5), echoed.Select(p => (int)Rtp.Sequence(p)));
        var line = call.Call.Report().Lines[0];
        Assert.Equal((3, 2, 2, 3), (line.PacketsIn, line.LostIn, line.RetransmittedIn, line.NacksOut));
    }

    [Fact]
    public async Task What_never_comes_is_given_up_and_the_echo_goes_on_with_the_next_key_frame()
    {
        var call = await ConnectAsync();
        Send(call, 1, Vp8Key);
        await call.Peer.NextRtpAsync();
        Send(call, 3, Vp8Delta);
        await call.Peer.CheckAsync();

        _test.Time.Advance(TimeSpan.FromSeconds(1));
        Send(call, 4, Vp8Delta);
        Send(call, 5, Vp8Key);
        Send(call, 6, Vp8Delta);
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromMilliseconds(400));

        Assert.Equal(Vp8Key, Rtp.Payload(await call.Peer.NextRtpAsync()));
        Assert.Equal(Vp8Delta, Rtp.Payload(await call.Peer.NextRtpAsync()));
        Assert.Equal(0, call.Peer.RtpWaiting);
        Assert.InRange(call.Call.Report().Lines[0].KeyFrameRequestsOut, 1, 4);
    }

    [Fact]
    public async Task A_peer_that_takes_no_requests_gets_none()
    {
        var call = await _test.ConnectAsync(
            change: o => o with { Audio = null, Video = [OfferText.Vp8], Without = ["a=rtcp-fb:96 nack"] });
        Send(call, 1, Vp8Key);
        Send(call, 3, Vp8Delta);
        await call.Peer.CheckAsync();

        _test.Time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.DoesNotContain("nack", call.Answer, StringComparison.Ordinal);
        Assert.Equal(0, call.Call.Report().Lines[0].NacksOut);
    }

    [Fact]
    public async Task What_the_peer_misses_is_sent_again_on_the_stream_of_retransmissions()
    {
        var call = await ConnectAsync();
        var group = SdpLines.Value(call.Answer, "a=ssrc-group:FID ").Split(' ').Select(uint.Parse).ToArray();
        Send(call, 1, Vp8Key, marker: true);
        Send(call, 2, Vp8Delta);
        var (first, second) = (await call.Peer.NextRtpAsync(), await call.Peer.NextRtpAsync());

        Nack(call, group[0], Rtp.Sequence(first), following: 1);
        var again = new[] { await call.Peer.NextRtpAsync(), await call.Peer.NextRtpAsync() };

        Assert.All(again, p => Assert.Equal((97, group[1]), (Rtp.PayloadType(p), Rtp.SsrcOf(p))));
        Assert.Equal(1, Rtp.Sequence(again[1]) - Rtp.Sequence(again[0]));
        foreach (var (packet, original) in again.Zip([first, second]))
        {
            Assert.Equal(Rtp.Sequence(original), BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(12)));
            Assert.Equal(Rtp.Payload(original), packet[14..]);
            Assert.Equal(
                (Rtp.Timestamp(original), Rtp.Marker(original)), (Rtp.Timestamp(packet), Rtp.Marker(packet)));
        }

        var line = call.Call.Report().Lines[0];
        Assert.Equal((2, 2, 1), (line.PacketsOut, line.RetransmittedOut, line.NacksIn));
    }

    [Fact]
    public async Task A_packet_is_not_sent_again_before_the_last_time_can_have_arrived()
    {
        var call = await ConnectAsync();
        var ssrc = uint.Parse(SdpLines.Value(call.Answer, "a=ssrc-group:FID ").Split(' ')[0]);
        Send(call, 1, Vp8Key);
        var number = Rtp.Sequence(await call.Peer.NextRtpAsync());

        Nack(call, ssrc, number);
        Nack(call, ssrc, number);
        await call.Peer.CheckAsync();
        Assert.Equal(1, call.Call.Report().Lines[0].RetransmittedOut);

        _test.Time.Advance(TimeSpan.FromMilliseconds(200));
        Nack(call, ssrc, number);
        await call.Peer.CheckAsync();
        Assert.Equal(2, call.Call.Report().Lines[0].RetransmittedOut);
    }

    [Fact]
    public async Task Without_retransmissions_agreed_on_a_packet_comes_again_as_it_was()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        var ssrc = uint.Parse(SdpLines.Value(call.Answer, "a=ssrc:").Split(' ')[0]);
        Send(call, 1, Vp8Key);
        var first = await call.Peer.NextRtpAsync();

        Nack(call, ssrc, Rtp.Sequence(first));
        await call.Peer.CheckAsync();

        // This peer has it already, so that it counts as replayed there: RFC 3711 section 3.3.2.
        Assert.Equal(1, call.Peer.Rejected);
        Assert.Equal((1, 1), (call.Call.Report().Lines[0].PacketsOut, call.Call.Report().Lines[0].RetransmittedOut));
    }

    [Fact]
    public async Task A_packet_of_long_ago_is_gone()
    {
        var call = await ConnectAsync();
        var ssrc = uint.Parse(SdpLines.Value(call.Answer, "a=ssrc-group:FID ").Split(' ')[0]);
        Send(call, 0, Vp8Key);
        var first = Rtp.Sequence(await call.Peer.NextRtpAsync());
        for (var i = 1; i <= 300; i++)
        {
            Send(call, i, Vp8Delta);
            await call.Peer.NextRtpAsync();
        }

        Nack(call, ssrc, first);
        await call.Peer.CheckAsync();

        Assert.Equal((1, 0), (call.Call.Report().Lines[0].NacksIn, call.Call.Report().Lines[0].RetransmittedOut));
    }

    [Fact]
    public async Task Sound_waits_for_nothing_and_what_was_overtaken_tells_its_place_by_its_time()
    {
        var call = await _test.ConnectAsync();
        foreach (var number in new[] { 1, 3, 2, 5, 4 })
        {
            call.Peer.SendRtp(Rtp.Packet(111, number, (uint)number * 960, [(byte)number]));
        }

        var echoed = new List<byte[]>();
        for (var i = 0; i < 5; i++)
        {
            echoed.Add(await call.Peer.NextRtpAsync());
        }

        Assert.Equal([1, 3, 2, 5, 4], echoed.Select(p => Rtp.Payload(p)[0]));
        Assert.Equal(Enumerable.Range(Rtp.Sequence(echoed[0]), 5), echoed.Select(p => (int)Rtp.Sequence(p)));
        Assert.Equal([0, 2, 1, 4, 3], echoed.Select(p => (int)(Rtp.Timestamp(p) - Rtp.Timestamp(echoed[0])) / 960));
        Assert.Equal((5, 0), (call.Call.Report().Lines[0].PacketsIn, call.Call.Report().Lines[0].LostIn));
    }

    [Fact]
    public async Task Sound_that_can_be_asked_for_is_repaired_and_waited_for_no_longer_than_a_moment()
    {
        var call = await _test.ConnectAsync(change: o => o with { AudioLines = ["a=rtcp-fb:111 nack"] });
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        call.Peer.SendRtp(Rtp.Packet(111, 3, 2880, [3]));
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal([2], await NackedAsync(call));
        call.Peer.SendRtp(Rtp.Packet(111, 2, 1920, [2]));
        call.Peer.SendRtp(Rtp.Packet(111, 5, 4800, [5]));
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromMilliseconds(200));

        var echoed = new List<byte>();
        for (var i = 0; i < 4; i++)
        {
            echoed.Add(Rtp.Payload(await call.Peer.NextRtpAsync())[0]);
        }

        Assert.Equal([1, 2, 3, 5], echoed);
    }

    [Fact]
    public async Task Pictures_of_which_a_packet_is_missing_are_not_counted()
    {
        var call = await ConnectAsync();
        Send(call, 1, Vp8Key, marker: false, timestamp: 3000);
        Send(call, 3, [0x80, 0x00, 1], marker: true, timestamp: 3000);
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromSeconds(1));

        Send(call, 4, Vp8Key, marker: true, timestamp: 6000);
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((1, 1), (call.Call.Report().Lines[0].FramesIn, call.Call.Report().Lines[0].KeyFramesIn));
    }

    private Task<ConnectedCall> ConnectAsync() => _test.ConnectAsync(
        change: o => o with { Audio = null, Video = [OfferText.Vp8, OfferText.Rtx] });

    private static void Send(
        ConnectedCall call, int sequence, byte[] payload, bool marker = false, uint? timestamp = null) =>
        call.Peer.SendRtp(Rtp.Packet(
            96, sequence, timestamp ?? (uint)(short)sequence * 3000, payload, marker: marker));

    private static void Repeat(ConnectedCall call, int sequence, byte[] payload) =>
        call.Peer.SendRtp(Rtp.Packet(
            97,
            (ushort)(sequence + 100),
            (uint)(short)sequence * 3000,
            [(byte)(sequence >> 8), (byte)sequence, .. payload],
            PeersRetransmissions));

    private static void Nack(ConnectedCall call, uint ssrc, ushort number, ushort following = 0)
    {
        byte[] nack = [0x81, 205, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(nack.AsSpan(8), ssrc);
        BinaryPrimitives.WriteUInt16BigEndian(nack.AsSpan(12), number);
        BinaryPrimitives.WriteUInt16BigEndian(nack.AsSpan(14), following);
        call.Peer.SendRtcp(nack);
    }

    // The first report of all comes with the first tick, beside the request.
    private static async Task<List<int>> NackedAsync(ConnectedCall call)
    {
        while (true)
        {
            var compound = await call.Peer.NextRtcpAsync();
            if (compound[1] == 201 && compound[9] == 205)
            {
                Assert.Equal(Rtp.Ssrc, BinaryPrimitives.ReadUInt32BigEndian(compound.AsSpan(16)));
                var first = BinaryPrimitives.ReadUInt16BigEndian(compound.AsSpan(20));
                var mask = BinaryPrimitives.ReadUInt16BigEndian(compound.AsSpan(22));
                return [first, .. Enumerable.Range(0, 16).Where(i => (mask >> i & 1) != 0)
                    .Select(i => (first + i + 1) & 0xFFFF)];
            }
        }
    }
}
