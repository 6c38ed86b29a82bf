using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>A phone without ICE whose handshake goes over sockets of this machine.</summary>
public sealed class SocketPhoneTests : IAsyncDisposable
{
    private static readonly MediaOptions Echoing = new()
    {
        Source = MediaSource.Echo,
        TakesPhones = true,
        Security = MediaSecurity.DtlsWithoutIce,
        Codecs = new HashSet<Codec> { Codec.Pcmu },
    };

    private readonly GatewayUnderTest _test = new();
    private readonly ManualTime _time = new();
    private readonly DtlsIdentity _identity;
    private readonly PhonePorts _ports;
    private readonly RtpTransport _transport;
    private readonly RtcCore _phone;
    private readonly Lock _gate = new();

    public SocketPhoneTests()
    {
        var inputs = new RtcInputs(_time, new SecureRandomSource());
        _identity = inputs.Random.NewIdentity(_time);
        _ports = new PhonePorts(IPAddress.Loopback, [], first: 0, pairsMax: 1, _test.Guard);
        var setting = new TransportSetting(_identity, DtlsPair.AllProfiles, new HandshakeQuota(1), inputs);
        _transport = new RtpTransport(MediaSecurity.DtlsWithoutIce, () => _ports.TryOpen(null), setting);
        Assert.True(_transport.TryOpen([MediaKind.Audio]));
        _phone = new RtcCore(_transport, setting);
        _transport.Start(
            (buffer, length, from, port) =>
            {
                lock (_gate)
                {
                    _phone.Receive(buffer, length, PacketKinds.Of(buffer[..length]), from, port);
                }
            },
            _ => { });
    }

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        lock (_gate)
        {
            _phone.Close();
            _phone.Dispose();
        }

        await _ports.DisposeAsync();
        _identity.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_phone_and_the_gateway_shake_hands_and_sound_comes_back(bool isCalled)
    {
        using var call = isCalled ? BeCalled() : Call();

        await _test.WhileTimeGoesOnAsync(Eventually.IsTrueAsync("an echo", () =>
        {
            lock (_gate)
            {
                _time.Advance(TimeSpan.FromMilliseconds(20));
                _phone.Tick();
                return _phone.Lines.Report()[0].PacketsIn > 10;
            }
        }));

        var report = call.Report();
        Assert.Equal((DtlsState.Connected, true), (report.Dtls, report.FingerprintMatches));
        Assert.Equal((0, 0), (report.Rejected, report.Foreign));
        lock (_gate)
        {
            Assert.Equal(report.Profile, _phone.Report(MediaSource.Tone).Profile);
        }
    }

    private MediaCall Call()
    {
        lock (_gate)
        {
            var (call, answer) = GatewayUnderTest.Accepted(
                _test.Gateway.Accept(_phone.FirstOffer([Codec.Pcmu]), Echoing));
            var text = SdpDescription.Parse(answer, out _)!;
            var (read, _) = Offer.ReadAnswer(text, Readable, out var detail) ?? throw new FormatException(detail);
            Assert.True(_phone.TakeAnswer(text, read, MediaSource.Tone));
            return call;
        }
    }

    private MediaCall BeCalled()
    {
        lock (_gate)
        {
            var (call, offer) = GatewayUnderTest.Accepted(_test.Gateway.Offer(Echoing));
            var read = Offer.Read(offer, Readable, out _, out var detail) ?? throw new FormatException(detail);
            Assert.Null(call.TakeAnswer(_phone.Answer(read, MediaSource.Tone)));
            return call;
        }
    }

    private static OfferWishes Readable =>
        new(new HashSet<Codec> { Codec.Pcmu }, [MediaSecurity.DtlsWithoutIce]);
}
