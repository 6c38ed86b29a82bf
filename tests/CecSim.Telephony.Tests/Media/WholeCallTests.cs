namespace CecSim.Telephony.Tests.Media;

/// <summary>The report is of the whole call: whatever a later description changes, nothing of it vanishes.</summary>
public sealed class WholeCallTests : IAsyncDisposable
{
    private static readonly byte[] Vp8Key = [0x90, 0x80, 0x01, 0x00, 0xAA];

    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task A_camera_switched_off_was_seen_and_its_packets_stay()
    {
        var call = await _test.ConnectAsync(change: o => o with { Video = [OfferText.Vp8] });
        await SendVideoAsync(call, sequence: 1);

        Reoffer(call, Closed(call.Offer, "video"));

        var report = call.Call.Report();
        Assert.True(report.HasSeenVideo);
        var line = report.Lines[1];
        Assert.Equal(
            ("1", "video", Codec.Vp8, LineState.Closed, MediaDirection.Inactive),
            (line.Mid, line.Medium, line.Codec, line.State, line.Direction));
        Assert.Equal((1, 1, 1), (line.PacketsIn, line.PacketsOut, line.KeyFramesIn));
        Assert.Equal("the offer has it with port 0", line.Reason);
        Assert.Equal((LineState.Active, null), (report.Lines[0].State, report.Lines[0].Reason));
    }

    [Fact]
    public async Task A_camera_switched_on_again_is_counted_on_under_the_same_sender()
    {
        var call = await _test.ConnectAsync(change: o => o with { Video = [OfferText.Vp8] });
        var before = await SendVideoAsync(call, sequence: 1);
        Reoffer(call, Closed(call.Offer, "video"));

        Reoffer(call, call.Offer.ToString());
        var after = await SendVideoAsync(call, sequence: 2);

        var line = call.Call.Report().Lines[1];
        Assert.Equal((LineState.Active, 2, 2), (line.State, line.PacketsIn, line.KeyFramesIn));
        Assert.Equal(Rtp.SsrcOf(before), Rtp.SsrcOf(after));
        Assert.Equal(1, Rtp.Sequence(after) - Rtp.Sequence(before));
    }

    [Fact]
    public async Task What_went_in_another_codec_counts_with_what_goes_now()
    {
        var call = await _test.ConnectAsync();
        await SendAsync(call, 111, count: 3);

        Reoffer(call, (call.Offer with { Audio = [OfferText.Pcma] }).ToString());
        await SendAsync(call, 8, count: 2);
        Reoffer(call, call.Offer.ToString());
        await SendAsync(call, 111, count: 4);

        var line = Assert.Single(call.Call.Report().Lines);
        Assert.Equal((9, 9, Codec.Opus), (line.PacketsIn, line.PacketsOut, line.Codec));
        Assert.Equal(
            [(Codec.Pcma, 2, 2), (Codec.Opus, 7, 7)],
            line.Codecs.Select(c => (c.Codec, (int)c.PacketsIn, (int)c.PacketsOut)));
        Assert.Equal(line.BytesIn, line.BytesOut);
    }

    [Fact]
    public async Task A_packet_that_is_overtaken_by_a_description_is_counted()
    {
        var call = await _test.ConnectAsync(change: o => o with { Video = [OfferText.Vp8] });
        await SendVideoAsync(call, sequence: 1);
        await SendAsync(call, 111, count: 1);

        Reoffer(call, Closed(call.Offer with { Audio = ["109 opus/48000/2"] }, "video"));
        call.Peer.SendRtp(Rtp.Packet(96, 2, 3000, Vp8Key, ssrc: 0xFACE, marker: true));
        call.Peer.SendRtp(Rtp.Packet(111, 101, 960, [7]));
        var echoed = await call.Peer.NextRtpAsync();

        var report = call.Call.Report();
        Assert.Equal([2, 2], report.Lines.Select(l => l.PacketsIn));
        Assert.Equal(109, Rtp.PayloadType(echoed));
        Assert.Equal(0, report.Unclaimed);
    }

