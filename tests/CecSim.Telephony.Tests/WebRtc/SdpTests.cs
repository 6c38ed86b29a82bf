using CecSim.Telephony.Tests.Media;

namespace CecSim.Telephony.Tests.WebRtc;

public sealed class SdpTests : IAsyncDisposable
{
    private readonly GatewayUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public void The_offer_of_chromium_is_answered_line_by_line()
    {
        var answer = Answer(BrowserOffers.Read("chromium-audio-video"));

        var port = _test.Gateway.Addresses[0].Port;
        var audio = SdpLines.Section(answer, 0);
        Assert.Equal($"m=audio {port} UDP/TLS/RTP/SAVPF 111 110", audio[0]);
        Assert.Contains("a=mid:0", audio);
        Assert.Contains("a=rtpmap:111 opus/48000/2", audio);
        Assert.Contains("a=fmtp:111 minptime=10;useinbandfec=1", audio);
        Assert.Contains("a=rtpmap:110 telephone-event/48000", audio);
        Assert.Contains("a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level", audio);
        Assert.Contains("a=sendrecv", audio);
        Assert.Contains("a=setup:passive", audio);
        Assert.Contains("a=rtcp-mux", audio);
        Assert.Contains($"a=candidate:1 1 udp 2130706431 127.0.0.1 {port} typ host", audio);
        Assert.Contains("a=end-of-candidates", audio);
        var video = SdpLines.Section(answer, 1);
        Assert.Equal($"m=video {port} UDP/TLS/RTP/SAVPF 96 97", video[0]);
        Assert.Contains("a=rtcp-fb:96 nack pli", video);
        Assert.Contains("a=rtcp-fb:96 ccm fir", video);
        Assert.Contains("a=rtcp-fb:96 nack", video);
        Assert.Contains("a=rtpmap:97 rtx/90000", video);
        Assert.Contains("a=fmtp:97 apt=96", video);
        Assert.Contains("a=ice-lite", SdpLines.Of(answer));
        Assert.Equal("BUNDLE 0 1", SdpLines.Value(answer, "a=group:"));
    }

    [Fact]
    public void The_offer_of_firefox_is_answered_with_keys_at_the_clock_it_has()
    {
        var answer = Answer(BrowserOffers.Read("firefox-audio-video"));

        var port = _test.Gateway.Addresses[0].Port;
        Assert.Equal($"m=audio {port} UDP/TLS/RTP/SAVPF 109 101", SdpLines.Section(answer, 0)[0]);
        Assert.Contains("a=rtpmap:101 telephone-event/8000", SdpLines.Section(answer, 0));
        Assert.Equal($"m=video {port} UDP/TLS/RTP/SAVPF 120 124", SdpLines.Section(answer, 1)[0]);
        Assert.Contains("a=rtcp-fb:120 nack pli", SdpLines.Section(answer, 1));
    }

