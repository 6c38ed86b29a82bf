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
internal sealed class CallerTransport(
    DtlsIdentity identity,
    IReadOnlyList<SrtpProfile> profiles,
    TimeSpan consentLife,
    PacketOutput output,
    TimeProvider clock) : IMediaPath, IDisposable
{
    private readonly byte[] _stunAnswer = new byte[ConnectivityCheck.AnswerLengthMax];
    private SdpAnswer? _answer;
    private Handshake? _handshake;
    private DtlsSession? _dtls;
    private SrtpChannel? _srtp;

    public ControllingAgent Ice { get; } = new(output, consentLife, clock);

    public DtlsState DtlsState => _dtls?.State ?? DtlsState.New;

    public string? DtlsReason => _dtls?.Reason;

    /// <summary>Whether the gateway's certificate is the one of its SDP; null while it has shown none.</summary>
    public bool? FingerprintMatches => _handshake switch
    {
        ClientHandshake client => client.PeerMatches,
        ServerHandshake server => server.PeerMatches,
        _ => null,
    };

    public SrtpProfile? Profile => _dtls?.Keys?.Profile;

    /// <summary>Packets that were forged, replayed or damaged.</summary>
    public long Rejected { get; private set; }

    public TransportEnd? End { get; private set; }

    public bool IsOpen => _srtp is not null && End is null;

    /// <summary>Looks for a way to the gateway and shakes hands; <see cref="Tick"/> repeats what got lost.</summary>
    public void Begin(SdpAnswer answer)
    {
        _answer = answer;
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
            _dtls?.Receive(packet);
            AfterDtls();
            return 0;
        }

        var plain = _srtp?.Open(packet, kind) ?? 0;
        Rejected = _srtp?.Rejected ?? Rejected;
        return plain;
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
        if (Ice.Tick())
        {
            End = TransportEnd.ConsentLost;
        }
    }

    public void Close()
    {
        if (DtlsState is DtlsState.Connected or DtlsState.Handshaking)
        {
            _dtls!.Close();
        }

        End ??= TransportEnd.Closed;
    }

    /// <summary>Gives the keys back; the states can still be read.</summary>
    public void Dispose()
    {
        Close();
        _dtls?.Dispose();
        _srtp?.Dispose();
        _srtp = null;
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
            output(answer, from);
        }
    }

    private void BeginHandshake()
    {
        if (Ice.State != IceState.Connected || _dtls is not null || _answer is null)
        {
            return;
        }

        _handshake = _answer.GatewayBegins
            ? new ServerHandshake(identity, _answer.Offer.Fingerprint, profiles)
            : new ClientHandshake(identity, _answer.Offer.Fingerprint, profiles);
        _dtls = new DtlsSession(_handshake, datagram => output(datagram, Ice.Remote!), clock);
        _dtls.Start();
    }

    private void AfterDtls()
    {
        switch (DtlsState)
        {
            case DtlsState.Connected:
                _srtp ??= new SrtpChannel(_dtls!.Keys!, output);
                break;
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
