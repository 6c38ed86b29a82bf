using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media;

/// <summary>
/// The far end of WebRTC calls: one UDP port, one receive loop for each address and one timer for all of them. It
/// answers offers and makes some; who brings them, over SIP or otherwise, is not its business.
/// </summary>
public sealed class MediaGateway : IAsyncDisposable
{
    private readonly GatewayCore _core;
    private readonly DtlsIdentity _identity;
    private readonly PacketPorts _ports;
    private readonly PhonePorts _phones;
    private readonly Ticker _ticker;

    /// <param name="guard">Where its packets and ticks are handled; a call in which that throws fails alone.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The port cannot be opened.</exception>
    public MediaGateway(MediaSettings settings, TimeProvider clock, Guard guard)
        : this(settings, MediaPort.Open(settings), clock, guard)
    {
    }

    /// <param name="port">It is the gateway's from now on.</param>
    /// <param name="guard">Where its packets and ticks are handled; a call in which that throws fails alone.</param>
    /// <param name="meter">Told what its calls measure; its owner's.</param>
    public MediaGateway(
        MediaSettings settings, MediaPort port, TimeProvider clock, Guard guard, TelephonyMeter? meter = null)
    {
        var inputs = new RtcInputs(clock, RandomSource.Secure);
        _identity = inputs.Random.NewIdentity(clock);
        _ports = port.Ports;
        Addresses = AdvertisedAddresses.Of(settings, _ports.Number);
        _phones = new PhonePorts(
            settings.BindAddress, settings.AdvertisedAddresses, settings.PhonePorts, settings.PhonesMax, guard);
        _core = new GatewayCore(settings, Addresses, _identity, inputs, guard, meter, _phones);
        _ticker = new Ticker(_core.Tick, () => _core.IsIdle, clock, guard);
        _ports.StartOnThreads(_core.Receive, guard);
    }

    /// <summary>What answers name as candidates, in this order.</summary>
    public IReadOnlyList<IPEndPoint> Addresses { get; }

    public IReadOnlyList<MediaCall> Calls => [.. _core.Calls];

    public GatewayCounts Counts => _core.Counts with { PhonePorts = 2 * _phones.Open };

    /// <summary>
    /// Answers the offer of a browser, or of a phone where those are taken. Packets are expected from then on, and
    /// <see cref="MediaCall.Close"/> ends it.
    /// </summary>
    public MediaAnswer Accept(string sdpOffer, MediaOptions? wishes = null) =>
        Awake(_core.Accept(sdpOffer, wishes ?? new MediaOptions()));

    /// <summary>
    /// Makes an offer for a peer that brings none. Packets are expected once <see cref="MediaCall.TakeAnswer"/> has its
    /// answer, and <see cref="MediaCall.Close"/> ends it.
    /// </summary>
    public MediaAnswer Offer(MediaOptions? wishes = null) => Awake(_core.Offer(wishes ?? new MediaOptions()));

    /// <summary>Ends all calls, then the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ticker.DisposeAsync();
        foreach (var call in _core.Calls)
        {
            call.Close();
        }

        await _phones.DisposeAsync();
        await _ports.DisposeAsync();
        _identity.Dispose();
    }

    private MediaAnswer Awake(MediaAnswer answer)
    {
        if (answer is MediaAnswer.Accepted)
        {
            _ticker.Wake();
        }

        return answer;
    }
}
