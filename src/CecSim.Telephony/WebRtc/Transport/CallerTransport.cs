using System.Net;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Ice;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Stun;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// ICE, DTLS and SRTP of one call on the side that places it. It holds no thread and no timer, and is not for two
/// threads at once.
/// </summary>
internal sealed class CallerTransport : IMediaPath, IDisposable
{
    private readonly byte[] _stunAnswer = new byte[ConnectivityCheck.AnswerLengthMax];
    private readonly PacketOutput _output;

    public CallerTransport(
        DtlsIdentity identity,
        IReadOnlyList<SrtpProfile> profiles,
        TimeSpan consentLife,
        PacketOutput output,
        TimeProvider clock)
    {
        _output = output;
        Ice = new ControllingAgent(output, consentLife, clock);
        Dtls = new DtlsAssociation(identity, profiles, datagram => output(datagram, Ice.Remote!), output, clock);
    }

    public ControllingAgent Ice { get; }

    public DtlsAssociation Dtls { get; }

    public TransportEnd? End { get; private set; }

    public bool IsOpen => Dtls.Srtp is not null && End is null;

    /// <summary>Looks for a way to the gateway and shakes hands; <see cref="Tick"/> repeats what got lost.</summary>
    public void Begin(SdpAnswer answer)
    {
        Dtls.Expect(answer.Offer.Fingerprints, Dtls.IsClientFor(answer.Offer.Setup));
        Ice.Begin(answer.Offer.Ice, answer.Candidates);
    }

    /// <summary>Takes a packet from anywhere. The length of plain RTP or RTCP, or 0.</summary>
    public int Receive(Span<byte> packet, PacketKind kind, SocketAddress from)
    {
        if (kind == PacketKind.Stun)
        {
            ReceiveStun(packet, from);
            return 0;
        }

        if (End is not null || Ice.Remote?.Equals(from) != true)
        {
            return 0;
        }

        if (kind == PacketKind.Dtls)
        {
            if (Dtls.IsRenewedBy(packet))
            {
                Dtls.Forget();
                Dtls.Begin();
            }

            Dtls.Receive(packet);
            AfterDtls();
            return 0;
        }

        return Dtls.Srtp?.Open(packet, kind) ?? 0;
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

        BeginHandshake();
        Dtls.Tick();
        AfterDtls();
        if (Ice.Tick())
        {
            End = TransportEnd.ConsentLost;
        }
    }

    public void Close()
    {
        Dtls.Close();
        End ??= TransportEnd.Closed;
    }

    /// <summary>Gives the keys back; the states can still be read.</summary>
    public void Dispose()
    {
        Close();
        Dtls.Dispose();
    }

    private void ReceiveStun(ReadOnlySpan<byte> packet, SocketAddress from)
    {
        if (!StunMessage.TryRead(packet, out var message))
        {
            return;
        }

        if (message.Type != StunType.BindingRequest)
        {
            Ice.TakeAnswer(message, from);
            BeginHandshake();
            return;
        }

        var answer = Ice.Answer(_stunAnswer, message, from);
        if (!answer.IsEmpty)
        {
            _output(answer, from);
        }
    }

    private void BeginHandshake()
    {
        if (Ice.State == IceState.Connected && Dtls is { HasBegun: false, IsExpected: true })
        {
            Dtls.Begin();
        }
    }

    private void AfterDtls()
    {
        switch (Dtls.State)
        {
            case DtlsState.Closed:
                End ??= TransportEnd.ClosedByPeer;
                break;
            case DtlsState.Failed:
                End ??= TransportEnd.HandshakeFailed;
                break;
            default:
                break;
        }
    }
}
