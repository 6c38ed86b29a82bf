using System.Diagnostics.CodeAnalysis;

namespace CecSim.Telephony.Tests.Media;

/// <summary>What an offer says of its certificates: RFC 8122 section 5, and RFC 8842 for what it says later.</summary>
public sealed class FingerprintTests : IAsyncDisposable
{
    private const string Next = "\r\na=fingerprint:";
    private const string Sha1 = "sha-1 4A:AD:B9:B1:3F:82:18:3B:54:02:12:DF:3E:5D:49:6B:19:E5:7C:AB";
    private const string Unknown = "sha3-256 4A:AD";

    private static readonly string Another = "sha-256 " + Hex(SHA256.HashData([7]));

    private readonly GatewayUnderTest _test = new();
    private int _sequence;

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    public static TheoryData<string> Spellings =>
    [
        $"{Sha1}{Next}<256>", $"<256>{Next}{Sha1}", $"{Another}{Next}<256>", $"{Unknown}{Next}<256>",
        $"{Unknown}{Next}{Another}{Next}{Sha1}{Next}<256>", "<384>", "<512>", $"{Another}{Next}<512>", "<lower>",
        "  <256>", "<tab>", $"sha-256 00:11{Next}<256>",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_certificate_is_good_when_any_known_fingerprint_is_its_own(string spelling)
    {
        var peer = _test.NewPeer();

        var call = await _test.ConnectAsync(
            change: o => o with { Fingerprint = Spelled(spelling, peer.Certificate) }, peer: peer);

        Assert.True(call.Call.Report().FingerprintMatches);
    }

    [Fact]
    [SuppressMessage("Security", "CA5350", Justification = "It is what must not count.")]
    public async Task A_certificate_is_refused_that_only_an_unwanted_hash_names()
    {
        var peer = _test.NewPeer();
        var offer = peer.Offer with
        {
            Fingerprint = $"sha-1 {Hex(SHA1.HashData(peer.Certificate))}{Next}{Another}",
        };
        var accepted = GatewayUnderTest.Accepted(_test.Gateway.Accept(offer.ToString()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.ConnectAsync(accepted.Sdp));

        Assert.False(accepted.Call.Report().FingerprintMatches);
    }

    [Theory]
    [InlineData(Sha1, "sha-1")]
    [InlineData(Unknown + Next + Sha1, "sha3-256, sha-1")]
    [InlineData("sha-256 00:11", "sha-256")]
    public void An_offer_without_a_fingerprint_that_can_be_checked_is_refused_by_its_hashes(string all, string named)
    {
        var refused = Assert.IsType<MediaAnswer.Refused>(
            _test.Gateway.Accept(new OfferText { Fingerprint = all }.ToString()));

        Assert.Equal(OfferRefusal.NoFingerprint, refused.Reason);
        Assert.Contains($"{named} is not taken", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_order_of_the_same_fingerprints_keeps_the_association()
    {
        var peer = _test.NewPeer();
        var own = Spelled("<256>", peer.Certificate);
        var call = await _test.ConnectAsync(
            change: o => o with { Fingerprint = $"{own}{Next}{Another}" }, peer: peer);

        var turned = call.Offer with { Fingerprint = $"{Another}{Next}{own.ToLowerInvariant()}" };
        GatewayUnderTest.Accepted(call.Call.Reoffer(turned.ToString()));

        await AssertEchoAsync(call);
    }

    [Fact]
    public async Task Other_fingerprints_of_the_same_certificate_let_either_association_go_on()
    {
        var peer = _test.NewPeer();
        var own = Spelled("<256>", peer.Certificate);
        var call = await _test.ConnectAsync(
            change: o => o with { Fingerprint = $"{own}{Next}{Another}" }, peer: peer);

        var answer = GatewayUnderTest.Accepted(
            call.Call.Reoffer((call.Offer with { Fingerprint = own }).ToString())).Sdp;
        await AssertEchoAsync(call);

        // RFC 8842 section 3.1 wants a new one, and a client that knows begins it.
        await peer.RenewAsync(answer, beginsAnew: true);
        await AssertEchoAsync(call);
    }

    [Fact]
    public async Task Another_certificate_ends_the_association_and_other_ice_credentials_do_not()
    {
        var call = await _test.ConnectAsync();
        GatewayUnderTest.Accepted(call.Call.Reoffer((call.Offer with { Fragment = "other" }).ToString()));
        await AssertEchoAsync(call);

        GatewayUnderTest.Accepted(call.Call.Reoffer((call.Offer with { Fingerprint = Another }).ToString()));

        Assert.Equal(DtlsState.New, call.Call.Report().Dtls);
    }

    private static string Spelled(string spelling, byte[] certificate) => spelling
        .Replace("<256>", $"sha-256 {Hex(SHA256.HashData(certificate))}", StringComparison.Ordinal)
        .Replace("<384>", $"sha-384 {Hex(SHA384.HashData(certificate))}", StringComparison.Ordinal)
        .Replace("<512>", $"SHA-512 {Hex(SHA512.HashData(certificate))}", StringComparison.Ordinal)
        .Replace("<lower>", $"Sha-256 {Hex(SHA256.HashData(certificate)).ToLowerInvariant()}", StringComparison.Ordinal)
        .Replace("<tab>", $"sha-256\t {Hex(SHA256.HashData(certificate))} \t", StringComparison.Ordinal);

    private static string Hex(byte[] hash) => string.Join(':', hash.Select(b => b.ToString("X2")));

    private async Task AssertEchoAsync(ConnectedCall call)
    {
        call.Peer.SendRtp(Rtp.Packet(111, ++_sequence, 960, [1, 2, 3]));
        Assert.Equal([1, 2, 3], Rtp.Payload(await call.Peer.NextRtpAsync()));
    }
}