    [Fact]
    public async Task What_an_earlier_sender_lost_stays_lost()
    {
        var call = await _test.ConnectAsync();
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        call.Peer.SendRtp(Rtp.Packet(111, 4, 3840, [1]));
        call.Peer.SendRtp(Rtp.Packet(111, 50, 960, [1], ssrc: 0xBEEF));
        call.Peer.SendRtp(Rtp.Packet(111, 52, 2880, [1], ssrc: 0xBEEF));
        await call.Peer.CheckAsync();

        Assert.Equal((4, 3), (call.Call.Report().Lines[0].PacketsIn, call.Call.Report().Lines[0].LostIn));
    }

    [Fact]
    public async Task Digits_are_told_in_their_order_though_the_codec_changed_between()
    {
        var call = await _test.ConnectAsync();
        call.Peer.SendRtp(Rtp.Packet(110, 1, 960, [1, 0x8A, 3, 0x20]));
        await call.Peer.CheckAsync();

        Reoffer(call, (call.Offer with { Audio = [OfferText.Pcmu, OfferText.NarrowDtmf] }).ToString());
        call.Peer.SendRtp(Rtp.Packet(126, 2, 960, [2, 0x8A, 3, 0x20]));
        await call.Peer.CheckAsync();

        Assert.Equal("12", call.Call.Report().Lines[0].DigitsIn);
    }

    [Theory]
    [InlineData("m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "application", "application is not carried here")]
    [InlineData("m=video 0 UDP/TLS/RTP/SAVPF 96", "video", "the offer has it with port 0")]
    [InlineData(
        "m=audio 9 UDP/TLS/RTP/SAVPF 111", "audio",
        "it is not in the BUNDLE group whose transport is taken, and there is one transport")]
    public void A_refused_line_is_told_with_its_reason(string media, string medium, string reason)
    {
        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept($"{new OfferText()}{media}\r\na=mid:x\r\n")).Call;

        var lines = call.Report().Lines;
        Assert.Equal(2, lines.Count);
        Assert.Equal(("x", medium, null, reason), (lines[1].Mid, lines[1].Medium, lines[1].Codec, lines[1].Reason));
        Assert.Equal(
            media.Contains(" 0 ", StringComparison.Ordinal) ? LineState.Closed : LineState.Refused, lines[1].State);
    }

    [Fact]
    public void A_line_without_a_codec_that_is_carried_is_told_with_those_that_are()
    {
        var offer = new OfferText { Video = ["98 VP9/90000"] };

        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept(offer.ToString())).Call;

        Assert.Equal("none of its codecs is VP8 or H264", call.Report().Lines[1].Reason);
    }

    [Fact]
    public async Task Nothing_vanishes_when_the_call_is_over()
    {
        var call = await _test.ConnectAsync(change: o => o with { Video = [OfferText.Vp8] });
        await SendVideoAsync(call, sequence: 1);
        await SendAsync(call, 111, count: 2);
        Reoffer(call, Closed(call.Offer, "video"));

        call.Call.Close();

        Assert.Equal([2, 1], call.Call.Report().Lines.Select(l => l.PacketsIn));
    }

    [Fact]
    public async Task Packets_of_a_type_that_was_never_agreed_on_are_counted()
    {
        var call = await _test.ConnectAsync();

        call.Peer.SendRtp(Rtp.Packet(120, 1, 960, [1]));
        await call.Peer.CheckAsync();

        Assert.Equal(1, call.Call.Report().Unclaimed);
    }

    private static void Reoffer(ConnectedCall call, string offer) =>
        Assert.IsType<MediaAnswer.Accepted>(call.Call.Reoffer(offer));

    private static string Closed(OfferText offer, string kind) =>
        offer.ToString().Replace($"m={kind} 9 ", $"m={kind} 0 ", StringComparison.Ordinal);

    private static async Task<byte[]> SendVideoAsync(ConnectedCall call, int sequence)
    {
        call.Peer.SendRtp(Rtp.Packet(96, sequence, (uint)sequence * 3000, Vp8Key, ssrc: 0xFACE, marker: true));
        return await call.Peer.NextRtpAsync();
    }

    private static async Task SendAsync(ConnectedCall call, int payloadType, int count)
    {
        var first = 100 + (int)call.Call.Report().Lines[0].PacketsIn;
        for (var i = 0; i < count; i++)
        {
            call.Peer.SendRtp(Rtp.Packet(payloadType, first + i, (uint)(960 * i), [7]));
            await call.Peer.NextRtpAsync();
        }
    }
}
