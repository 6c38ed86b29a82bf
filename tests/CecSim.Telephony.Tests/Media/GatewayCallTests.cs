namespace CecSim.Telephony.Tests.Media;

public sealed class GatewayCallTests : IAsyncDisposable
{
    private readonly GatewayUnderTest _test = new();

    public static TheoryData<SrtpProfile> Profiles => [SrtpProfile.AesCm128HmacSha1Tag80, SrtpProfile.AeadAes128Gcm];

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_call_connects_and_echoes_with_every_profile(SrtpProfile profile)
    {
        await using var peer = new TestPeer { Profiles = [profile] };
        var call = await _test.ConnectAsync(peer: peer);

        peer.SendRtp(Rtp.Packet(111, 1, 960, [1, 2, 3]));

        Assert.Equal([1, 2, 3], Rtp.Payload(await peer.NextRtpAsync()));
        Assert.Equal(profile, call.Call.Report().Profile);
        Assert.Equal(peer.Local, call.Call.Report().Remote);
    }

    [Fact]
    public async Task A_check_is_answered_with_the_address_it_came_from()
    {
        var peer = _test.NewPeer();
        peer.Take(GatewayUnderTest.Accepted(_test.Gateway.Accept(peer.Offer.ToString())).Sdp);

        Assert.True(StunMessage.TryRead(await peer.CheckAsync(), out var answer));

        Assert.Equal(StunType.BindingSuccess, answer.Type);
        Assert.Equal(peer.Local, answer.MappedAddress);
    }

    [Theory]
    [InlineData("nobody", null)]
    [InlineData(null, "a-wrong-password-of-some-length")]
    public async Task A_check_that_nobody_expects_is_refused_and_leads_nowhere(string? fragment, string? password)
    {
        var peer = _test.NewPeer();
        peer.Take(GatewayUnderTest.Accepted(_test.Gateway.Accept(peer.Offer.ToString())).Sdp);

        Assert.True(StunMessage.TryRead(await peer.CheckAsync(fragment: fragment, password: password), out var answer));

        Assert.Equal(401, answer.ErrorCode);
        Assert.Equal(0, _test.Gateway.Counts.Addresses);
    }

