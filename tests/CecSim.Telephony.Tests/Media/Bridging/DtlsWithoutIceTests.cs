using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>Phones that agree on keys by a handshake on the ports of their media: RFC 5763 without ICE.</summary>
public sealed class DtlsWithoutIceTests : IDisposable
{
    private const string Mux = "a=rtcp-mux\r\n";

    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };
    private static readonly MediaOptions Called = Joined with { Security = MediaSecurity.DtlsWithoutIce };

    private readonly BridgedWorld _world = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
        Assert.Equal((0, 0), (_world.Phones.Open, _world.Gateway.Counts.HalfOpenHandshakes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_browser_and_a_phone_hear_each_other_whoever_calls(bool isCalled)
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Opus), NewPhone());
        var agent = isCalled ? phone.BeCalled(Called) : phone.Call(Joined);
        using var bridge = MediaBridge.Join(browser.Call(Joined), agent);
        (browser.Pitch, phone.Pitch) = (440, 1000);
        var connected = 0;
        agent.Connected += _ => connected++;
        Assert.Equal(0, connected);

        _world.Run(seconds: 2);

        Assert.Equal((1000, 440), (browser.PitchHeard(), phone.PitchHeard()));
        Assert.Equal(1, connected);
        var report = agent.Report();
        Assert.Equal((MediaSecurity.DtlsWithoutIce, DtlsState.Connected), (report.Security, report.Dtls));
        Assert.Equal((SrtpProfile.AeadAes128Gcm, true), (report.Profile, report.FingerprintMatches));
        Assert.Equal((0, 0), (report.Rejected, report.Foreign));
        Assert.NotNull(phone.Line.RoundTrip);
    }

    [Fact]
    public void A_phone_that_has_RTCP_on_a_port_of_its_own_makes_a_handshake_for_each()
    {
        var (browser, phone) = (EmulatedLeg.Browser(_world, Codec.Pcmu), NewPhone());
        var call = phone.Call(Joined, offer => offer.Replace(Mux, "", StringComparison.Ordinal));
        using var bridge = MediaBridge.Join(browser.Call(Joined), call);
        (browser.Pitch, phone.Pitch) = (440, 1000);

        _world.Run(seconds: 3);

        Assert.NotNull(call.Report().Lines[0].RoundTrip);
        Assert.NotNull(phone.Line.RoundTrip);
        Assert.Equal(0, call.Report().Rejected);
    }

    [Fact]
    public void An_own_offer_lets_the_phone_choose_who_begins_and_a_later_one_says_who_did()
    {
        var phone = NewPhone();
        var (call, offer) = GatewayUnderTest.Accepted(_world.Gateway.Offer(Called with
        {
            Codecs = new HashSet<Codec> { Codec.Pcmu },
        }));

        Assert.Contains("m=audio 20000 UDP/TLS/RTP/SAVP 0 126", offer, StringComparison.Ordinal);
        Assert.Contains("a=setup:actpass", SdpLines.Section(offer, 0));
        Assert.Contains("a=rtcp-mux", SdpLines.Section(offer, 0));
        Assert.Contains("a=fingerprint:sha-256 ", offer, StringComparison.Ordinal);
        Assert.DoesNotContain("a=ice-", offer, StringComparison.Ordinal);

        Assert.Null(call.TakeAnswer(phone.Answer(offer)));
        _world.Run(seconds: 0.5);
        Assert.Contains("a=setup:active", SdpLines.Section(call.WriteOffer(MediaDirection.SendOnly), 0));
    }

    [Theory]
    [InlineData("UDP/TLS/RTP/SAVP")]
    [InlineData("UDP/TLS/RTP/SAVPF")]
    [InlineData("RTP/SAVP")]
    [InlineData("RTP/AVP")]
    public void An_offer_with_a_fingerprint_and_no_ICE_is_answered_in_its_own_words(string protocol)
    {
        var offer = Secured(new PhoneText { Protocol = protocol });
        var (call, answer) = GatewayUnderTest.Accepted(_world.Gateway.Accept(offer, Joined));

        Assert.Empty(AnswerRules.BrokenBy(offer, answer));
        Assert.Equal($"m=audio 20000 {protocol} 0 101", SdpLines.Section(answer, 0)[0]);
        Assert.Contains("a=setup:passive", SdpLines.Section(answer, 0));
        Assert.Equal(MediaSecurity.DtlsWithoutIce, call.Report().Security);
    }

    [Fact]
    public void After_a_hold_the_association_goes_on()
    {
        var (phone, other) = (NewPhone(), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var customer = phone.Call(Joined);
        using var bridge = MediaBridge.Join(customer, other.Call(Joined));
        (phone.Pitch, other.Pitch) = (440, 1000);
        _world.Run(seconds: 1);

        phone.Reoffer(customer, MediaDirection.SendOnly);
        _world.Run(seconds: 2);
        Assert.Equal((null, 440), (phone.PitchHeard(), other.PitchHeard()));

        Assert.Null(customer.TakeAnswer(phone.Answer(customer.WriteOffer(MediaDirection.SendReceive))));
        phone.Reoffer(customer, MediaDirection.SendReceive);
        _world.Run(seconds: 2);
        Assert.Equal((1000, 440), (phone.PitchHeard(), other.PitchHeard()));
        Assert.Equal((0, DtlsState.Connected), (customer.Report().Rejected, customer.Report().Dtls));
    }

    [Fact]
    public void A_certificate_that_the_description_does_not_name_ends_the_call_and_nothing_is_heard()
    {
        var (phone, other) = (NewPhone(), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var customer = phone.Call(Joined, offer => offer.Replace(
            $"{_world.Identity.Fingerprint}", $"sha-256 {string.Join(':', Enumerable.Repeat("AB", 32))}",
            StringComparison.Ordinal));
        using var bridge = MediaBridge.Join(customer, other.Call(Joined));
        phone.Pitch = 440;

        _world.Run(seconds: 2);

        Assert.Equal(TransportEnd.HandshakeFailed, customer.Report().End);
        Assert.Null(other.PitchHeard());
    }

    [Fact]
    public void A_phone_that_never_shakes_hands_ends_the_call_in_the_time_that_browsers_have()
    {
        var (call, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(Secured(new PhoneText()), Joined));

        _world.Run(seconds: 29);
        Assert.Null(call.Report().End);
        _world.Run(seconds: 2);

        Assert.Equal(TransportEnd.NeverSecured, call.Report().End);
    }

    [Fact]
    public void A_stranger_who_begins_a_handshake_does_not_keep_the_phone_from_its_own()
    {
        var phone = NewPhone();
        var call = phone.Call(Joined);
        var setting = new TransportSetting(
            _world.Identity, DtlsPair.AllProfiles, new HandshakeQuota(1), _world.Inputs);
        var port = _world.NewPort(new IPEndPoint(IPAddress.Parse("203.0.113.9"), 7777));
        var to = new IPEndPoint(IPAddress.Parse("192.0.2.2"), 20_000).Serialize();
        using var stranger = new DtlsAssociation(setting, packet => port.Send(packet, to));

        // Its hello comes first, for the phone sends with the next tick.
        stranger.Expect(PeerFingerprints.Of([$"{_world.Identity.Fingerprint}"])!, isClient: true);
        stranger.BeginAsClient();
        _world.Run(seconds: 4);

        Assert.Equal((DtlsState.Connected, null), (call.Report().Dtls, call.Report().End));
        Assert.NotEqual(port.Local, call.Report().Remote);
    }

    [Fact]
    public void Media_in_clear_are_not_taken_before_the_handshake_nor_after_it()
    {
        var phone = NewPhone();
        var call = phone.Call(Joined);
        _world.Run(seconds: 1);
        var before = call.Report().Remote;
        var stranger = _world.NewPort(new IPEndPoint(IPAddress.Parse("203.0.113.9"), 7777));

        stranger.Send(
            Rtp.Packet(0, 1, 160, new byte[160]), new IPEndPoint(IPAddress.Parse("192.0.2.2"), 20_000).Serialize());
        _world.Run(seconds: 0.1);

        Assert.Equal((before, 1), (call.Report().Remote, call.Report().Foreign));
        Assert.Equal(0, call.Report().Lines[0].PacketsIn);
    }

    private EmulatedLeg NewPhone() => EmulatedLeg.Phone(_world, MediaSecurity.DtlsWithoutIce, Codec.Pcmu);

    private string Secured(PhoneText text) => (text with
    {
        Attributes = [$"fingerprint:{_world.Identity.Fingerprint}", "setup:actpass"],
    }).ToString();
}
