using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>Pictures of phones without ICE, whose lines have ports of their own.</summary>
public sealed class PlainVideoTests : IDisposable
{
    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };

    private readonly BridgedWorld _world = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
        Assert.Equal(0, _world.Phones.Open);
    }

    [Theory]
    [InlineData(Codec.Vp8, MediaSecurity.Plain, false)]
    [InlineData(Codec.Vp8, MediaSecurity.Sdes, true)]
    [InlineData(Codec.H264, MediaSecurity.Plain, true)]
    [InlineData(Codec.H264, MediaSecurity.DtlsWithoutIce, false)]
    public void Pictures_of_a_browser_and_a_phone_go_across_untouched(
        Codec codec, MediaSecurity security, bool isCalled)
    {
        var browser = EmulatedLeg.Browser(_world, Codec.Pcmu, codec);
        var phone = EmulatedLeg.Phone(_world, security, Codec.Pcmu, codec);
        var customer = browser.Call(Joined);
        var agent = isCalled ? phone.BeCalled(Joined with { Security = security }) : phone.Call(Joined);
        using var bridge = MediaBridge.Join(customer, agent);
        (browser.Pitch, phone.Pitch) = (440, 1000);
        _world.Run(seconds: 1);

        SendPictures(browser, codec, number: 1);
        SendPictures(phone, codec, number: 2);
        _world.Run(seconds: 1);

        Assert.Equal(PicturesOf(codec, 1), Pictures(phone).Select(p => p.Payload));
        Assert.Equal(PicturesOf(codec, 2), Pictures(browser).Select(p => p.Payload));
        foreach (var leg in new[] { browser, phone })
        {
            var heard = Pictures(leg);
            Assert.DoesNotContain(heard, h => h.Ssrc is 0x1234 or 0);
            Assert.Equal([0, 1, 2], heard.Select(h => (h.Sequence - heard[0].Sequence) & 0xFFFF));
            Assert.Equal([0, 3000, 6000], heard.Select(h => (int)(h.Timestamp - heard[0].Timestamp)));
        }

        Assert.Equal((1000, 440), (browser.PitchHeard(), phone.PitchHeard()));
        Assert.Equal(0, agent.Report().Unclaimed + agent.Report().Foreign + agent.Report().Rejected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_frame_asked_for_on_one_leg_is_asked_for_at_the_sender_on_the_other(bool phoneAsks)
    {
        var browser = EmulatedLeg.Browser(_world, Codec.Pcmu, Codec.H264);
        var phone = EmulatedLeg.Phone(_world, codecs: [Codec.Pcmu, Codec.H264]);
        using var bridge = MediaBridge.Join(browser.Call(Joined), phone.Call(Joined));
        _world.Run(seconds: 1);
        SendPictures(browser, Codec.H264, number: 1);
        SendPictures(phone, Codec.H264, number: 2);
        _world.Run(seconds: 1);
        var (asks, sends) = phoneAsks ? (phone, browser) : (browser, phone);
        var before = sends.Report.Lines[1].KeyFrameRequestsIn;

        asks.AskForKeyFrame();
        _world.Run(seconds: 1);
        Assert.Equal(before + 1, sends.Report.Lines[1].KeyFrameRequestsIn);

        // FIR of RFC 5104 section 4.3.1 behind an empty report: the sender, no media source, whom it is for, number 1.
        byte[] request =
        [
            0x80, 201, 0, 1, 0, 0, 0, 1,
            0x84, 206, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0,
        ];
        asks.SendReport([.. request, .. new byte[ForwardedPacket.Spare]], request.Length);
        _world.Run(seconds: 1);
        Assert.Equal(before + 2, sends.Report.Lines[1].KeyFrameRequestsIn);
    }

    [Theory]
    [InlineData("99 nack pli", 1)]
    [InlineData("99 ccm fir", 4)]
    [InlineData("* ccm fir", 4)]
    [InlineData(null, 1)]
    public void A_key_frame_is_asked_for_as_the_phone_has_it(string? feedback, int format)
    {
        var offer = Offer(feedback is null ? "" : $"a=rtcp-fb:{feedback}\r\n");
        var (call, _) = GatewayUnderTest.Accepted(
            _world.Gateway.Accept(offer, Joined with { Source = MediaSource.Echo }));
        var (phone, reports) = (At(6000), At(6001));
        var asked = new List<byte[]>();
        reports.Handler = (buffer, length, _, _) => asked.Add(buffer[..length].ToArray());

        // A picture that is none to begin with.
        var picture = Rtp.Packet(99, 1, 3000, [0x41, 1, 2]);
        phone.Send(picture, VideoPort);
        _world.Run(seconds: 0.2);

        var request = Assert.Single(asked, p => p[9] == 206);
        Assert.Equal(format, request[8] & 0x1F);
        Assert.Equal(1, call.Report().Lines[1].KeyFrameRequestsOut);
        if (format == 4)
        {
            // Behind an empty report: nobody, whom it is for, and the first of its numbers (RFC 5104 section 4.3.1.1).
            Assert.Equal([0, 0, 0, 0, .. picture.AsSpan(8, 4), 1, 0, 0, 0], request[16..]);
        }
    }

    [Fact]
    public void An_offer_with_H264_is_answered_with_its_configuration_and_ports_of_its_own()
    {
        const string Sets = ";sprop-parameter-sets=Z0LgH9oBQBbpuAgIC4A=,aM4G4g==;max-fs=8160";
        var offer = Offer("").Replace("packetization-mode=1", $"packetization-mode=1{Sets}", StringComparison.Ordinal);
        var (_, answer) = GatewayUnderTest.Accepted(_world.Gateway.Accept(offer, Joined));

        Assert.Empty(AnswerRules.BrokenBy(offer, answer));
        var video = SdpLines.Section(answer, 1);
        Assert.Equal("m=video 20002 RTP/AVP 99", video[0]);
        Assert.Contains("a=rtcp:20003", video);
        Assert.Contains("a=fmtp:99 profile-level-id=42e01f;packetization-mode=1", video);
        Assert.DoesNotContain(video, l => l.StartsWith("a=ptime", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_that_have_one_payload_type_for_different_codecs_are_told_apart_by_their_ports()
    {
        var offer = Offer("").Replace("m=audio 4000 RTP/AVP 0", "m=audio 4000 RTP/AVP 99", StringComparison.Ordinal)
            .Replace("a=rtpmap:0 PCMU/8000", "a=rtpmap:99 PCMU/8000", StringComparison.Ordinal);
        var (call, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(offer, Joined));

        At(4000).Send(Rtp.Packet(99, 1, 160, new byte[160]), new IPEndPoint(Gateway, 20_000).Serialize());
        var phone = At(6000);
        phone.Send(Rtp.Packet(99, 7, 3000, [0x65, 1, 2]), VideoPort);
        phone.Send(Rtp.Packet(99, 8, 6000, [0x41, 1, 2]), VideoPort);
        _world.Run(seconds: 0.2);

        Assert.Equal([1, 2], call.Report().Lines.Select(l => l.PacketsIn));
        Assert.Equal(0, call.Report().Unclaimed);
    }

    [Fact]
    public void Pictures_that_a_later_offer_brings_get_ports_then()
    {
        var (call, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(new PhoneText().ToString(), Joined));
        Assert.Equal(1, _world.Phones.Open);
        _world.Phones.PairsMax = 1;
        var refused = Assert.IsType<MediaAnswer.Refused>(call.Reoffer(Offer("")));
        Assert.Equal(OfferRefusal.TooManyCalls, refused.Reason);

        _world.Phones.PairsMax = 2;
        var answer = GatewayUnderTest.Accepted(call.Reoffer(Offer(""))).Sdp;

        Assert.Equal("m=video 20002 RTP/AVP 99", SdpLines.Section(answer, 1)[0]);
        var phone = At(6000);
        phone.Send(Rtp.Packet(99, 7, 3000, [0x65, 1, 2]), VideoPort);
        _world.Run(seconds: 0.2);
        Assert.Equal(1, call.Report().Lines[1].PacketsIn);
    }

    private static IPAddress Gateway { get; } = IPAddress.Parse("192.0.2.2");

    private static SocketAddress VideoPort { get; } = new IPEndPoint(Gateway, 20_002).Serialize();

    private static List<HeardPacket> Pictures(EmulatedLeg leg) =>
        [.. leg.Heard.Where(h => h.Kind == ForwardedKind.Picture)];

    private static string Offer(string feedback) => new PhoneText
    {
        Codecs = ["0 PCMU/8000"],
        Behind = "m=video 6000 RTP/AVP 99\r\na=rtpmap:99 H264/90000\r\n" +
            $"a=fmtp:99 profile-level-id=42e01f;packetization-mode=1\r\n{feedback}",
    }.ToString();

    // A key frame and two more: RFC 7741 section 4 and, with a slice of an IDR picture first, RFC 6184 section 5.3.
    private static byte[][] PicturesOf(Codec codec, byte number) => codec == Codec.Vp8
        ? [[0x10, 0x10, 0x02, 0x00, 0x9D, 0x01, 0x2A, number], [0x10, 0x11, 0, number], [0x10, 0x11, 1, number]]
        : [[0x65, 0x88, 0x84, number], [0x41, 0x9A, 0, number], [0x41, 0x9A, 1, number]];

    private void SendPictures(EmulatedLeg leg, Codec codec, byte number)
    {
        foreach (var (index, picture) in PicturesOf(codec, number).Index())
        {
            leg.SendVideo(picture, (uint)index * 3000, marker: true);
            _world.Run(seconds: 0.034);
        }
    }

    private EmulatedPort At(int port) => _world.NewPort(new IPEndPoint(IPAddress.Parse("198.51.100.77"), port));
}
