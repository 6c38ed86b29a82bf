using CecSim.Telephony.Media;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// RTP to an address that stands in the description, by a pair of ports of the call's own: how phones without ICE have
/// it. Not for two threads at once.
/// </summary>
internal sealed class RtpTransport : MediaTransport
{
    private const int IdLength = 8;

    private readonly IPortPair _ports;
    private readonly TransportSetting _setting;
    private readonly SdesKeys? _keys;
    private readonly PeerLatch _rtp = new();
    private readonly PeerLatch _rtcp = new();
    private AddressedPath? _peer;
    private long _quietSince;
    private bool _hasHeard;
    private long _foreign;

    /// <param name="ports">The transport's from now on.</param>
    public RtpTransport(MediaSecurity security, IPortPair ports, TransportSetting setting)
    {
        Security = security;
        Id = setting.Inputs.Random.IceText(IdLength);
        _ports = ports;
        _keys = security == MediaSecurity.Sdes ? new SdesKeys(setting.Inputs.Random) : null;
        _setting = setting;
    }

    public override MediaSecurity Security { get; }

    public override string Id { get; }

    public override IReadOnlyList<string> Names => [];

    public override bool IsConnected => _peer is not null;

    public override bool IsOpen => End is null && _peer is not null && _rtp.Remote is not null;

    public override TransportStatus Status => new(
        _hasHeard ? IceState.Connected : IceState.Waiting,
        DtlsState.New,
        DtlsReason: null,
        _keys?.Profile,
        FingerprintMatches: null,
        _ports.Advertised,
        _rtp.RemoteEndPoint,
        _keys?.Rejected ?? 0,
        _foreign);

    public override LocalTransport Describe(bool isOffer) => new AddressedTransport(
        _ports.Advertised,
        new IPEndPoint(_ports.Advertised.Address, _ports.Rtcp.Local.Port),
        Security == MediaSecurity.Sdes ? "RTP/SAVP" : "RTP/AVP",
        _peer?.Multiplexes == true)
    {
        Crypto = _keys?.Describe() ?? [],
    };

    public override string? Complaint(PeerPath answer) =>
        _keys is not null && answer is AddressedPath { Crypto: { } line } ? _keys.Complaint(line) : null;

    public override void Take(PeerPath peer, bool isAnswer)
    {
        _peer = (AddressedPath)peer;
        if (_peer.Crypto is { } line)
        {
            _keys?.Take(line, isAnswer);
        }

        _rtp.Expect(_peer.Rtp);
        _rtcp.Expect(_peer.Rtcp);
        _quietSince = _setting.Inputs.Clock.GetTimestamp();
    }

    public override int Receive(Span<byte> packet, PacketKind kind, SocketAddress from, IPacketPort port)
    {
        if (End is not null || _peer is null || LatchOf(kind, port) is not { } latch)
        {
            return 0;
        }

        if (!latch.Allows(from))
        {
            _foreign++;
            _setting.Meter?.CountRejected();
            return 0;
        }

        var length = _keys?.Open(packet, kind) ?? packet.Length;
        if (length == 0)
        {
            _setting.Meter?.CountRejected();
            return 0;
        }

        // What was never agreed on is no sign of the peer.
        if (kind == PacketKind.Rtp && !(RtpHeader.TryRead(packet, out var header) && IsAgreed(header.PayloadType)))
        {
            return length;
        }

        latch.Take(from);
        _hasHeard = true;
        _quietSince = _setting.Inputs.Clock.GetTimestamp();
        if (kind == PacketKind.Rtp)
        {
            _setting.Meter?.CountIn();
        }

        return length;
    }

    public override int SendRtp(Span<byte> buffer, int length) =>
        IsOpen ? SendSealed(buffer, _keys?.SealRtp(buffer, length) ?? length) : 0;

    public override int RepeatRtp(Span<byte> buffer, int length) =>
        IsOpen ? SendSealed(buffer, _keys?.SealRtpAgain(buffer, length) ?? length) : 0;

    public override void SendRtcp(Span<byte> buffer, int length)
    {
        if (!IsOpen)
        {
            return;
        }

        var whole = buffer[..(_keys?.SealRtcp(buffer, length) ?? length)];
        if (_peer!.Multiplexes)
        {
            _ports.Rtp.Send(whole, _rtp.Remote!);
        }
        else if (_rtcp.Remote is { } remote)
        {
            _ports.Rtcp.Send(whole, remote);
        }
    }

    public override void Tick()
    {
        var clock = _setting.Inputs.Clock;
        if (_peer is null || !IsExpectant)
        {
            _quietSince = clock.GetTimestamp();
        }
        else if (End is null && clock.GetElapsedTime(_quietSince) >= _setting.SilenceMax)
        {
            Finish(TransportEnd.MediaMissing);
        }
    }

    public override void Close() => Finish(TransportEnd.Closed);

    public override void Dispose()
    {
        Close();
        _keys?.Dispose();
    }

    private int SendSealed(ReadOnlySpan<byte> buffer, int length)
    {
        if (length > 0)
        {
            _ports.Rtp.Send(buffer[..length], _rtp.Remote!);
            _setting.Meter?.CountOut();
        }

        return length;
    }

    // RTCP that comes to the port of RTP is the peer's own way to multiplex; the other way round there is none.
    private PeerLatch? LatchOf(PacketKind kind, IPacketPort port) => kind switch
    {
        PacketKind.Rtp when port == _ports.Rtp => _rtp,
        PacketKind.Rtcp => port == _ports.Rtcp ? _rtcp : _rtp,
        _ => null,
    };

    private void Finish(TransportEnd end)
    {
        End ??= end;
        _ports.GiveBack();
    }
}
