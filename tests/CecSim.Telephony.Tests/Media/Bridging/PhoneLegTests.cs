using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>A leg of a phone without ICE: RTP to an address, by ports of its own.</summary>
public sealed class PhoneLegTests : IDisposable
{
    private static readonly MediaOptions Phones = new() { TakesPhones = true };

    private readonly BridgedWorld _world = new();
    private readonly List<byte[]> _heard = [];

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
        Assert.Equal(0, _world.Phones.Open);
    }

    [Fact]
    public void An_offer_of_a_phone_is_answered_in_its_own_words()
    {
        var offer = new PhoneText { Behind = "m=application 9 UDP/BFCP *\r\n" }.ToString();
        var (_, answer) = Accept(offer);

        Assert.Empty(AnswerRules.BrokenBy(offer, answer));
        Assert.Equal("m=audio 20000 RTP/AVP 0 101", SdpLines.Section(answer, 0)[0]);
        Assert.Contains("c=IN IP4 192.0.2.2", SdpLines.Section(answer, 0));
        Assert.Contains("a=rtcp:20001", SdpLines.Section(answer, 0));
        Assert.Contains("a=ptime:20", SdpLines.Section(answer, 0));
        Assert.Equal("m=application 0 UDP/BFCP *", SdpLines.Section(answer, 1)[0]);
        string[] strange = ["ice", "fingerprint", "setup", "candidate", "group", "msid", "ssrc", "rtcp-mux"];
        foreach (var foreign in strange)
        {
            Assert.DoesNotContain(foreign, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_the_wish_a_phone_is_refused_as_ever()
    {
        var refused = Assert.IsType<MediaAnswer.Refused>(
            _world.Gateway.Accept(new PhoneText().ToString(), new MediaOptions()));

        Assert.Equal(OfferRefusal.PlainRtp, refused.Reason);
    }

    [Theory]
    [InlineData("c=IN IP4 pbx.example", "no numeric address")]
    [InlineData("", "no c= line")]
    public void An_offer_without_an_address_says_so(string connection, string said)
    {
        var offer = new PhoneText().ToString()
            .Replace("c=IN IP4 198.51.100.77\r\n", connection.Length == 0 ? "" : connection + "\r\n",
                StringComparison.Ordinal);

        var refused = Assert.IsType<MediaAnswer.Refused>(_world.Gateway.Accept(offer, Phones));

        Assert.Equal(OfferRefusal.Malformed, refused.Reason);
        Assert.Contains(said, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_lines_of_sound_one_is_taken()
    {
        const string Secured = "m=audio 5000 RTP/SAVP 0\r\na=crypto:1 AES_256_UNKNOWN inline:x\r\n";
        var offer = new PhoneText { Before = Secured, Behind = "m=video 6000 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\n" }
            .ToString();
        var (_, answer) = Accept(offer);

        Assert.Empty(AnswerRules.BrokenBy(offer, answer));
        Assert.Equal(
            ["m=audio 0 RTP/SAVP 0", "m=audio 20000 RTP/AVP 0 101", "m=video 20002 RTP/AVP 96"],
            SdpLines.Of(answer).Where(l => l.StartsWith("m=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, "sendrecv", false)]
    [InlineData("sendonly", "recvonly", true)]
    [InlineData("recvonly", "sendonly", false)]
    [InlineData("inactive", "inactive", true)]
    public void A_hold_is_answered_and_known(string? direction, string answered, bool isHeld)
    {
        var (call, _) = Accept(new PhoneText().ToString());

        var held = GatewayUnderTest.Accepted(call.Reoffer(new PhoneText { Direction = direction }.ToString())).Sdp;

        Assert.Contains($"a={answered}", SdpLines.Section(held, 0));
        Assert.Equal(isHeld, call.IsHeldByPeer);
    }

    [Fact]
    public void The_old_way_to_hold_is_known_and_ends_with_an_address()
    {
        var (call, _) = Accept(new PhoneText().ToString());
        var phone = Hear(new PhoneText());
        _world.Run(seconds: 0.5);
        Assert.NotEmpty(_heard);

        var held = GatewayUnderTest.Accepted(call.Reoffer(new PhoneText { Address = "0.0.0.0" }.ToString())).Sdp;
        Assert.Contains("a=recvonly", SdpLines.Section(held, 0));
        Assert.True(call.IsHeldByPeer);
        Assert.Contains("c=IN IP4 192.0.2.2", SdpLines.Section(held, 0));
        _world.Run(seconds: 0.1);
        _heard.Clear();
        _world.Run(seconds: 1);
        Assert.DoesNotContain(_heard, p => Network.IsRtp(p));

        GatewayUnderTest.Accepted(call.Reoffer(new PhoneText().ToString()));
        _world.Run(seconds: 1);
        Assert.False(call.IsHeldByPeer);
        Assert.Contains(_heard, p => Network.IsRtp(p));
        Assert.Equal(phone.Local, call.Report().Remote);
    }

    [Fact]
    public void Sound_goes_where_the_first_packet_came_from_and_others_are_passed_over()
    {
        var (call, _) = Accept(new PhoneText().ToString());
        var behind = Hear(new PhoneText { Address = "203.0.113.9", Port = 7777 });
        var foreign = _world.NewPort(new IPEndPoint(IPAddress.Parse("203.0.113.66"), 7777));
        Assert.Equal("198.51.100.77:4000", call.Report().Remote!.ToString());

        Say(behind, 1);
        _world.Run(seconds: 0.1);
        Say(foreign, 2);
        _world.Run(seconds: 0.1);

        Assert.Equal(behind.Local, call.Report().Remote);
        Assert.Equal(1, call.Report().Foreign);
        Assert.Equal(1, call.Report().Lines[0].PacketsIn);
    }

    [Fact]
    public void What_is_no_RTP_moves_nothing()
    {
        var (call, _) = Accept(new PhoneText().ToString());
        var other = _world.NewPort(new IPEndPoint(IPAddress.Parse("203.0.113.9"), 7777));

        other.Send([0, 0, 0, 0], To);
        other.Send([0x80, 0], To);
        other.Send(Rtp.Packet(77, 1, 160, [1]), To);
        _world.Run(seconds: 0.1);

        Assert.Equal("198.51.100.77:4000", call.Report().Remote!.ToString());
    }

    [Fact]
    public void After_an_offer_the_phone_may_come_from_elsewhere_once()
    {
        var (call, _) = Accept(new PhoneText().ToString());
        var (first, second, third) = (Elsewhere(1), Elsewhere(2), Elsewhere(3));
        Say(first, 1);
        _world.Run(seconds: 0.1);

        GatewayUnderTest.Accepted(call.Reoffer(new PhoneText().ToString()));
        Say(second, 2);
        _world.Run(seconds: 0.1);
        Assert.Equal(second.Local, call.Report().Remote);

        Say(third, 3);
        Say(first, 4);
        _world.Run(seconds: 0.1);
        Assert.Equal(second.Local, call.Report().Remote);
        Assert.Equal((1, 3), (call.Report().Foreign, call.Report().Lines[0].PacketsIn));
    }

    [Fact]
    public void A_new_address_is_sent_to_before_anything_comes_from_there()
    {
        var (call, _) = Accept(new PhoneText().ToString());
        Say(Elsewhere(1), 1);
        _world.Run(seconds: 0.1);

        GatewayUnderTest.Accepted(call.Reoffer(new PhoneText { Port = 4444 }.ToString()));

        Assert.Equal("198.51.100.77:4444", call.Report().Remote!.ToString());
    }

    [Fact]
    public void Reports_go_to_the_port_that_the_phone_names_or_with_the_media_where_it_wants_that()
    {
        Accept(new PhoneText { Attributes = ["rtcp:4777"] }.ToString());
        var reports = Hear(new PhoneText { Port = 4777 });
        _world.Run(seconds: 1.5);
        Assert.Contains(_heard, p => !Network.IsRtp(p));
        _world.Close(reports);
        _heard.Clear();

        var (_, answer) = Accept(new PhoneText { Port = 4100, Attributes = ["rtcp-mux"] }.ToString());
        Assert.Contains("a=rtcp-mux", SdpLines.Section(answer, 0));
        Hear(new PhoneText { Port = 4100 });
        _world.Run(seconds: 1.5);
        Assert.Contains(_heard, p => !Network.IsRtp(p));
    }

    [Fact]
    public void A_phone_that_never_sends_anything_ends_the_call_unless_it_is_on_hold()
    {
        var (call, _) = Accept(new PhoneText().ToString());
        var (held, _) = Accept(new PhoneText { Direction = "inactive" }.ToString());
        var ends = new List<TransportEnd>();
        call.Ended += (_, end) => ends.Add(end);
        held.Ended += (_, end) => ends.Add(end);

        _world.Run(TimeSpan.FromSeconds(119));
        Assert.Empty(ends);
        _world.Run(TimeSpan.FromSeconds(2));
        Assert.Equal([TransportEnd.MediaMissing], ends);

        _world.Run(TimeSpan.FromSeconds(200));
        Assert.Single(ends);
        GatewayUnderTest.Accepted(held.Reoffer(new PhoneText().ToString()));
        _world.Run(TimeSpan.FromSeconds(121));
        Assert.Equal(2, ends.Count);
    }

    [Fact]
    public void When_there_are_no_ports_left_an_offer_is_refused_and_one_given_back_serves_the_next()
    {
        _world.Phones.PairsMax = 1;
        var (call, _) = Accept(new PhoneText().ToString());

        var refused = Assert.IsType<MediaAnswer.Refused>(_world.Gateway.Accept(new PhoneText().ToString(), Phones));
        Assert.Equal(OfferRefusal.TooManyCalls, refused.Reason);
        Assert.Contains("ports", refused.Detail, StringComparison.Ordinal);

        call.Close();
        Accept(new PhoneText().ToString());
    }

    [Fact]
    public void An_own_offer_to_a_phone_has_the_codecs_in_the_order_that_is_wished()
    {
        var wishes = new MediaOptions
        {
            Source = MediaSource.Peer,
            Security = MediaSecurity.Plain,
            Codecs = new HashSet<Codec> { Codec.Opus, Codec.Pcmu, Codec.Pcma, Codec.Vp8 },
            Preferred = [Codec.Pcma, Codec.Opus],
        };

        var (_, offer) = GatewayUnderTest.Accepted(_world.Gateway.Offer(wishes));

        Assert.Equal("m=audio 20000 RTP/AVP 8 111 0 110 126", SdpLines.Section(offer, 0)[0]);
        Assert.Equal("m=video 20002 RTP/AVP 96 97", SdpLines.Section(offer, 1)[0]);
        Assert.DoesNotContain("rtcp-mux", offer, StringComparison.Ordinal);
        Assert.DoesNotContain("a=group", offer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_keeps_to_its_kind_of_transport()
    {
        var (call, _) = Accept(new PhoneText().ToString());

        var refused = Assert.IsType<MediaAnswer.Refused>(call.Reoffer(new OfferText().ToString()));

        Assert.Equal(OfferRefusal.OtherTransport, refused.Reason);
        Assert.Contains("another transport", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_late_whether_it_is_connected_is_told()
    {
        var (call, _) = Accept(new PhoneText().ToString());
        var told = 0;
        call.Connected += _ => told++;
        Assert.Equal(0, told);

        _world.Run(seconds: 0.1);
        call.Connected += _ => told += 10;

        Assert.Equal(11, told);
    }

    private static SocketAddress To { get; } = new IPEndPoint(IPAddress.Parse("192.0.2.2"), 20_000).Serialize();

    private static void Say(EmulatedPort port, int number) =>
        port.Send(Rtp.Packet(0, (ushort)number, (uint)number * 160, new byte[160]), To);

    private EmulatedPort Elsewhere(int number) =>
        _world.NewPort(new IPEndPoint(IPAddress.Parse($"203.0.113.{number}"), 7000 + number));

    private EmulatedPort Hear(PhoneText phone)
    {
        var port = _world.NewPort(new IPEndPoint(IPAddress.Parse(phone.Address), phone.Port));
        port.Handler = (buffer, length, _, _) => _heard.Add(buffer[..length].ToArray());
        return port;
    }

    private MediaAnswer.Accepted Accept(string offer) => GatewayUnderTest.Accepted(
        _world.Gateway.Accept(offer, Phones with { Source = MediaSource.Tone }));
}
