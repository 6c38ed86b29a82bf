using System.Net;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// ICE, DTLS and SRTP of one call, all of whose media are bundled. It holds no thread and no timer, and is not for two
/// threads at once.
/// </summary>
internal sealed class WebRtcTransport : IMediaPath, IDisposable
{
    private readonly TransportSetting _setting;
    private readonly long _begunAt;
    private bool _hasConnected;
    private bool _halfOpen;
    private long _halfOpenSince;

    public WebRtcTransport(TransportSetting setting)
    {
        _setting = setting;
        _begunAt = setting.Clock.GetTimestamp();
        Ice = new IceLiteAgent(setting.ConsentLife, setting.Clock);
        Dtls = new DtlsAssociation(
            setting.Identity,
            setting.Profiles,
            datagram => Ice.Port!.Send(datagram, Ice.Remote!),
            (packet, to) => Ice.Port!.Send(packet, to),
            setting.Clock);
    }

    public IceLiteAgent Ice { get; }

    public DtlsAssociation Dtls { get; }

    public TransportEnd? End { get; private set; }

    public bool IsOpen => Dtls.Srtp is not null && End is null && Ice.Remote is not null;

    /// <summary>A check's answer, and whether the check was this call's.</summary>
    public ReadOnlySpan<byte> Answer(Span<byte> buffer, in StunMessage check, SocketAddress from, PacketPort port) =>
        End is null ? Ice.Answer(buffer, check, from, port) : default;

    /// <summary>As <see cref="DtlsAssociation.Expect"/>.</summary>
    public void Expect(PeerFingerprints peer, bool isClient)
    {
        Dtls.Expect(peer, isClient);
        if (!Dtls.HasBegun)
        {
            LeaveHalfOpen();
        }
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
            case PacketKind.Rtp or PacketKind.Rtcp when Dtls.Srtp is { } srtp:
                return srtp.Open(packet, kind);
            default:
                return 0;
        }
    }

    public int SendRtp(Span<byte> buffer, int length) => IsOpen ? Dtls.Srtp!.SendRtp(buffer, length, Ice.Remote!) : 0;

    public int RepeatRtp(Span<byte> buffer, int length) =>
        IsOpen ? Dtls.Srtp!.RepeatRtp(buffer, length, Ice.Remote!) : 0;

    public void SendRtcp(Span<byte> buffer, int length)
    {
        if (IsOpen)
        {
            Dtls.Srtp!.SendRtcp(buffer, length, Ice.Remote!);
        }
    }

    public void Tick()
    {
        if (End is not null)
        {
            return;
        }

        // A client waits for nobody but the first check, which shows where the server is.
        if (Dtls is { IsClient: true, HasBegun: false } && Ice.Remote is not null)
        {
            TryBegin();
        }

        Dtls.Tick();
        AfterDtls();
        if (Ice.Expires())
        {
            Finish(TransportEnd.ConsentLost);
        }
        else if (_halfOpen && _setting.Clock.GetElapsedTime(_halfOpenSince) >= _setting.ConsentLife)
        {
            Finish(TransportEnd.HandshakeFailed);
        }
        else if (!_hasConnected && !_halfOpen && _setting.Clock.GetElapsedTime(_begunAt) >= _setting.ConnectWithin)
        {
            Finish(Ice.State == IceState.Waiting ? TransportEnd.NeverConnected : TransportEnd.NeverSecured);
        }
    }

    public void Close()
    {
        if (End is null)
        {
            Dtls.Close();
            Finish(TransportEnd.Closed);
        }
    }

    /// <summary>Gives the keys back; the states can still be read.</summary>
    public void Dispose()
    {
        Close();
        Dtls.Dispose();
    }

    private void ReceiveDtls(ReadOnlySpan<byte> datagram)
    {
        if (Dtls.IsRenewedBy(datagram))
        {
            Dtls.Forget();
            LeaveHalfOpen();
        }

        if (Dtls.HasBegun || (!Dtls.IsClient && TryBegin()))
        {
            Dtls.Receive(datagram);
            AfterDtls();
        }
    }

    // A client may be faster than the answer that says who it is; it repeats its hello.
    private bool TryBegin()
    {
        if (!Dtls.IsExpected || !_setting.Handshakes.TryEnter())
        {
            return false;
        }

        _halfOpen = true;
        _halfOpenSince = _setting.Clock.GetTimestamp();
        Dtls.Begin();
        return true;
    }

    private void AfterDtls()
    {
        switch (Dtls.State)
        {
            case DtlsState.Connected:
                _hasConnected = true;
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
            _setting.Handshakes.Leave();
        }
    }
}
