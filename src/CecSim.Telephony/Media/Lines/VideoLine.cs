using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Video;
using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media.Lines;

internal sealed class VideoLine(
    IMediaPath path, OfferedLine offered, RtcInputs inputs, CallRecording? recording, ReceivedSources sources)
    : MediaSection(path, offered, inputs, recording, sources)
{
    private const int PieceMax = 1100;
    private const int BufferLength = 1500;

    /// <summary>
    /// After so many requests in vain the packets are passed on: perhaps the peer can use them after all.
    /// </summary>
    private const int RequestsMax = 5;

    private static readonly TimeSpan FrameTime = TimeSpan.FromSeconds(1) / PatternPlayer.FramesPerSecond;

    // A browser asks several times while its first request is under way.
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(300);

    /// <summary>So long the last packet of a picture may come behind the others; some senders mark none.</summary>
    private static readonly TimeSpan PictureTimeMax = TimeSpan.FromMilliseconds(500);

    private readonly Pacer _pacer = new(FrameTime, inputs.Clock);
    private readonly PatternPlayer _pattern = new();
    private readonly PictureAssembly _pictures = new(offered.Codec!.Codec);
    private readonly FreezeWatch _freeze = new(inputs.Clock);
    private readonly byte[] _buffer = new byte[BufferLength];
    private bool _awaitsKeyFrame = true;
    private int _requests;
    private long? _requestedAt;
    private long _packetAt;
    private long _keyFrameRequestsIn;
    private long _keyFrameRequestsOut;

    private bool Generates =>
        Source is not (MediaSource.Echo or MediaSource.Silence or MediaSource.Peer) && Codec.Codec == Codecs.Codec.Vp8;

    protected override void Take(Span<byte> buffer, int length, in RtpHeader header)
    {
        var payload = header.PayloadOf(buffer[..length]);
        if (payload.IsEmpty)
        {
            // Only padding: a sender that tries how much the way takes.
            return;
        }

        _packetAt = Clock.GetTimestamp();
        var isUsable = IsUsable(_pictures.BeginsKey(payload));
        if (_pictures.Take(header, payload) > 0 && isUsable)
        {
            _freeze.Shown(_packetAt);
        }

        if (isUsable)
        {
            Forward(ForwardedKind.Picture, payload, header);
            if (Source == MediaSource.Echo && MaySend)
            {
                Echo(buffer, length, header);
            }
        }
    }

    public override void TakeForwarded(in ForwardedPacket packet)
    {
        if (packet.Kind == ForwardedKind.KeyFrameRequest)
        {
            Request();
        }
        else if (SendsForwarded && packet.Codec == Codec.Codec)
        {
            SendForwarded(packet, Codec.PayloadType, levelId: null, beginsSpurt: false);
        }
    }

    // Whoever sees the pictures from here on begins with a whole one.
    protected override void Joined()
    {
        if (IsJoined)
        {
            AwaitKeyFrame();
        }

        SourceChanged();
    }

    protected override void MediaCame() => _freeze.PacketCame();

    protected override void SourceRests() => _freeze.SentNothing();

    protected override void DirectionChanges(MediaDirection direction) =>
        _freeze.Interrupt(isHeld: !direction.Receives());

    protected override void Missed()
    {
        _pictures.Missed();
        _awaitsKeyFrame = true;
        Request();
    }

    protected override void Look()
    {
        if (_pictures.IsOpen && Clock.GetElapsedTime(_packetAt) >= PictureTimeMax && _pictures.Complete() > 0)
        {
            _freeze.Shown(_packetAt);
        }
    }

    protected override void SourceChanged()
    {
        _pattern.Restart();
        Outgoing.Interrupt();
        if (Source == MediaSource.Echo)
        {
            AwaitKeyFrame();
        }
        else if (Source == MediaSource.Peer)
        {
            AskOtherLegForKeyFrame();
        }
    }

    protected override void KeyFrameWanted()
    {
        _keyFrameRequestsIn++;
        _pattern.Restart();
        if (Source == MediaSource.Echo)
        {
            Request();
        }
        else if (Source == MediaSource.Peer)
        {
            AskOtherLegForKeyFrame();
        }
    }

    protected override void Generate()
    {
        for (var due = _pacer.TakeDue(); due > 0; due--)
        {
            if (MaySend && Generates)
            {
                SendFrame(_pattern.NextFrame());
            }
        }
    }

    protected override LineReport Extend(LineReport report) => report with
    {
        FramesIn = _pictures.Pictures,
        KeyFramesIn = _pictures.KeyPictures,
        KeyFrameRequestsIn = _keyFrameRequestsIn,
        KeyFrameRequestsOut = _keyFrameRequestsOut,
        FrozenSeconds = (int)_freeze.Frozen.TotalSeconds,
    };

    // Nobody can decode what begins in the middle, or behind a picture that is not whole.
    private bool IsUsable(bool beginsKeyFrame)
    {
        if (beginsKeyFrame)
        {
            (_awaitsKeyFrame, _requests) = (false, 0);
        }
        else if (_awaitsKeyFrame && _requests < RequestsMax)
        {
            Request();
            return false;
        }

        return true;
    }

    private void AwaitKeyFrame()
    {
        (_awaitsKeyFrame, _requests) = (true, 0);
        Request();
    }

    private void Request()
    {
        if (Incoming is null || (_requestedAt is { } before && Clock.GetElapsedTime(before) < BetweenRequests))
        {
            return;
        }

        _requestedAt = Clock.GetTimestamp();
        _requests++;
        _keyFrameRequestsOut++;
        AskForKeyFrame();
    }

    private void SendFrame(ReadOnlySpan<byte> frame)
    {
        for (var at = 0; at < frame.Length; at += PieceMax)
        {
            var piece = frame[at..Math.Min(frame.Length, at + PieceMax)];
            RtpHeader.Write(
                _buffer, marker: at + piece.Length == frame.Length, Codec.PayloadType, _pattern.Timestamp);
            var payload = _buffer.AsSpan(RtpHeader.FixedLength);
            var descriptor = Vp8Payload.WriteDescriptor(payload, begins: at == 0, _pattern.PictureId);
            piece.CopyTo(payload[descriptor..]);
            var length = RtpHeader.FixedLength + descriptor + piece.Length;
            Outgoing.Rewrite(_buffer.AsSpan(0, length), Ssrc, _pattern.Timestamp);
            Send(_buffer, length);
        }
    }
}
