namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>The caller's transport against a gateway of either role, without a network in between.</summary>
public sealed class RtcTransportTests : IDisposable
{
    private static readonly IPEndPoint Gateway = new(IPAddress.Loopback, 5090);
    private static readonly IceCredentials Credentials = new("gate", "a-password-of-22-letters-or-more");

    private readonly ManualTime _time = new();
    private readonly DtlsIdentity _caller;
    private readonly DtlsIdentity _gateway;
    private readonly SentPackets _toGateway = [];
    private readonly Queue<byte[]> _toCaller = new();
    private readonly ControllingAgent _ice;
    private readonly RtcTransport _transport;

    public RtcTransportTests()
    {
        _caller = new EcdsaIdentity(_time);
        _gateway = new EcdsaIdentity(_time);
        var inputs = new RtcInputs(_time, RandomSource.Secure);
        _ice = new ControllingAgent(_toGateway, TimeSpan.FromSeconds(30), inputs);
        _transport = new RtcTransport(
            _ice,
            new TransportSetting(_caller, DtlsPair.AllProfiles, new HandshakeQuota(1), inputs),
            [_toGateway.Local]);
    }

    public void Dispose()
    {
        _transport.Dispose();
        _caller.Dispose();
        _gateway.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_shall_begin_the_handshake_does_and_both_end_with_the_same_keys(bool gatewayBegins)
    {
        var caller = PeerFingerprints.Of(_caller.Fingerprint);
        Handshake handshake = gatewayBegins
            ? new ClientHandshake(_gateway, caller, DtlsPair.AllProfiles, RandomSource.Secure)
            : new ServerHandshake(_gateway, caller, DtlsPair.AllProfiles, RandomSource.Secure);
        using var gateway = new DtlsSession(handshake, d => _toCaller.Enqueue(d.ToArray()), _time);
        Begin(gatewayBegins);

        Carry(gateway, gatewayBegins);

        Assert.True(_transport.IsOpen, $"{_transport.Dtls.Reason} {gateway.Reason}");
        Assert.True(_transport.Dtls.FingerprintMatches);
        Assert.Equal(gateway.Keys!.Profile, _transport.Dtls.Profile);
    }

    [Fact]
    public void What_comes_from_elsewhere_than_the_nominated_address_is_passed_over()
    {
        using var gateway = new DtlsSession(
            new ServerHandshake(
                _gateway, PeerFingerprints.Of(_caller.Fingerprint), DtlsPair.AllProfiles, RandomSource.Secure),
            d => _toCaller.Enqueue(d.ToArray()),
            _time);
        Begin(gatewayBegins: false);
        var elsewhere = new IPEndPoint(IPAddress.Loopback, 6000);

        Carry(gateway, gatewayBegins: false, elsewhere);

        Assert.Equal(DtlsState.Handshaking, _transport.Dtls.State);
    }

    private void Begin(bool gatewayBegins)
    {
        _transport.Expect(PeerFingerprints.Of(_gateway.Fingerprint), isClient: !gatewayBegins);
        _ice.Begin(Credentials, [Gateway]);
    }

    // Checks are answered as a lite gateway does; DTLS goes to and fro until both have nothing more to say.
    private void Carry(DtlsSession gateway, bool gatewayBegins, IPEndPoint? dtlsFrom = null)
    {
        var hasBegun = false;
        while (_toGateway.Count + _toCaller.Count > 0)
        {
            if (_toGateway.Count > 0)
            {
                var sent = _toGateway[0].Packet;
                _toGateway.RemoveAt(0);
                Take(sent, gateway);
            }

            if (gatewayBegins && !hasBegun && _transport.Ice.State == IceState.Connected)
            {
                hasBegun = true;
                gateway.Start();
            }

            if (_toCaller.TryDequeue(out var back))
            {
                _transport.Receive(back, PacketKinds.Of(back), (dtlsFrom ?? Gateway).Serialize(), _toGateway);
            }
        }
    }

    private void Take(byte[] packet, DtlsSession gateway)
    {
        if (PacketKinds.Of(packet) != PacketKind.Stun)
        {
            gateway.Receive(packet);
            return;
        }

        var writer = new StunWriter(new byte[200], StunType.BindingSuccess, packet.AsSpan(8, 12));
        _transport.Receive(writer.Finish(Credentials.Key).ToArray(), PacketKind.Stun, Gateway.Serialize(), _toGateway);
    }
}
