using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// ICE, DTLS and SRTP of one call, all of whose media are bundled: a gateway's or a caller's, as its side of ICE says.
/// Packets and ticks come from its owner, and it holds no thread and no timer. Not for two threads at once.
/// </summary>
internal sealed class RtcTransport : IMediaPath, IDisposable
{
    private readonly TransportSetting _setting;
    private readonly long _begunAt;
    private bool _hasConnected;
    private bool _halfOpen;
    private long _halfOpenSince;

    public RtcTransport(IceAgent ice, TransportSetting setting)
    {
        _setting = setting;
        _begunAt = setting.Inputs.Clock.GetTimestamp();
        Ice = ice;
        Dtls = new DtlsAssociation(setting.Identity, setting.Profiles, Send, setting.Inputs);
    }

    public IceAgent Ice { get; }

    public DtlsAssociation Dtls { get; }

    public TransportEnd? End { get; private set; }

    public bool IsOpen => Dtls.Srtp is not null && End is null && Ice.Remote is not null;

    /// <summary>As <see cref="DtlsAssociation.Expect"/>.</summary>
    public void Expect(PeerFingerprints peer, bool isClient)
    {
        Dtls.Expect(peer, isClient);
        if (!Dtls.HasBegun)
        {
            LeaveHalfOpen();
        }
    }

    /// <summary>Takes a packet from anywhere. The length of plain RTP or RTCP, or 0.</summary>
    public int Receive(Span<byte> packet, PacketKind kind, SocketAddress from, IPacketPort port)
    {
        if (kind == PacketKind.Stun)
        {
            if (StunMessage.TryRead(packet, out var message))
            {
                ReceiveStun(message, from, port);
            }

            return 0;
        }

        if (End is not null || !Ice.Accepts(from))
        {
            return 0;
        }

        switch (kind)
        {
            case PacketKind.Dtls:
                ReceiveDtls(packet);
                return 0;
            case PacketKind.Rtp or PacketKind.Rtcp when Dtls.Srtp is { } srtp:
                return CountIn(srtp.Open(packet, kind), kind);
            default:
                return 0;
        }
    }

    /// <summary>
    /// The same of a check or an answer that is read already. False for a check that is not this call's.
    /// </summary>
    public bool ReceiveStun(in StunMessage message, SocketAddress from, IPacketPort port)
    {
        if (End is not null)
        {
            return false;
        }

        if (message.Type == StunType.BindingRequest)
        {
            return Ice.Answer(message, from, port);
        }

        Ice.TakeAnswer(message, from);
        BeginAsClient();
        return true;
    }

    public int SendRtp(Span<byte> buffer, int length) =>
        IsOpen ? CountOut(Send(buffer, Dtls.Srtp!.SealRtp(buffer, length))) : 0;

    public int RepeatRtp(Span<byte> buffer, int length) =>
        IsOpen ? CountOut(Send(buffer, Dtls.Srtp!.SealRtpAgain(buffer, length))) : 0;

    public void SendRtcp(Span<byte> buffer, int length)
    {
        if (IsOpen)
        {
            Send(buffer, Dtls.Srtp!.SealRtcp(buffer, length));
        }
    }

    public void Tick()
    {
        if (End is not null)
        {
            return;
        }

        BeginAsClient();
        Dtls.Tick();
        AfterDtls();
        if (Ice.Tick())
        {
            Finish(TransportEnd.ConsentLost);
        }
        else if (_halfOpen && HasPassed(_setting.ShakeHandsWithin, _halfOpenSince))
        {
            Finish(TransportEnd.HandshakeFailed);
        }
        else if (!_hasConnected && !_halfOpen && HasPassed(_setting.ConnectWithin, _begunAt))
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

    private bool HasPassed(TimeSpan time, long since) => _setting.Inputs.Clock.GetElapsedTime(since) >= time;

    private void Send(ReadOnlySpan<byte> packet) => Ice.Port!.Send(packet, Ice.Remote!);

    private int Send(ReadOnlySpan<byte> buffer, int sealedLength)
    {
        if (sealedLength > 0)
        {
            Send(buffer[..sealedLength]);
        }

        return sealedLength;
    }

    private int CountIn(int plainLength, PacketKind kind)
    {
        if (plainLength == 0)
        {
            _setting.Meter?.CountRejected();
        }
        else if (kind == PacketKind.Rtp)
        {
            _setting.Meter?.CountIn();
        }

        return plainLength;
    }

    private int CountOut(int sealedLength)
    {
        if (sealedLength > 0)
        {
            _setting.Meter?.CountOut();
        }

        return sealedLength;
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

    // A client waits for nobody but ICE, which shows where the server is.
    private void BeginAsClient()
    {
        if (Dtls is { IsClient: true, HasBegun: false } && Ice.Remote is not null)
        {
            TryBegin();
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
        _halfOpenSince = _setting.Inputs.Clock.GetTimestamp();
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
