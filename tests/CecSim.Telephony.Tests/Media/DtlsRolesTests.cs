namespace CecSim.Telephony.Tests.Media;

/// <summary>Who begins the DTLS handshake, at first and later: RFC 4145 section 4, RFC 8842.</summary>
public sealed class DtlsRolesTests : IAsyncDisposable
{
    private readonly GatewayUnderTest _test = new();
    private int _sequence;

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [InlineData("passive", "active")]
    [InlineData("PASSIVE", "active")]
    [InlineData("active", "passive")]
    [InlineData("actpass", "passive")]
    [InlineData(null, "passive")]
    public async Task A_peer_of_either_role_is_connected(string? offered, string answered)
    {
        var call = await ConnectAsync(o => offered is null
            ? o with { Without = ["a=setup"] }
            : o with { Setup = offered });

        Assert.Equal(answered, SdpLines.Value(call.Answer, "a=setup:"));
        Assert.True(call.Call.Report().FingerprintMatches);
        await AssertEchoAsync(call);
    }

    [Theory]
    [InlineData("holdconn")]
    [InlineData("both")]
    public void A_role_that_dtls_has_not_is_refused_by_name(string setup)
    {
        var refused = Assert.IsType<MediaAnswer.Refused>(
            _test.Gateway.Accept(new OfferText { Setup = setup }.ToString()));

        Assert.Equal(OfferRefusal.UnknownSetup, refused.Reason);
        Assert.Contains(setup, refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("passive", "active")]
    [InlineData("active", "passive")]
    public async Task A_later_offer_that_leaves_the_choice_keeps_roles_and_association(string first, string kept)
    {
        var call = await ConnectAsync(o => o with { Setup = first });

        var answer = GatewayUnderTest.Accepted(
            call.Call.Reoffer((call.Offer with { Setup = "actpass" }).ToString())).Sdp;

        Assert.Equal(kept, SdpLines.Value(answer, "a=setup:"));
        await AssertEchoAsync(call);
    }

    [Theory]
    [InlineData("actpass", "passive", "active")]
    [InlineData("passive", "active", "passive")]
    public async Task A_later_offer_that_changes_the_roles_begins_a_new_association(
        string first, string second, string answered)
    {
        var call = await ConnectAsync(o => o with { Setup = first });

        var answer = GatewayUnderTest.Accepted(
            call.Call.Reoffer((call.Offer with { Setup = second }).ToString())).Sdp;
        Assert.Equal(answered, SdpLines.Value(answer, "a=setup:"));
        Assert.NotEqual(DtlsState.Connected, call.Call.Report().Dtls);

        await _test.WhileTimeGoesOnAsync(call.Peer.RenewAsync(answer));
        await AssertEchoAsync(call);
    }

    [Theory]
    [InlineData("passive", "active")]
    [InlineData("actpass", "passive")]
    public async Task A_later_offer_of_the_gateway_names_its_part_so_that_nobody_takes_another(
        string first, string named)
    {
        var call = await ConnectAsync(o => o with { Setup = first });

        var offer = call.Call.WriteOffer(MediaDirection.SendOnly);

        Assert.Equal(named, SdpLines.Value(offer, "a=setup:"));
        var other = named == "active" ? "passive" : "active";
        Assert.Null(call.Call.TakeAnswer((call.Offer with { Setup = other }).ToString()));
        Assert.Equal(DtlsState.Connected, call.Call.Report().Dtls);
    }

    [Fact]
    public async Task A_gateway_that_begins_and_hears_nothing_gives_up()
    {
        var peer = _test.NewPeer();
        var accepted = GatewayUnderTest.Accepted(
            _test.Gateway.Accept((peer.Offer with { Setup = "passive" }).ToString()));
        peer.Take(accepted.Sdp);
        await peer.CheckAsync();

        _test.Time.Advance(TimeSpan.FromSeconds(15));
        await peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromSeconds(16));

        Assert.Equal(TransportEnd.HandshakeFailed, accepted.Call.Report().End);
        Assert.Equal(0, _test.Gateway.Counts.HalfOpenHandshakes);
    }

    private async Task<ConnectedCall> ConnectAsync(Func<OfferText, OfferText> change)
    {
        var connecting = _test.ConnectAsync(change: change);
        await _test.WhileTimeGoesOnAsync(connecting);
        return await connecting;
    }

    private async Task AssertEchoAsync(ConnectedCall call)
    {
        call.Peer.SendRtp(Rtp.Packet(111, ++_sequence, 960, [1, 2, 3]));
        Assert.Equal([1, 2, 3], Rtp.Payload(await call.Peer.NextRtpAsync()));
    }
}