    [Theory]
    [InlineData("4 G723/8000,8 PCMA/8000,0 PCMU/8000,126 telephone-event/8000", "8 126")]
    [InlineData("9 G722/8000,8 PCMA/8000,126 telephone-event/8000", "9 126")]
    [InlineData("0 PCMU/8000,111 opus/48000/2,110 telephone-event/48000", "0 110")]
    [InlineData("111 OPUS/48000/2", "111")]
    public void The_first_known_codec_is_taken_with_the_digits_of_its_own_clock(string codecs, string types)
    {
        var answer = Answer(new OfferText { Audio = codecs.Split(',') }.ToString());

        Assert.EndsWith($"SAVPF {types}", SdpLines.Section(answer, 0)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_static_payload_type_needs_no_map()
    {
        var offer = new OfferText { Audio = [OfferText.Pcmu], Without = ["a=rtpmap"] };

        Assert.EndsWith("SAVPF 0", SdpLines.Section(Answer(offer.ToString()), 0)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_codecs_that_are_wanted_are_taken()
    {
        var wishes = new MediaOptions { Codecs = new HashSet<Codec> { Codec.Pcma } };

        var answer = GatewayUnderTest.Accepted(_test.Gateway.Accept(new OfferText().ToString(), wishes)).Sdp;

        Assert.EndsWith("SAVPF 8 126", SdpLines.Section(answer, 0)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sendrecv", "sendrecv")]
    [InlineData("sendonly", "recvonly")]
    [InlineData("recvonly", "sendonly")]
    [InlineData("inactive", "inactive")]
    public void Directions_are_answered_from_the_other_side(string offered, string answered)
    {
        var answer = Answer(new OfferText { AudioDirection = offered }.ToString());

        Assert.Contains($"a={answered}", SdpLines.Section(answer, 0));
    }

    [Fact]
    public void A_line_that_is_not_taken_keeps_its_place_with_port_zero()
    {
        var offer = new OfferText { Video = [OfferText.Vp8] } + string.Join("\r\n", [
            "m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "c=IN IP4 0.0.0.0", "a=mid:2", "a=sctp-port:5000", ""]);

        var refused = SdpLines.Section(Answer(offer), 2);

        Assert.Equal("m=application 0 UDP/DTLS/SCTP webrtc-datachannel", refused[0]);
        Assert.Contains("a=mid:2", refused);
    }

    [Fact]
    public void Later_answers_keep_the_session_and_count_its_versions()
    {
        var offer = new OfferText().ToString();
        var first = GatewayUnderTest.Accepted(_test.Gateway.Accept(offer));

        var second = GatewayUnderTest.Accepted(first.Call.Reoffer(offer)).Sdp;

        var (before, after) = (SdpLines.Value(first.Sdp, "o=- ").Split(' '), SdpLines.Value(second, "o=- ").Split(' '));
        Assert.Equal((before[0], "1", "2"), (after[0], before[1], after[1]));
        Assert.Equal(SdpLines.Value(first.Sdp, "a=ice-ufrag:"), SdpLines.Value(second, "a=ice-ufrag:"));
        Assert.Equal(SdpLines.Value(first.Sdp, "a=ssrc:"), SdpLines.Value(second, "a=ssrc:"));
    }

    [Fact]
    public void Video_may_join_a_call_and_leave_it_again()
    {
        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept(new OfferText().ToString())).Call;
        var withVideo = new OfferText { Video = [OfferText.Vp8] }.ToString();

        var joined = GatewayUnderTest.Accepted(call.Reoffer(withVideo)).Sdp;
        Assert.Equal("BUNDLE 0 1", SdpLines.Value(joined, "a=group:"));
        Assert.Equal(2, call.Report().Lines.Count);

        var left = withVideo.Replace("m=video 9", "m=video 0", StringComparison.Ordinal);
        Assert.StartsWith("m=video 0 ", SdpLines.Section(
            GatewayUnderTest.Accepted(call.Reoffer(left)).Sdp, 1)[0], StringComparison.Ordinal);
        Assert.Equal([LineState.Active, LineState.Closed], call.Report().Lines.Select(l => l.State));
    }

    [Theory]
    [InlineData("sendonly", "sendonly", true)]
    [InlineData("inactive", "inactive", true)]
    [InlineData("sendrecv", "inactive", false)]
    [InlineData("recvonly", "sendrecv", false)]
    public void A_call_is_held_by_a_peer_that_wants_none_of_its_media(string audio, string video, bool isHeld)
    {
        var offer = new OfferText { Video = [OfferText.Vp8] };
        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept(offer.ToString())).Call;
        Assert.False(call.IsHeldByPeer);

        var later = offer with { AudioDirection = audio, VideoDirection = video };
        GatewayUnderTest.Accepted(call.Reoffer(later.ToString()));

        Assert.Equal(isHeld, call.IsHeldByPeer);
    }

    [Fact]
    public void An_offer_of_the_gateway_may_hold_the_call_and_an_answer_settles_it()
    {
        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept(new OfferText().ToString())).Call;

        var offer = call.WriteOffer(MediaDirection.SendOnly);
        Assert.Contains("a=setup:actpass", SdpLines.Of(offer));
        Assert.Contains("a=sendonly", SdpLines.Of(offer));
        Assert.Equal(MediaDirection.SendReceive, call.Report().Lines[0].Direction);

        Assert.Null(call.TakeAnswer(new OfferText { AudioDirection = "recvonly", Setup = "active" }.ToString()));
        Assert.Equal(MediaDirection.SendOnly, call.Report().Lines[0].Direction);

        // The peer's own offer does not end the gateway's hold.
        var answer = GatewayUnderTest.Accepted(call.Reoffer(new OfferText().ToString())).Sdp;
        Assert.Contains("a=sendonly", SdpLines.Of(answer));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF\r\n")]
    [InlineData("v=0\r\na=group:BUNDLE 0\r\n")]
    public void An_answer_that_fits_no_offer_changes_nothing(string answer)
    {
        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept(new OfferText().ToString())).Call;
        call.WriteOffer(MediaDirection.Inactive);

        Assert.NotNull(call.TakeAnswer(answer));
        Assert.Equal(MediaDirection.SendReceive, call.Report().Lines[0].Direction);
    }

    [Theory]
    [InlineData(OfferRefusal.PlainRtp, "m=audio 9 RTP/AVP 0", "RTP/AVP")]
    [InlineData(OfferRefusal.NoMedia, "", "m-line")]
    public void An_offer_that_is_not_for_browsers_says_what_it_lacks(OfferRefusal reason, string media, string mentions)
    {
        var refused = Refused($"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n{media}\r\n");

        Assert.Equal(reason, refused.Reason);
        Assert.Contains(mentions, refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfferRefusal.NoIce, "a=ice-pwd")]
    [InlineData(OfferRefusal.NoFingerprint, "a=fingerprint")]
    [InlineData(OfferRefusal.NoRtcpMux, "a=rtcp-mux")]
    [InlineData(OfferRefusal.Malformed, "v=")]
    public void An_offer_that_lacks_what_webrtc_demands_is_refused(OfferRefusal reason, string without) =>
        Assert.Equal(reason, Refused(new OfferText { Without = [without] }.ToString()).Reason);

    [Fact]
    public void An_offer_of_unknown_codecs_is_refused() =>
        Assert.Equal(OfferRefusal.NoCommonCodec, Refused(new OfferText { Audio = ["4 G723/8000"] }.ToString()).Reason);

    [Fact]
    public void Descriptions_beyond_the_limits_are_refused()
    {
        var offer = new OfferText().ToString();
        string[] beyond =
        [
            offer + new string('x', SdpDescription.LengthMax),
            offer + string.Concat(Enumerable.Repeat("a=\r\n", SdpDescription.LinesMax)),
            offer + string.Concat(Enumerable.Repeat("m=audio 9 RTP/AVP 0\r\n", SdpDescription.MediaMax)),
            offer + $"m=audio 9 RTP/AVP{string.Concat(Enumerable.Repeat(" 0", SdpDescription.FormatsMax + 1))}\r\n",
        ];

        Assert.All(beyond, b => Assert.Equal(OfferRefusal.Malformed, Refused(b).Reason));
    }

    [Fact]
    public void A_call_that_is_over_takes_no_offer()
    {
        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept(new OfferText().ToString())).Call;
        call.Close();

        var refused = Assert.IsType<MediaAnswer.Refused>(call.Reoffer(new OfferText().ToString()));
        Assert.Equal(OfferRefusal.CallIsOver, refused.Reason);
    }

    private string Answer(string offer) => GatewayUnderTest.Accepted(_test.Gateway.Accept(offer)).Sdp;

    private MediaAnswer.Refused Refused(string offer) =>
        Assert.IsType<MediaAnswer.Refused>(_test.Gateway.Accept(offer));
}
