using System.Net;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// ICE, DTLS and SRTP of one call, all of whose media are bundled. It holds no thread and no timer, and is not for two
/// threads at once.
/// </summary>
internal sealed class WebRtcTransport(TransportSetting setting, CertificateFingerprint peer) : IMediaPath, IDisposable
{
    private ServerHandshake? _handshake;
    private DtlsSession? _dtls;
    private SrtpChannel? _srtp;
    private long _rejectedBefore;
    private bool _halfOpen;
    private long _halfOpenSince;

    public IceLiteAgent Ice { get; } = new(setting.ConsentLife, setting.Clock);

    public DtlsState DtlsState => _dtls?.State ?? DtlsState.New;

    public string? DtlsReason => _dtls?.Reason;

    /// <summary>Whether the peer's certificate is the one that its SDP named; null while it has shown none.</summary>
    public bool? FingerprintMatches => _handshake?.PeerMatches;

    public SrtpProfile? Profile => _dtls?.Keys?.Profile;

    /// <summary>Packets that were forged, replayed or damaged.</summary>
    public long Rejected => _rejectedBefore + (_srtp?.Rejected ?? 0);

    public TransportEnd? End { get; private set; }

    public bool IsOpen => _srtp is not null && End is null && Ice.Remote is not null;

    /// <summary>A check's answer, and whether the check was this call's.</summary>
    public ReadOnlySpan<byte> Answer(Span<byte> buffer, in StunMessage check, SocketAddress from) =>
        End is null ? Ice.Answer(buffer, check, from) : default;

    /// <summary>
    /// A peer that comes back with another certificate wants a new association: RFC 8842 section 5.5.
    /// </summary>
    public void Expect(CertificateFingerprint fingerprint)
    {
        if (fingerprint == peer)
        {
            return;
        }

        peer = fingerprint;
        ForgetAssociation();
    }

    /// <summary>
    /// Takes a packet from an address that a valid check came from. The length of plain RTP or RTCP, or 0.
    /// </summary>
    public int Receive(Span<byte> packet, PacketKind kind)
    {
        switch (kind)
        {
            case PacketKind.Dtls when End is null:
                ReceiveDtls(packet);
                return 0;
            case PacketKind.Rtp or PacketKind.Rtcp when _srtp is not null:
                return _srtp.Open(packet, kind);
            default:
                return 0;
        }
    }

    public int SendRtp(Span<byte> buffer, int length) => IsOpen ? _srtp!.SendRtp(buffer, length, Ice.Remote!) : 0;

    public int RepeatRtp(Span<byte> buffer, int length) => IsOpen ? _srtp!.RepeatRtp(buffer, length, Ice.Remote!) : 0;

    public void SendRtcp(Span<byte> buffer, int length)
    {
        if (IsOpen)
        {
            _srtp!.SendRtcp(buffer, length, Ice.Remote!);
        }
    }

    public void Tick()
    {
        if (End is not null)
        {
            return;
        }

        _dtls?.Tick();
        AfterDtls();
        if (Ice.Expires())
        {
            Finish(TransportEnd.ConsentLost);
        }
        else if (_halfOpen && setting.Clock.GetElapsedTime(_halfOpenSince) >= setting.ConsentLife)
        {
            Finish(TransportEnd.HandshakeFailed);
        }
    }

    public void Close()
    {
        if (End is null)
        {
            if (DtlsState is DtlsState.Connected or DtlsState.Handshaking)
            {
                _dtls!.Close();
            }

            Finish(TransportEnd.Closed);
        }
    }

    /// <summary>Gives the keys back; the states can still be read.</summary>
    public void Dispose()
    {
        Close();
        _dtls?.Dispose();
        ForgetKeys();
    }

    private void ReceiveDtls(ReadOnlySpan<byte> datagram)
    {
        if (_dtls is null && !TryBegin())
        {
            return;
        }

        _dtls!.Receive(datagram);
        AfterDtls();
    }

    private bool TryBegin()
    {
        if (!setting.Handshakes.TryEnter())
        {
            return false;
        }

        _halfOpen = true;
        _halfOpenSince = setting.Clock.GetTimestamp();
        _handshake = new ServerHandshake(setting.Identity, peer, setting.Profiles);
        _dtls = new DtlsSession(
            _handshake,
            datagram => setting.Output(datagram, Ice.Remote!),
            setting.Clock);
        return true;
    }

    private void AfterDtls()
    {
        switch (DtlsState)
        {
            case DtlsState.Connected when _srtp is null:
                _srtp = new SrtpChannel(_dtls!.Keys!, setting.Output);
                LeaveHalfOpen();
                break;
            case DtlsState.Closed when End is null:
                Finish(TransportEnd.ClosedByPeer);
                break;
            case DtlsState.Failed when End is null:
                Finish(TransportEnd.HandshakeFailed);
                break;
            default:
                break;
        }
    }

    private void Finish(TransportEnd end)
    {
        End = end;
        LeaveHalfOpen();
    }

    private void LeaveHalfOpen()
    {
        if (_halfOpen)
        {
            _halfOpen = false;
            setting.Handshakes.Leave();
        }
    }

    private void ForgetAssociation()
    {
        LeaveHalfOpen();
        _dtls?.Dispose();
        ForgetKeys();
        (_handshake, _dtls) = (null, null);
    }

    private void ForgetKeys()
    {
        _rejectedBefore = Rejected;
        _srtp?.Dispose();
        _srtp = null;
    }
}
