using CecSim.Telephony.Capture;
using CecSim.Telephony.WebRtc;
using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.Media;

/// <summary>
/// A gateway but for its sockets and its timer: which call a packet is of, and how a new one comes to be. Its packets
/// and ticks come from any threads.
/// </summary>
internal sealed class GatewayCore
{
    private readonly CallTable _table = new();
    private readonly IReadOnlyList<IPEndPoint> _addresses;
    private readonly TransportSetting _setting;
    private readonly TimeSpan _consentLife;
    private readonly int _callsMax;
    private readonly int _phonesMax;
    private readonly IPhonePorts? _phones;
    private readonly Guard _guard;
    private readonly Nuisance _strangers;
    private readonly PacketCaptures? _captures;

    /// <param name="addresses">What answers name as candidates.</param>
    /// <param name="phones">Where phones without ICE send to; null where they cannot be carried.</param>
    /// <param name="guard">Where packets and ticks are handled; a call in which that throws fails alone.</param>
    public GatewayCore(
        MediaSettings settings,
        IReadOnlyList<IPEndPoint> addresses,
        DtlsIdentity identity,
        RtcInputs inputs,
        Guard guard,
        TelephonyMeter? meter = null,
        IPhonePorts? phones = null)
    {
        _phones = phones;
        _phonesMax = settings.PhonesMax;
        _addresses = addresses;
        _consentLife = settings.ConsentLife;
        _callsMax = settings.CallsMax;
        _guard = guard;
        _captures = settings.Capture is { } capture ? new PacketCaptures(inputs.Clock, capture) : null;
        _strangers = guard.Nuisance("media.strangers", "A packet came to the media port that is of no call");
        _setting = new TransportSetting(
            identity, settings.Profiles, new HandshakeQuota(settings.HalfOpenHandshakesMax), inputs)
        {
            ConnectWithin = settings.ConnectWithin,
            ShakeHandsWithin = settings.ConsentLife,
            SilenceMax = settings.PhoneSilenceMax,
            Meter = meter,
        };
    }

    public IEnumerable<MediaCall> Calls => _table.Calls;

    public bool IsIdle => _table.Count == 0;

    public GatewayCounts Counts => new(
        _table.Count,
        _table.Fragments,
        _table.Addresses,
        _setting.Handshakes.Open,
        _strangers.Count);

    /// <summary>As of <see cref="MediaGateway.Accept"/>.</summary>
    public MediaAnswer Accept(string sdpOffer, MediaOptions wishes)
    {
        if (WebRtc.Sdp.Offer.Read(sdpOffer, wishes.Readable, out var refusal, out var detail) is not { } offer)
        {
            return new MediaAnswer.Refused(refusal, detail);
        }

        var peer = (offer.Path as UnbundledPath)?.Address ?? wishes.PeerAddress;
        return Begin(wishes, offer.Path.Security, offer.Kinds, peer, out var full) is { } call
            ? new MediaAnswer.Accepted(call, call.Open(offer))
            : full;
    }

    /// <summary>As of <see cref="MediaGateway.Offer"/>.</summary>
    public MediaAnswer Offer(MediaOptions wishes) =>
        Begin(wishes, wishes.Security, wishes.Offered.Select(c => c.Kind()), wishes.PeerAddress, out var full)
            is { } call
            ? new MediaAnswer.Accepted(call, call.Open())
            : full;

    public void Receive(Span<byte> buffer, int length, SocketAddress from, IPacketPort port)
    {
        var kind = PacketKinds.Of(buffer[..length]);
        if (kind == PacketKind.Stun)
        {
            ReceiveCheck(buffer[..length], from, port);
        }
        else if (kind != PacketKind.None && _table.At(from) is { } call)
        {
            Hand(call, buffer, length, kind, from, port);
        }
        else
        {
            _strangers.Add(new Sender(from));
        }
    }

    public void Tick()
    {
        foreach (var call in _table.Calls)
        {
            try
            {
                call.Tick();
            }
            catch (Exception e)
            {
                _guard.Report("media timer of a call", e, call.Fail);
            }
        }
    }

    private void Hand(
        MediaCall call, Span<byte> buffer, int length, PacketKind kind, SocketAddress from, IPacketPort port)
    {
        try
        {
            call.Receive(buffer, length, kind, from, port);
        }
        catch (Exception e)
        {
            // Most likely of somebody who listens to the call's events.
            _guard.Report("media packet of a call", e, call.Fail);
        }
    }

    private MediaCall? Begin(
        MediaOptions wishes,
        MediaSecurity security,
        IEnumerable<MediaKind> kinds,
        IPAddress? peer,
        out MediaAnswer.Refused full)
    {
        full = new(OfferRefusal.TooManyCalls, $"The gateway carries {_callsMax} calls already.");
        if (_table.Count >= _callsMax)
        {
            return null;
        }

        var capture = _captures?.Begin();
        var setting = (wishes.Trouble?.RefusesHandshake == true ? _setting with { Profiles = [] } : _setting) with
        {
            Capture = capture,
        };
        if (security == MediaSecurity.Dtls)
        {
            var ice = new IceLiteAgent(_consentLife, _setting.Inputs);
            return new MediaCall(_table, new RtcTransport(ice, setting, _addresses), setting, wishes);
        }

        var transport = new RtpTransport(security, Open, setting);
        if (!transport.TryOpen(kinds))
        {
            transport.Dispose();
            full = new(
                OfferRefusal.TooManyCalls,
                $"There are no ports left for the media of a phone without ICE: {_phonesMax} lines may have some.");
            return null;
        }

        var call = new MediaCall(_table, transport, setting, wishes);
        transport.Start(
            (buffer, length, from, port) =>
                Hand(call, buffer, length, PacketKinds.Of(buffer[..length]), from, port),
            call.Fail);
        return call;

        IPortPair? Open() => _phones?.TryOpen(peer) is not { } ports ? null
            : capture is null ? ports
            : new CapturedPortPair(ports, capture);
    }

    private void ReceiveCheck(ReadOnlySpan<byte> packet, SocketAddress from, IPacketPort port)
    {
        if (!StunMessage.TryRead(packet, out var check)
            || check.Type != StunType.BindingRequest
            || !(check.HasFingerprint || check.HasIntegrity))
        {
            _strangers.Add(new Sender(from));
            return;
        }

        var call = _table.Named(ConnectivityCheck.FragmentOf(check));
        if (call?.IgnoresChecks == true || call?.ReceiveCheck(check, from, port) == true)
        {
            return;
        }

        _strangers.Add(new Sender(from));

        // RFC 8445 section 7.1 has checks carry FINGERPRINT; without it nobody can tell that it is one.
        if (check.HasFingerprint)
        {
            Span<byte> buffer = stackalloc byte[ConnectivityCheck.AnswerLengthMax];
            port.Send(ConnectivityCheck.Refuse(buffer, check), from);
        }
    }

    private readonly struct Sender(SocketAddress address)
    {
        public override string ToString() => $"from {IceAgent.EndPointOf(address)}";
    }
}
