using CecSim.Telephony.Tests.WebRtc.Answering;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>Keys that stand in the descriptions: RFC 4568.</summary>
public sealed class SdesTests : IDisposable
{
    private const string Key30 = "inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private const string Usable = $"crypto:1 AES_CM_128_HMAC_SHA1_80 {Key30}";

    private static readonly MediaOptions Joined = new() { Source = MediaSource.Peer, TakesPhones = true };
    private static readonly MediaOptions Called = Joined with { Security = MediaSecurity.Sdes };

    private readonly BridgedWorld _world = new();

    public void Dispose()
    {
        _world.Dispose();
        Assert.Empty(_world.Guard.Failures);
        Assert.Equal(0, _world.Phones.Open);
    }

    [Fact]
    public void A_browser_and_a_phone_with_keys_hear_each_other()
    {
        var browser = EmulatedLeg.Browser(_world, Codec.Pcmu);
        var phone = EmulatedLeg.Phone(_world, MediaSecurity.Sdes, Codec.Pcmu);
        var agent = phone.BeCalled(Called);
        using var bridge = MediaBridge.Join(browser.Call(Joined), agent);
        (browser.Pitch, phone.Pitch) = (440, 1000);

        _world.Run(seconds: 2);

        Assert.Equal((1000, 440), (browser.PitchHeard(), phone.PitchHeard()));
        Assert.Equal(SrtpProfile.AeadAes128Gcm, agent.Report().Profile);
        Assert.Equal(MediaSecurity.Sdes, agent.Report().Security);
        Assert.Equal(0, agent.Report().Rejected);
        Assert.NotNull(phone.Line.RoundTrip);
    }

    [Fact]
    public void A_phone_that_calls_with_keys_goes_on_after_a_hold()
    {
        var (phone, other) = (
            EmulatedLeg.Phone(_world, MediaSecurity.Sdes, Codec.Pcmu), EmulatedLeg.Phone(_world, codecs: Codec.Pcmu));
        var (customer, agent) = (phone.Call(Joined), other.Call(Joined));
        using var bridge = MediaBridge.Join(customer, agent);
        (phone.Pitch, other.Pitch) = (440, 1000);
        _world.Run(seconds: 1);

        phone.Reoffer(customer, MediaDirection.SendOnly);
        Assert.True(customer.IsHeldByPeer);
        _world.Run(seconds: 2);
        Assert.Equal((null, 440), (phone.PitchHeard(), other.PitchHeard()));

        phone.Reoffer(customer, MediaDirection.SendReceive);
        _world.Run(seconds: 2);
        Assert.Equal((1000, 440), (phone.PitchHeard(), other.PitchHeard()));

        // And an offer of the gateway's own.
        Assert.Null(customer.TakeAnswer(phone.Answer(customer.WriteOffer(MediaDirection.SendReceive))));
        _world.Run(seconds: 2);
        Assert.Equal((1000, 440), (phone.PitchHeard(), other.PitchHeard()));
        Assert.Equal(0, customer.Report().Rejected);
    }

    [Theory]
    [InlineData(Usable, 1)]
    [InlineData($"{Usable}|2^31", 1)]
    [InlineData($"{Usable}|1048576", 1)]
    [InlineData($"{Usable} KDR=0 WSH=128 -X", 1)]
    [InlineData($"crypto:7 AES_CM_128_HMAC_SHA1_32 {Key30}", 7)]
    public void A_line_with_a_key_is_answered_by_its_tag_and_suite(string crypto, int tag)
    {
        var offer = Secured("crypto:9 AES_256_CM_HMAC_SHA1_80 inline:AAAA", crypto);
        var (_, answer) = GatewayUnderTest.Accepted(_world.Gateway.Accept(offer, Joined));

        Assert.Empty(AnswerRules.BrokenBy(offer, answer));
        var words = SdpLines.Value(answer, "a=crypto:").Split(' ');
        Assert.Equal(($"{tag}", crypto.Split(' ')[1]), (words[0], words[1]));
        Assert.NotEqual(Key30, words[2]);
    }

