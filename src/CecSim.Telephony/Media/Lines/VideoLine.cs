using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.Media.Video;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Media.Lines;

internal sealed class VideoLine(IMediaPath path, OfferedLine offered, TimeProvider clock)
    : MediaLine(path, offered, clock)
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

    private readonly Pace _pace = new(FrameTime, clock);
    private readonly PatternPlayer _pattern = new();
    private readonly byte[] _buffer = new byte[BufferLength];
    private ushort _sequence;
    private bool _awaitsKeyFrame = true;
    private int _requests;
    private long _requestedAt;
    private uint? _frameTimestamp;
    private long _keyFramesIn;
    private long _keyFrameRequestsIn;
    private long _keyFrameRequestsOut;

    private bool Generates =>
        Source is not (MediaSource.Echo or MediaSource.Silence) && Codec.Codec == Codecs.Codec.Vp8;

    protected override char? Take(Span<byte> buffer, int length, in RtpHeader header)
    {
        var payload = header.PayloadOf(buffer[..length]);
        var isKeyFrame = Codec.Codec == Codecs.Codec.Vp8
            ? Vp8Payload.BeginsKeyFrame(payload)
            : H264Payload.BeginsKeyFrame(payload);
        _keyFramesIn += isKeyFrame ? 1 : 0;

        // RFC 6184 section 5.1 and RFC 7741 section 4.1: the packets of a picture share its time.
        FramesIn += header.Timestamp != _frameTimestamp ? 1 : 0;
        _frameTimestamp = header.Timestamp;
        if (Source == MediaSource.Echo && MaySend && Passes(isKeyFrame))
        {
            Echo(buffer, length, header);
        }

        return null;
    }

    protected override void SourceChanged()
    {
        _pattern.Restart();
        Outgoing.Interrupt();
        _awaitsKeyFrame = true;
        _requests = 0;
        if (Source == MediaSource.Echo)
        {
            Request();
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
    }

    protected override void Generate()
    {
        for (var due = _pace.TakeDue(); due > 0; due--)
        {
            if (MaySend && Generates)
            {
                SendFrame(_pattern.NextFrame());
            }
        }
    }

    protected override LineReport Extend(LineReport report) => report with
    {
        KeyFramesIn = _keyFramesIn,
        KeyFrameRequestsIn = _keyFrameRequestsIn,
        KeyFrameRequestsOut = _keyFrameRequestsOut,
    };

    // Nobody can decode what begins in the middle, so an echo begins with a key frame.
    private bool Passes(bool isKeyFrame)
    {
        if (_awaitsKeyFrame && !isKeyFrame && _requests < RequestsMax)
        {
            Request();
            return false;
        }

        _awaitsKeyFrame = false;
        return true;
    }

    private void Request()
    {
        if (Incoming is null || (_requestedAt != 0 && Clock.GetElapsedTime(_requestedAt) < BetweenRequests))
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
            Outgoing.Rewrite(_buffer.AsSpan(0, length), Ssrc, _sequence++, _pattern.Timestamp);
            Send(_buffer, length);
        }
    }
}
