using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// RTP of one m-line to an address that stands in the description, by a pair of ports of its own: RFC 3550 section 11.
/// Not for two threads at once.
/// </summary>
internal sealed class RtpSession : IMediaPath, IDisposable
{
    private readonly IPortPair _ports;
    private readonly TransportSetting _setting;
    private readonly MediaSecurity _security;
    private readonly SdesKeys? _keys;
    private readonly RtpComponent _rtp;
    private readonly RtpComponent _rtcp;
    private AddressedPath? _peer;
    private long _expectedSince;

    /// <param name="ports">The session's from now on.</param>
    public RtpSession(MediaSecurity security, IPortPair ports, TransportSetting setting)
    {
        _security = security;
        _ports = ports;
        _setting = setting;
        _keys = security == MediaSecurity.Sdes ? new SdesKeys(setting.Inputs.Random) : null;
        var handshakes = security == MediaSecurity.DtlsWithoutIce ? setting : null;
        (_rtp, _rtcp) = (new RtpComponent(ports.Rtp, handshakes), new RtpComponent(ports.Rtcp, handshakes));
    }

    public IPEndPoint Advertised => _ports.Advertised;

    public IPEndPoint? Remote => _rtp.Latch.RemoteEndPoint;

    public DtlsAssociation? Dtls => _rtp.Dtls;

    public SrtpProfile? Profile => _keys?.Profile ?? Dtls?.Profile;

    public long Rejected => (_keys?.Rejected ?? 0) + (Dtls?.Rejected ?? 0) + (_rtcp.Dtls?.Rejected ?? 0);

    /// <summary>Packets of somebody else than the peer.</summary>
    public long Foreign { get; private set; }

    public bool HasHeard { get; private set; }

    /// <summary>When the peer last sent something.</summary>
    public long QuietSince { get; set; }

    /// <summary>Both sides can send.</summary>
    public bool IsConnected => _peer is not null && (Dtls is null || Dtls.Srtp is not null);

    public bool IsOpen => !IsOver && IsConnected && _rtp.Latch.Remote is not null;

    /// <summary>Nothing is sent any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What ends the call; null for nothing.</summary>
    public TransportEnd? End => Dtls is null || _peer is null ? null
        : Dtls.End is { } end ? end
        : Dtls is { HasConnected: false, IsHalfOpen: false }
            && _setting.Inputs.Clock.GetElapsedTime(_expectedSince) >= _setting.ConnectWithin
            ? TransportEnd.NeverSecured
        : null;

    public void Start(PacketHandler handler, Action<Failure> fail) => _ports.Start(handler, fail);

    public bool Has(IPacketPort port) => port == _ports.Rtp || port == _ports.Rtcp;

    public AddressedTransport Describe(bool isOffer) => new(
        Advertised,
        new IPEndPoint(Advertised.Address, _ports.Rtcp.Local.Port),
        _security switch
        {
            MediaSecurity.Plain => "RTP/AVP",
            MediaSecurity.Sdes => "RTP/SAVP",
            _ => "UDP/TLS/RTP/SAVP",
        },
        // One handshake does for both where the peer can share the port.
        _peer?.Multiplexes ?? Dtls is not null)
    {
        Crypto = _keys?.Describe() ?? [],
        Fingerprint = Dtls is null ? null : _setting.Identity.Fingerprint,
        Setup = Dtls?.SetupFor(isOffer) ?? default,
    };

    public string? Complaint(AddressedPath answer) => answer.Crypto is { } line ? _keys?.Complaint(line) : null;

    public void Take(AddressedPath peer, bool isAnswer)
    {
        if (_peer?.Rtp is null)
        {
            _expectedSince = _setting.Inputs.Clock.GetTimestamp();
        }

        var moves = _peer?.Rtp is { } before && peer.Rtp is { } now && !before.Equals(now);
        _peer = peer;
        if (peer.Crypto is { } line)
        {
            _keys?.Take(line, isAnswer);
        }

        _rtp.Expect(peer, peer.Rtp, moves);
        _rtcp.Expect(peer, peer.Rtcp, moves);
        QuietSince = _setting.Inputs.Clock.GetTimestamp();
    }

