namespace CecSim.Telephony.Tests.Media;

public sealed class EchoTests : IAsyncDisposable
{
    private static readonly byte[] Vp8Key = [0x90, 0x80, 0x01, 0x00, 0xAA];
    private static readonly byte[] Vp8Delta = [0x90, 0x80, 0x02, 0x01, 0xAA];
    private static readonly byte[] H264Key = [0x78, 0x00, 0x02, 0x67, 0x42, 0x00, 0x01, 0x65];

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData(OfferText.Opus, 111)]
    [InlineData(OfferText.Pcmu, 0)]
    [InlineData(OfferText.Pcma, 8)]
    public async Task Audio_comes_back_unchanged_under_one_sender_of_the_gateway(string codec, int payloadType)
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = [codec] });
        var ssrc = uint.Parse(SdpLines.Value(call.Answer, "a=ssrc:").Split(' ')[0]);

        call.Peer.SendRtp(Rtp.Packet(payloadType, 500, 960, [1, 2, 3]));
        call.Peer.SendRtp(Rtp.Packet(payloadType, 501, 1920, [4, 5, 6]));

        var first = await call.Peer.NextRtpAsync();
        var second = await call.Peer.NextRtpAsync();
        Assert.Equal([1, 2, 3], Rtp.Payload(first));
        Assert.Equal([4, 5, 6], Rtp.Payload(second));
        Assert.Equal((ssrc, ssrc), (Rtp.SsrcOf(first), Rtp.SsrcOf(second)));
        Assert.Equal(1, Rtp.Sequence(second) - Rtp.Sequence(first));
        Assert.Equal(960u, Rtp.Timestamp(second) - Rtp.Timestamp(first));
    }

    [Fact]
    public async Task A_gap_on_the_way_in_is_none_on_the_way_out_and_time_goes_on()
    {
        var call = await _test.ConnectAsync();

        call.Peer.SendRtp(Rtp.Packet(111, 500, 960, [1]));
        call.Peer.SendRtp(Rtp.Packet(111, 503, 3840, [2]));

        var first = await call.Peer.NextRtpAsync();
        var second = await call.Peer.NextRtpAsync();
        Assert.Equal([2], Rtp.Payload(second));
        Assert.Equal(1, Rtp.Sequence(second) - Rtp.Sequence(first));
        Assert.Equal(2880u, Rtp.Timestamp(second) - Rtp.Timestamp(first));
        Assert.Equal(2, call.Call.Report().Lines[0].LostIn);
    }

    [Fact]
    public async Task A_change_of_the_peers_sender_does_not_show()
    {
        var call = await _test.ConnectAsync();
        call.Peer.SendRtp(Rtp.Packet(111, 500, 960, [1]));
        var first = await call.Peer.NextRtpAsync();

        call.Peer.SendRtp(Rtp.Packet(111, 9, 77, [2], ssrc: 0xBEEF));

        var second = await call.Peer.NextRtpAsync();
        Assert.Equal(Rtp.SsrcOf(first), Rtp.SsrcOf(second));
        Assert.Equal(1, Rtp.Sequence(second) - Rtp.Sequence(first));
    }

    [Theory]
    [InlineData(OfferText.Vp8, 96)]
    [InlineData(OfferText.H264, 102)]
    public async Task Video_is_echoed_from_its_first_key_frame_which_is_asked_for(string codec, int payloadType)
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [codec] });

        call.Peer.SendRtp(Rtp.Packet(payloadType, 1, 0, Vp8Delta));
        var request = await call.Peer.NextRtcpAsync();
        call.Peer.SendRtp(Rtp.Packet(payloadType, 2, 3000, payloadType == 96 ? Vp8Key : H264Key));
        call.Peer.SendRtp(Rtp.Packet(payloadType, 3, 6000, Vp8Delta));

        Assert.Equal(Rtp.Ssrc, PictureLossOf(request));
        Assert.Equal(payloadType == 96 ? Vp8Key : H264Key, Rtp.Payload(await call.Peer.NextRtpAsync()));
        Assert.Equal(Vp8Delta, Rtp.Payload(await call.Peer.NextRtpAsync()));
        Assert.Equal(1, call.Call.Report().Lines[0].KeyFramesIn);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_request_for_a_key_frame_is_passed_back_to_who_sends_the_video(byte kind)
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = null, Video = [OfferText.Vp8] });
        call.Peer.SendRtp(Rtp.Packet(96, 1, 0, Vp8Key));
        await call.Peer.NextRtpAsync();

        call.Peer.SendRtcp([(byte)(0x80 | kind), 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]);

        Assert.Equal(Rtp.Ssrc, PictureLossOf(await call.Peer.NextRtcpAsync()));
        Assert.Equal(1, call.Call.Report().Lines[0].KeyFrameRequestsIn);
    }

    [Fact]
    public async Task Audio_and_video_are_echoed_side_by_side()
    {
        var call = await _test.ConnectAsync(change: o => o with { Video = [OfferText.Vp8, OfferText.Rtx] });

        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [7]));
        call.Peer.SendRtp(Rtp.Packet(96, 1, 0, Vp8Key, ssrc: 0xBEEF));

        var audio = await call.Peer.NextRtpAsync();
        var video = await call.Peer.NextRtpAsync();
        Assert.Equal((111, 96), (Rtp.PayloadType(audio), Rtp.PayloadType(video)));
        Assert.NotEqual(Rtp.SsrcOf(audio), Rtp.SsrcOf(video));
        Assert.Equal([Codec.Opus, Codec.Vp8], call.Call.Report().Lines.Select(l => l.Codec));
    }

    [Fact]
    public async Task Loudness_is_read_from_what_the_peer_says_of_it()
    {
        var call = await _test.ConnectAsync();

        call.Peer.SendRtp(Rtp.Loud(111, 1, 960, level: 60, [1]));
        call.Peer.SendRtp(Rtp.Loud(111, 2, 1920, level: 7, [1]));
        await call.Peer.NextRtpAsync();
        await call.Peer.NextRtpAsync();

        var line = call.Call.Report().Lines[0];
        Assert.Equal((-7, -7, 1), (line.LevelIn, line.PeakLevelIn, line.VoicedPacketsIn));
    }

    [Fact]
    public async Task Loudness_of_g711_is_measured()
    {
        var call = await _test.ConnectAsync(change: o => o with { Audio = [OfferText.Pcmu] });

        call.Peer.SendRtp(Rtp.Packet(0, 1, 160, Enumerable.Repeat((byte)0x00, 160).ToArray()));
        await call.Peer.NextRtpAsync();
        Assert.InRange(call.Call.Report().Lines[0].LevelIn!.Value, -1, 0);

        call.Peer.SendRtp(Rtp.Packet(0, 2, 320, Enumerable.Repeat((byte)0xFF, 160).ToArray()));
        await call.Peer.NextRtpAsync();
        Assert.Equal(-127, call.Call.Report().Lines[0].LevelIn);
    }

    [Fact]
    public async Task While_the_peer_holds_nothing_comes_back_and_afterwards_no_gap_shows()
    {
        var call = await _test.ConnectAsync();
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        var before = await call.Peer.NextRtpAsync();

        call.Call.Reoffer((call.Offer with { AudioDirection = "sendonly" }).ToString());
        call.Peer.SendRtp(Rtp.Packet(111, 2, 1920, [2]));
        await call.Peer.CheckAsync();
        Assert.Equal(0, call.Peer.RtpWaiting);

        call.Call.Reoffer(call.Offer.ToString());
        call.Peer.SendRtp(Rtp.Packet(111, 3, 2880, [3]));
        var after = await call.Peer.NextRtpAsync();
        Assert.Equal([3], Rtp.Payload(after));
        Assert.Equal(1, Rtp.Sequence(after) - Rtp.Sequence(before));
    }

    private static uint PictureLossOf(byte[] compound)
    {
        // An empty receiver report of 8 bytes comes first.
        Assert.Equal((0x81, 206), (compound[8], compound[9]));
        return BinaryPrimitives.ReadUInt32BigEndian(compound.AsSpan(16));
    }
}
