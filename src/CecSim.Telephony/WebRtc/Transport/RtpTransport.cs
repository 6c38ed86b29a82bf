using CecSim.Telephony.Media;

namespace CecSim.Telephony.WebRtc.Transport;

/// <summary>
/// An RTP session for each line of a call, which has ports of its own: how phones without ICE have it. Not for two
/// threads at once.
/// </summary>
internal sealed class RtpTransport : MediaTransport
{
    private const int IdLength = 8;

    private readonly TransportSetting _setting;
    private readonly Func<IPortPair?> _open;
    private readonly SortedList<MediaKind, RtpSession> _sessions = [];
    private (PacketHandler Handler, Action<Failure> Fail)? _receiver;

    /// <param name="open">Opens a pair of ports; null when there are none left.</param>
    public RtpTransport(MediaSecurity security, Func<IPortPair?> open, TransportSetting setting)
    {
        Security = security;
        Id = setting.Inputs.Random.IceText(IdLength);
        _open = open;
        _setting = setting;
    }

    public override MediaSecurity Security { get; }

    public override string Id { get; }

    public override IReadOnlyList<string> Names => [];

    // Pictures may come later; a call is one from its first line on.
    public override bool IsConnected => First?.IsConnected == true;

    public override bool IsOpen => First?.IsOpen == true;

    public override TransportStatus Status => new(
        _sessions.Values.Any(s => s.HasHeard) ? IceState.Connected : IceState.Waiting,
        First?.Dtls?.State ?? DtlsState.New,
        First?.Dtls?.Reason,
        First?.Profile,
        First?.Dtls?.FingerprintMatches,
        First?.Advertised,
        First?.Remote,
        _sessions.Values.Sum(s => s.Rejected),
        _sessions.Values.Sum(s => s.Foreign));

    private RtpSession? First => _sessions.Count == 0 ? null : _sessions.Values[0];

    /// <summary>Opens ports for lines of these kinds; false when there are none left.</summary>
    public override bool TryOpen(IEnumerable<MediaKind> kinds)
    {
        foreach (var kind in kinds.Where(k => !_sessions.ContainsKey(k)))
        {
            if (_open() is not { } ports)
            {
                return false;
            }

            var session = new RtpSession(Security, ports, _setting);
            _sessions.Add(kind, session);
            if (_receiver is var (handler, fail))
            {
                session.Start(handler, fail);
            }
        }

        return true;
    }

    /// <summary>Packets of all its ports come from here on.</summary>
    /// <param name="fail">Whose packets they are.</param>
    public void Start(PacketHandler handler, Action<Failure> fail)
    {
        _receiver = (handler, fail);
        foreach (var session in _sessions.Values)
        {
            session.Start(handler, fail);
        }
    }

    public override IMediaPath PathFor(MediaKind kind) => _sessions[kind];

    public override MediaKind? KindAt(IPacketPort port)
    {
        foreach (var (kind, session) in _sessions)
        {
            if (session.Has(port))
            {
                return kind;
            }
        }

        return null;
    }

    public override LocalTransport Describe(bool isOffer) =>
        new UnbundledTransport(_sessions.ToDictionary(s => s.Key, s => s.Value.Describe(isOffer)));

    public override string? Complaint(PeerPath answer)
    {
        foreach (var (kind, path) in ((UnbundledPath)answer).Lines)
        {
            if (_sessions.GetValueOrDefault(kind)?.Complaint(path) is { } complaint)
            {
                return complaint;
            }
        }

        return null;
    }

    public override void Take(PeerPath peer, bool isAnswer)
    {
        foreach (var (kind, path) in ((UnbundledPath)peer).Lines)
        {
            _sessions.GetValueOrDefault(kind)?.Take(path, isAnswer);
        }
    }

    public override int Receive(Span<byte> packet, PacketKind kind, SocketAddress from, IPacketPort port)
    {
        if (End is not null || KindAt(port) is not { } line)
        {
            return 0;
        }

        var length = _sessions[line].Receive(packet, kind, from, port, IsAgreed);
        Settle();
        return length;
    }

    public override int SendRtp(Span<byte> buffer, int length) => First?.SendRtp(buffer, length) ?? 0;

    public override int RepeatRtp(Span<byte> buffer, int length) => First?.RepeatRtp(buffer, length) ?? 0;

    public override void SendRtcp(Span<byte> buffer, int length) => First?.SendRtcp(buffer, length);

    public override void Tick()
    {
        if (End is not null)
        {
            return;
        }

        var clock = _setting.Inputs.Clock;
        var isQuiet = IsExpectant && First?.IsConnected == true;
        foreach (var session in _sessions.Values)
        {
            session.Tick();
            session.QuietSince = IsExpectant && IsConnected ? session.QuietSince : clock.GetTimestamp();
            isQuiet &= clock.GetElapsedTime(session.QuietSince) >= _setting.SilenceMax;
        }

        Settle();
        if (isQuiet)
        {
            Finish(TransportEnd.MediaMissing);
        }
    }

    public override void Close() => Finish(TransportEnd.Closed);

    public override void Dispose()
    {
        Close();
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }
    }

    private void Settle()
    {
        foreach (var session in _sessions.Values)
        {
            if (session.End is { } end)
            {
                Finish(end);
                return;
            }
        }
    }

    private void Finish(TransportEnd end)
    {
        End ??= end;
        foreach (var session in _sessions.Values)
        {
            session.Close();
        }
    }
}