    /// <summary>Takes a packet that came to one of its ports. The length of plain RTP or RTCP, or 0.</summary>
    /// <param name="isAgreed">Whether RTP of a payload type has been agreed on.</param>
    public int Receive(
        Span<byte> packet, PacketKind kind, SocketAddress from, IPacketPort port, Func<byte, bool> isAgreed)
    {
        if (IsOver || _peer is null || ComponentOf(kind, port) is not { } component)
        {
            return 0;
        }

        if (kind == PacketKind.Dtls ? !component.ReceiveDtls(packet, from) : !component.Latch.Allows(from))
        {
            Foreign++;
            _setting.Meter?.CountRejected();
            return 0;
        }

        if (kind == PacketKind.Dtls)
        {
            return 0;
        }

        var length = Open(component, packet, kind);
        if (_security != MediaSecurity.Plain)
        {
            _setting.Capture?.Opened(packet[..length]);
        }

        if (length == 0)
        {
            _setting.Meter?.CountRejected();
            return 0;
        }

        // What was never agreed on is no sign of the peer.
        if (kind == PacketKind.Rtp && !(RtpHeader.TryRead(packet, out var header) && isAgreed(header.PayloadType)))
        {
            return length;
        }

        component.Latch.Take(from);
        HasHeard = true;
        QuietSince = _setting.Inputs.Clock.GetTimestamp();
        if (kind == PacketKind.Rtp)
        {
            _setting.Meter?.CountIn();
        }

        return length;
    }

    public int SendRtp(Span<byte> buffer, int length)
    {
        if (!IsOpen)
        {
            return 0;
        }

        Keep(buffer[..length]);
        return SendSealed(buffer, _keys?.SealRtp(buffer, length) ?? Dtls?.Srtp!.SealRtp(buffer, length) ?? length);
    }

    public int RepeatRtp(Span<byte> buffer, int length)
    {
        if (!IsOpen)
        {
            return 0;
        }

        Keep(buffer[..length]);
        return SendSealed(
            buffer, _keys?.SealRtpAgain(buffer, length) ?? Dtls?.Srtp!.SealRtpAgain(buffer, length) ?? length);
    }

    public void SendRtcp(Span<byte> buffer, int length)
    {
        var component = _peer?.Multiplexes == true ? _rtp : _rtcp;
        if (!IsOpen || component.Latch.Remote is null || component.Dtls is { Srtp: null })
        {
            return;
        }

        Keep(buffer[..length]);
        var sealedLength = _keys?.SealRtcp(buffer, length) ?? component.Dtls?.Srtp!.SealRtcp(buffer, length) ?? length;
        if (sealedLength > 0)
        {
            component.Send(buffer[..sealedLength]);
        }
    }

    public void Tick()
    {
        if (!IsOver && _peer is not null)
        {
            _rtp.Tick();
            if (!_peer.Multiplexes)
            {
                _rtcp.Tick();
            }
        }
    }

    public void Close()
    {
        if (!IsOver)
        {
            IsOver = true;
            _rtp.Close();
            _rtcp.Close();
            _ports.GiveBack();
        }
    }

    public void Dispose()
    {
        Close();
        _keys?.Dispose();
        _rtp.Dispose();
        _rtcp.Dispose();
    }

    private int Open(RtpComponent component, Span<byte> packet, PacketKind kind) =>
        _keys is not null ? _keys.Open(packet, kind)
        : component.Dtls is { } dtls ? dtls.Srtp?.Open(packet, kind) ?? 0
        : packet.Length;

    private void Keep(ReadOnlySpan<byte> plain)
    {
        if (_security != MediaSecurity.Plain)
        {
            _setting.Capture?.Seals(plain);
        }
    }

    private int SendSealed(ReadOnlySpan<byte> buffer, int length)
    {
        if (length > 0)
        {
            _rtp.Send(buffer[..length]);
            _setting.Meter?.CountOut();
        }

        return length;
    }

    // RTCP that comes to the port of RTP is the peer's own way to multiplex; the other way round there is none.
    private RtpComponent? ComponentOf(PacketKind kind, IPacketPort port) => kind switch
    {
        PacketKind.Rtp when port == _ports.Rtp => _rtp,
        PacketKind.Rtcp or PacketKind.Dtls => port == _ports.Rtcp ? _rtcp : _rtp,
        _ => null,
    };
}