    [Fact]
    public void Of_several_lines_the_first_that_can_be_used_is_taken()
    {
        var offer = Secured(
            "crypto:1 AES_256_CM_HMAC_SHA1_80 inline:AAAA",
            $"crypto:2 AES_CM_128_HMAC_SHA1_80 {Key30}|1:4",
            $"crypto:3 AES_CM_128_HMAC_SHA1_32 {Key30}",
            $"crypto:4 AES_CM_128_HMAC_SHA1_80 {Key30}");

        var (call, answer) = GatewayUnderTest.Accepted(_world.Gateway.Accept(offer, Joined));

        Assert.StartsWith("3 AES_CM_128_HMAC_SHA1_32 ", SdpLines.Value(answer, "a=crypto:"), StringComparison.Ordinal);
        Assert.Equal(SrtpProfile.AesCm128HmacSha1Tag32, call.Report().Profile);
    }

    [Theory]
    [InlineData("crypto:1 AES_256_CM_HMAC_SHA1_80 inline:AAAA", "AES_256_CM_HMAC_SHA1_80 is not known")]
    [InlineData($"{Usable}|2^20|1:4", "MKI")]
    [InlineData($"{Usable};{Key30}", "MKI")]
    [InlineData($"{Usable}|soon", "no lifetime")]
    [InlineData($"{Usable} UNENCRYPTED_SRTP", "UNENCRYPTED_SRTP is not supported")]
    [InlineData($"{Usable} KDR=3", "KDR=3 is not supported")]
    [InlineData("crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAA", "16 bytes and 14 of salt")]
    [InlineData($"crypto:1 AEAD_AES_128_GCM {Key30}", "16 bytes and 12 of salt")]
    [InlineData("crypto:1 AES_CM_128_HMAC_SHA1_80 outline:AAAA", "inline:")]
    [InlineData("crypto:x", "no tag, suite and key")]
    [InlineData("nothing", "neither a=crypto nor a=fingerprint")]
    public void A_line_that_cannot_be_used_says_why(string crypto, string said)
    {
        var refused = Assert.IsType<MediaAnswer.Refused>(_world.Gateway.Accept(Secured(crypto), Joined));

        Assert.Equal(OfferRefusal.NoUsableCrypto, refused.Reason);
        Assert.Contains(said, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_with_a_key_for_what_was_not_offered_is_none()
    {
        var (call, _) = GatewayUnderTest.Accepted(
            _world.Gateway.Offer(Called with { Codecs = new HashSet<Codec> { Codec.Pcmu } }));

        var complaint = call.TakeAnswer(Secured($"crypto:9 AES_CM_128_HMAC_SHA1_80 {Key30}"));

        Assert.Contains("a=crypto", complaint, StringComparison.Ordinal);
        Assert.Null(call.TakeAnswer(Secured($"crypto:2 AES_CM_128_HMAC_SHA1_80 {Key30}")));
    }

    [Fact]
    public void Keys_of_an_own_offer_are_all_different()
    {
        var (_, offer) = GatewayUnderTest.Accepted(_world.Gateway.Offer(Called));

        var lines = SdpLines.Of(offer).Where(l => l.StartsWith("a=crypto:", StringComparison.Ordinal)).ToList();
        string[] suites = ["AEAD_AES_128_GCM", "AES_CM_128_HMAC_SHA1_80", "AES_CM_128_HMAC_SHA1_32"];

        // Sound and pictures have ports, and so keys, of their own.
        Assert.Equal([.. suites, .. suites], lines.Select(l => l.Split(' ')[1]));
        Assert.Equal(6, lines.Select(l => l.Split(' ')[2][..20]).Distinct().Count());
        Assert.Contains("m=audio 20000 RTP/SAVP ", offer, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_sealed_with_the_key_is_passed_over_and_moves_nothing()
    {
        var (call, _) = GatewayUnderTest.Accepted(_world.Gateway.Accept(Secured(Usable), Joined));
        var stranger = _world.NewPort(new IPEndPoint(IPAddress.Parse("203.0.113.9"), 7777));
        var before = call.Report().Remote;

        stranger.Send(
            Rtp.Packet(0, 1, 160, new byte[160]), new IPEndPoint(IPAddress.Parse("192.0.2.2"), 20_000).Serialize());
        _world.Run(seconds: 0.1);

        Assert.Equal(before, call.Report().Remote);
        Assert.Equal((1, 0), (call.Report().Rejected, call.Report().Lines[0].PacketsIn));
    }

    private static string Secured(params string[] attributes) =>
        new PhoneText { Protocol = "RTP/SAVP", Attributes = attributes }.ToString();
}
