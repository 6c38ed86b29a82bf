using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// ICE, DTLS and SRTP of one call, all of whose media are bundled: a gateway's or a caller's, as its side of ICE says.
/// Packets and ticks come from its owner, and it holds no thread and no timer. Not for two threads at once.
/// </summary>
internal sealed class RtcTransport : MediaTransport
{
    private readonly TransportSetting _setting;
    private readonly IReadOnlyList<IPEndPoint> _addresses;
    private readonly long _begunAt;

    /// <param name="addresses">What descriptions name as candidates.</param>
    public RtcTransport(IceAgent ice, TransportSetting setting, IReadOnlyList<IPEndPoint> addresses)
    {
        _setting = setting;
        _addresses = addresses;
        _begunAt = setting.Inputs.Clock.GetTimestamp();
        Ice = ice;
        Id = ice.Credentials.Fragment;
        Dtls = new DtlsAssociation(setting, Send);
    }

    public IceAgent Ice { get; }

    public DtlsAssociation Dtls { get; }

    public override MediaSecurity Security => MediaSecurity.Dtls;

    public override string Id { get; }

    public override IReadOnlyList<string> Names => Ice.Names;

    public override bool IsConnected => Dtls.State == DtlsState.Connected;

    public override TransportStatus Status => new(
        Ice.State,
        Dtls.State,
        Dtls.Reason,
        Dtls.Profile,
        Dtls.FingerprintMatches,
        AddressFor(Ice.Port?.Local),
        Ice.RemoteEndPoint,
        Dtls.Rejected,
        Foreign: 0);

    public override bool IsOpen => Dtls.Srtp is not null && End is null && Ice.Remote is not null;

    public override LocalTransport Describe(bool isOffer) => new SecuredTransport(
        _addresses,
        Ice.Credentials,
        _setting.Identity.Fingerprint,
        Dtls.SetupFor(isOffer),
        IsLite: Ice is IceLiteAgent);

    public override void Take(PeerPath peer, bool isAnswer)
    {
        var path = (SecuredPath)peer;
        Ice.Expect(path.Ice, isAnswer);
        Expect(path.Fingerprints, Dtls.IsClientFor(path.Setup));
    }

    /// <summary>As <see cref="DtlsAssociation.Expect"/>.</summary>
    public void Expect(PeerFingerprints peer, bool isClient) => Dtls.Expect(peer, isClient);

    public override int Receive(Span<byte> packet, PacketKind kind, SocketAddress from, IPacketPort port)
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
                Dtls.Receive(packet);
                AfterDtls();
                return 0;
            case PacketKind.Rtp or PacketKind.Rtcp when Dtls.Srtp is { } srtp:
                var length = CountIn(srtp.Open(packet, kind), kind);
                _setting.Capture?.Opened(packet[..length]);
                return length;
            default:
                return 0;
        }
    }

    public override bool ReceiveStun(in StunMessage message, SocketAddress from, IPacketPort port)
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

    public override int SendRtp(Span<byte> buffer, int length)
    {
        if (!IsOpen)
        {
            return 0;
        }

        _setting.Capture?.Seals(buffer[..length]);
        return CountOut(Send(buffer, Dtls.Srtp!.SealRtp(buffer, length)));
    }

    public override int RepeatRtp(Span<byte> buffer, int length)
    {
        if (!IsOpen)
        {
            return 0;
        }

        _setting.Capture?.Seals(buffer[..length]);
        return CountOut(Send(buffer, Dtls.Srtp!.SealRtpAgain(buffer, length)));
    }

    public override void SendRtcp(Span<byte> buffer, int length)
    {
        if (IsOpen)
        {
            _setting.Capture?.Seals(buffer[..length]);
            Send(buffer, Dtls.Srtp!.SealRtcp(buffer, length));
        }
    }

    public override void Tick()
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
        else if (Dtls is { HasConnected: false, IsHalfOpen: false }
            && End is null
            && _setting.Inputs.Clock.GetElapsedTime(_begunAt) >= _setting.ConnectWithin)
        {
            Finish(Ice.State == IceState.Waiting ? TransportEnd.NeverConnected : TransportEnd.NeverSecured);
        }
    }

    public override void Close()
    {
        if (End is null)
        {
            Dtls.Close();
            Finish(TransportEnd.Closed);
        }
    }

    public override void Dispose()
    {
        Close();
        Dtls.Dispose();
    }

    // Behind a translation of addresses packets come to none that is named: the first of that kind stands for it.
    private IPEndPoint? AddressFor(IPEndPoint? local) =>
        local is null ? null
        : _addresses.Contains(local) ? local
        : _addresses.FirstOrDefault(a => a.AddressFamily == local.AddressFamily) ?? _addresses[0];

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

    // A client waits for nobody but ICE, which shows where the server is.
    private void BeginAsClient()
    {
        if (Ice.Remote is not null)
        {
            Dtls.BeginAsClient();
        }
    }

    private void AfterDtls()
    {
        if (End is null && Dtls.End is { } end)
        {
            Finish(end);
        }
    }

    private void Finish(TransportEnd end)
    {
        End = end;
        Dtls.LeaveHalfOpen();
    }
}