    [Fact]
    public async Task Media_end_when_checks_stop_coming_for_thirty_seconds()
    {
        var call = await _test.ConnectAsync();
        var ends = new List<TransportEnd>();
        call.Call.Ended += (_, end) => ends.Add(end);

        _test.Time.Advance(TimeSpan.FromSeconds(29));
        await call.Peer.CheckAsync();
        _test.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.Empty(ends);

        _test.Time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal([TransportEnd.ConsentLost], ends);
        Assert.Equal(IceState.ConsentLost, call.Call.Report().Ice);
        Assert.Equal(new GatewayCounts(0, 0, 0, 0, 0), _test.Gateway.Counts);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_call_that_is_closed()
    {
        var call = await _test.ConnectAsync();
        Assert.Equal(new GatewayCounts(1, 1, 1, 0, 0), _test.Gateway.Counts);

        call.Call.Close();
        await call.Peer.Over;

        Assert.Equal(DtlsState.Closed, call.Peer.State);
        Assert.Equal(new GatewayCounts(0, 0, 0, 0, 0), _test.Gateway.Counts);
        Assert.Equal(TransportEnd.Closed, call.Call.Report().End);
    }

    [Fact]
    public async Task A_peer_that_closes_ends_the_call()
    {
        var call = await _test.ConnectAsync();
        var ended = new TaskCompletionSource<TransportEnd>();
        call.Call.Ended += (_, end) => ended.SetResult(end);

        call.Peer.Close();

        Assert.Equal(TransportEnd.ClosedByPeer, await ended.Task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, _test.Gateway.Counts.Calls);
    }

    [Fact]
    public async Task A_peer_with_another_certificate_than_its_offer_named_is_not_let_in()
    {
        var peer = _test.NewPeer();
        var offer = new OfferText { Fingerprint = _test.NewPeer().Offer.Fingerprint };
        var accepted = GatewayUnderTest.Accepted(_test.Gateway.Accept(offer.ToString()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.ConnectAsync(accepted.Sdp));

        Assert.Equal(TransportEnd.HandshakeFailed, accepted.Call.Report().End);
        Assert.Equal(0, _test.Gateway.Counts.Calls);
    }

    [Fact]
    public async Task New_credentials_in_a_later_offer_restart_ice_without_a_new_handshake()
    {
        var call = await _test.ConnectAsync();
        var again = call.Offer with { Fragment = "anew", Password = "another-password-of-22-letters" };

        var answer = GatewayUnderTest.Accepted(call.Call.Reoffer(again.ToString())).Sdp;

        Assert.NotEqual(SdpLines.Value(call.Answer, "a=ice-ufrag:"), SdpLines.Value(answer, "a=ice-ufrag:"));
        Assert.Equal(2, _test.Gateway.Counts.Names);
        Assert.True(StunMessage.TryRead(await call.Peer.CheckAsync(), out var old));
        Assert.Equal(StunType.BindingSuccess, old.Type);
        call.Peer.Take(answer);
        Assert.True(StunMessage.TryRead(await call.Peer.CheckAsync(), out var renewed));
        Assert.Equal(StunType.BindingSuccess, renewed.Type);
        call.Peer.SendRtp(Rtp.Packet(111, 1, 960, [1]));
        await call.Peer.NextRtpAsync();
    }

    [Fact]
    public async Task Media_follow_the_address_that_is_nominated()
    {
        var call = await _test.ConnectAsync();
        await using var elsewhere = new TestPeer();
        elsewhere.Take(call.Answer);

        await elsewhere.CheckAsync(nominate: false);
        Assert.Equal(call.Peer.Local, call.Call.Report().Remote);

        await elsewhere.CheckAsync(nominate: true);
        Assert.Equal(elsewhere.Local, call.Call.Report().Remote);
    }

    [Fact]
    public async Task Packets_of_no_call_are_counted_and_not_answered()
    {
        var call = await _test.ConnectAsync();
        await using var stranger = new TestPeer();
        stranger.Take(call.Answer);

        stranger.SendRaw([0x16, 0xFE, 0xFD, 0, 0]);
        stranger.SendRaw(Rtp.Packet(111, 1, 960, [1]));
        await stranger.CheckAsync(fragment: "nobody");

        Assert.Equal(3, _test.Gateway.Counts.UnmatchedPackets);
        Assert.Empty(_test.Guard.Failures);
    }

    [Fact]
    public async Task One_call_more_than_the_limit_is_refused()
    {
        await using var test = new GatewayUnderTest(new MediaSettings { CallsMax = 1 });
        var offer = new OfferText().ToString();
        var first = GatewayUnderTest.Accepted(test.Gateway.Accept(offer));

        var second = Assert.IsType<MediaAnswer.Refused>(test.Gateway.Accept(offer));
        Assert.Equal(OfferRefusal.TooManyCalls, second.Reason);

        first.Call.Close();
        GatewayUnderTest.Accepted(test.Gateway.Accept(offer));
    }

    [Fact]
    [ThrowsFrom("media packet of a call")]
    public async Task A_listener_that_throws_fails_its_call_and_no_other()
    {
        var call = await _test.ConnectAsync();
        var other = await _test.ConnectAsync();
        var ended = new TaskCompletionSource<TransportEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        call.Call.DigitHeard += (_, _) => throw new InvalidOperationException("not my day");
        call.Call.Ended += (_, why) =>
        {
            ended.SetResult(why);
            throw new InvalidOperationException("nor this one");
        };

        call.Peer.SendRtp(Rtp.Packet(110, 1, 960, [5, 0x8A, 3, 0x20]));

        Assert.Equal(TransportEnd.Closed, await ended.Task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal("media packet of a call failed inside CecSim: not my day", call.Call.Failure?.Why);
        other.Peer.SendRtp(Rtp.Packet(111, 2, 1920, [1]));
        await other.Peer.NextRtpAsync();
        Assert.Null(other.Call.Failure);
        Assert.Equal(
            ["media packet of a call", "media packet of a call, its end"],
            _test.Guard.Failures.Select(f => f.Place));
    }

    [Fact]
    public async Task A_gateway_bound_to_every_address_names_them_all_and_the_loopback_first()
    {
        await using var test = new GatewayUnderTest(new MediaSettings { BindAddress = IPAddress.Any });

        var sdp = GatewayUnderTest.Accepted(test.Gateway.Accept(new OfferText().ToString())).Sdp;

        var candidates = SdpLines.Of(sdp).Where(l => l.StartsWith("a=candidate:", StringComparison.Ordinal)).ToList();
        Assert.Equal(test.Gateway.Addresses.Count, candidates.Count);
        Assert.Contains(" 127.0.0.1 ", candidates[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_name_the_addresses_that_were_set()
    {
        await using var test = new GatewayUnderTest(new MediaSettings
        {
            AdvertisedAddresses = [IPAddress.Parse("192.0.2.7"), IPAddress.Parse("2001:db8::7")],
        });

        var sdp = GatewayUnderTest.Accepted(test.Gateway.Accept(new OfferText().ToString())).Sdp;

        var port = test.Gateway.Addresses[0].Port;
        Assert.Contains($"a=candidate:1 1 udp 2130706431 192.0.2.7 {port} typ host", SdpLines.Of(sdp));
        Assert.Contains($"a=candidate:2 1 udp 2130706175 2001:db8::7 {port} typ host", SdpLines.Of(sdp));
    }

    [Fact]
    public async Task Handshakes_wait_when_too_many_are_half_open()
    {
        await using var test = new GatewayUnderTest(new MediaSettings { HalfOpenHandshakesMax = 1 });
        var (slow, slowCall, _) = await HalfOpenAsync(test);
        var (patient, patientCall, answer) = await HalfOpenAsync(test);
        Assert.Equal(1, test.Gateway.Counts.HalfOpenHandshakes);
        Assert.Equal(DtlsState.New, patientCall.Report().Dtls);

        slowCall.Close();
        await patient.ConnectAsync(answer);

        Assert.Equal(DtlsState.Connected, patientCall.Report().Dtls);
        Assert.Equal(0, test.Gateway.Counts.HalfOpenHandshakes);
        Assert.Equal(DtlsState.New, slow.State);
    }

    [Fact]
    [Shows("6/media-within-30s")]
    public void Media_that_never_come_are_given_up_after_thirty_seconds()
    {
        var call = GatewayUnderTest.Accepted(_test.Gateway.Accept(_test.NewPeer().Offer.ToString())).Call;

        _test.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.Null(call.Report().End);
        _test.Time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(TransportEnd.NeverConnected, call.Report().End);
    }

    [Fact]
    public async Task A_handshake_that_never_goes_on_is_given_up()
    {
        var (peer, call, _) = await HalfOpenAsync(_test);
        _test.Time.Advance(TimeSpan.FromSeconds(29));
        await peer.CheckAsync();

        _test.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TransportEnd.HandshakeFailed, call.Report().End);
        Assert.Equal(0, _test.Gateway.Counts.HalfOpenHandshakes);
    }

    // The second check comes back only after the broken hello before it has been taken.
    private static async Task<(TestPeer Peer, MediaCall Call, string Answer)> HalfOpenAsync(GatewayUnderTest test)
    {
        var peer = test.NewPeer();
        var accepted = GatewayUnderTest.Accepted(test.Gateway.Accept(peer.Offer.ToString()));
        peer.Take(accepted.Sdp);
        await peer.CheckAsync();
        peer.SendRaw([22, 0xFE, 0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        await peer.CheckAsync();
        return (peer, accepted.Call, accepted.Sdp);
    }
}
